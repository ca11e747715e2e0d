import { html, nothing, svg, type TemplateResult } from "lit";
import type { Span } from "../../../text/span.ts";
import { overlaps } from "../../../text/span.ts";
import { mapHeight, type SourceMap } from "./map-places.ts";
import type { QuotedPlace } from "./quoted-places.ts";
import type { SourceGroup } from "./source-blocks.ts";
import type { SourceWords } from "../words/source.ts";

const mapWidth = 12;
/** Room around a mark in which it can be hit, in the map's units. */
const reach = 6;

/** More sections than this would make a pattern of the map. */
const mostLines = 60;

export interface ShownMap {
  readonly map: SourceMap;
  readonly groups: readonly SourceGroup[];
  readonly places: readonly QuotedPlace[];
  readonly highlighted: readonly Span[];
  readonly say: SourceWords;
  readonly follow: (place: QuotedPlace) => void;
}

/**
 * A column along the scroll bar with a mark for each quoted place, hollow where it only came near, and thin lines where sections begin.
 *
 * It is for eyes and pointers; the list of quoted places in the head says the same to everybody.
 */
export function sourceMapView({ map, groups, places, highlighted, say, follow }: ShownMap): TemplateResult {
  const isCurrent = (span: Span) => highlighted.some((each) => overlaps(each, span));
  const others = highlighted.filter((span) => !places.some((place) => overlaps(place.span, span)));
  return html`
    <svg
      class="source-map"
      viewBox="0 0 ${mapWidth} ${mapHeight}"
      preserveAspectRatio="none"
      aria-hidden="true"
      @click=${jump}
    >
      ${
        groups.filter(({ heading }) => heading).length > mostLines
          ? nothing
          : groups.map(({ heading, level }) => (heading ? sectionLine(map.markOf(heading).y, level) : nothing))
      }
      ${others.map((span) => rectangle(map, span, "map-bar current"))}
      ${places.map(
        (place) => svg`
          <g class="map-mark" data-reference=${place.reference} data-kind=${place.isNearest ? "nearest" : "answer"} @click=${(
            event: Event,
          ) => {
            event.stopPropagation();
            follow(place);
          }}>
            <title>${(place.isNearest ? say.nearestSentence : say.quotedSentence)(place.reference)}</title>
            ${rectangle(map, place.span, "map-hit")}
            ${rectangle(map, place.span, `map-bar${place.isNearest ? " nearest" : ""}${isCurrent(place.span) ? " current" : ""}`)}
          </g>
        `,
      )}
    </svg>
  `;
}

/** Subsections have a shorter one. */
function sectionLine(y: number, level: number) {
  return svg`<line class="map-section" x1=${level === 1 ? 0 : mapWidth - 3} x2=${mapWidth} y1=${y} y2=${y}></line>`;
}

function rectangle(map: SourceMap, span: Span, kind: string) {
  const { y, height } = map.markOf(span);
  if (kind === "map-hit")
    return svg`<rect class=${kind} x="0" y=${y - reach} width=${mapWidth} height=${height + 2 * reach}></rect>`;
  return svg`<rect class=${kind} x="2" y=${y} width=${mapWidth - 4} height=${height}></rect>`;
}

/** A click beside the marks goes to about that place of the article. */
function jump({ currentTarget, clientY }: MouseEvent): void {
  if (!(currentTarget instanceof Element)) return;
  const { top, height } = currentTarget.getBoundingClientRect();
  const scroller = currentTarget.parentElement?.querySelector("[data-source-scroll]");
  if (!scroller) return;
  const share = (clientY - top) / height;
  scroller.scrollTo({ top: share * scroller.scrollHeight - scroller.clientHeight / 2, behavior: "instant" });
}
