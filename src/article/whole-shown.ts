import { lastAtMost } from "../text/search-sorted.ts";
import type { Steps } from "../text/steps.ts";
import { type Span, trimSpan } from "../text/span.ts";
import { allSections, type Article } from "./article.ts";
import { rememberOpenedSteps } from "./remember-opened.ts";
import { betweenSeen, type Seen } from "./shown-parts.ts";
import type { VisibleText } from "./visible-text.ts";

/** What readers see of a whole article, title and headings included, with the way back; made once while the article is open. */
export const wholeShown = rememberOpenedSteps(joinInSteps);

/** So many parts take less than a millisecond. */
const PARTS_AT_ONCE = 500;

function* joinInSteps(article: Article): Steps<VisibleText> {
  const { text: source } = article;
  let [text, length, count, last]: [string, number, number, Seen | undefined] = ["", 0, 0, undefined];
  const [starts, places, ends]: [number[], number[], number[]] = [[], [], []];
  for (const seen of seenIn(article)) {
    count += 1;
    if (count % PARTS_AT_ONCE === 0) yield;
    const { start: from, end } = last ? seen.span : trimSpan(source, seen.span);
    if (from >= end) continue;
    const before = last === undefined ? "" : betweenSeen(source, last, seen);
    starts.push(length + before.length);
    places.push(from);
    ends.push(seen.span.end);
    text += before + source.slice(from, seen.span.end);
    length += before.length + seen.span.end - from;
    last = seen;
  }
  return { text: text.trimEnd(), toSource: leadBack({ starts, places, ends }) };
}

/** Of each part where it begins in what is shown, and where it begins and ends in the source. */
type Parts = Readonly<Record<"starts" | "places" | "ends", readonly number[]>>;

/** Keeps numbers only: a long article has a hundred thousand parts. */
function leadBack(parts: Parts): VisibleText["toSource"] {
  const starts = Uint32Array.from(parts.starts);
  const places = Uint32Array.from(parts.places);
  const ends = Uint32Array.from(parts.ends);
  return (offset) => {
    const index = lastAtMost(starts, offset);
    return Math.min((places[index] ?? 0) + offset - (starts[index] ?? 0), ends[index] ?? 0);
  };
}

function* seenIn({ titleSpan, titleVisible, sections }: Article): Generator<Seen> {
  yield* heading(titleSpan, titleVisible);
  for (const section of allSections(sections)) {
    yield* heading(section.heading, section.headingVisible);
    for (const paragraph of section.paragraphs) for (const span of paragraph.visible) yield { span, of: paragraph };
  }
}

function* heading(span: Span | undefined, visible: readonly Span[] | undefined): Generator<Seen> {
  const of = { kind: "heading" } as const;
  for (const part of visible ?? (span ? [span] : [])) yield { span: part, of };
}
