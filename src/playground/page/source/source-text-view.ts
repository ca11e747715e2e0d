import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { Article } from "../../../article/article.ts";
import { overlaps, type Span } from "../../../text/span.ts";
import type { Locale } from "../../../render/locale.ts";
import { placeWords } from "../../../render/place-words.ts";
import { words } from "../../../render/words/all.ts";
import { drawNear } from "./draw-near.ts";
import type { LeftOutBlock, SourceGroup, SourceParagraph, SourcePiece, SourceSentence } from "./source-blocks.ts";
import type { SourceWords } from "../words/source.ts";

/** All that the text of an article is drawn from. */
export interface ShownText {
  readonly article: Article;
  readonly groups: readonly SourceGroup[];
  /** How many lines each group takes, about. */
  readonly lines: readonly number[];
  readonly highlighted: readonly Span[];
  readonly quoted: readonly Span[];
  /** What was shown as near to a question only. */
  readonly nearest: readonly Span[];
  /** The sentence that the tabulator leads to. */
  readonly entry: string | undefined;
  readonly say: SourceWords;
  readonly locale: Locale;
}

/** Of one line of text, in its own letters' size. */
const lineHeight = 1.8;

/** The article's text with the numbers of its places; every piece of it knows its offsets in the source. */
export function sourceTextView(shown: ShownText): TemplateResult {
  const { article, groups, lines, highlighted, quoted, nearest, say } = shown;
  return html`
    <div class="source-text" lang=${article.language}>
      ${repeat(
        groups,
        (_, index) => `${article.version} ${index}`,
        (group, index) => {
          const within = spanOf(group);
          const here = (spans: readonly Span[]) => spans.filter((span) => overlaps(span, within));
          const marked = { highlighted: here(highlighted), quoted: here(quoted), nearest: here(nearest) };
          const keys = [group, say, ...Object.values(marked).map(keyOf)];
          const part = { ...shown, ...marked };
          return html`
            <section
              class="source-group"
              data-section=${group.number}
              data-from=${within.start}
              ${ref(sized(lines[index] ?? 1))}
            >
              ${drawNear({
                keys,
                // The first sentence is where the tabulator comes in.
                isNear: index === 0,
                near: () => groupView(group, part),
                far: () => plainView(group, part),
              })}
            </section>
          `;
        },
      )}
    </div>
  `;
}

/** Gives a section that is not drawn yet about its height; a style in markup is what the page forbids itself. */
function sized(lines: number) {
  return (section: Element | undefined) => {
    if (!(section instanceof HTMLElement)) return;
    section.style.setProperty("contain-intrinsic-block-size", `auto ${lines * lineHeight}em`);
  };
}

/** From its heading or first block to the end of its last one. */
function spanOf({ heading, blocks }: SourceGroup): Span {
  const spans = [...(heading ? [heading] : []), ...blocks.map(({ span }) => span)];
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function keyOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join();
}

/**
 * Stands for a part that is far from what is seen: its heading, and its text as it is written, so that the browser's own
 * search finds what is in it.
 */
function plainView(group: SourceGroup, shown: ShownText): TemplateResult {
  const { heading, blocks } = group;
  const [first, last] = [blocks[0], blocks.at(-1)];
  return html`
    ${heading ? headingRow(group, heading, shown) : nothing}
    ${
      first && last
        ? html`<p class="source-plain">${pieceView(shown.article, { start: first.span.start, end: last.span.end })}</p>`
        : nothing
    }
  `;
}

function headingRow(group: SourceGroup, heading: Span, shown: ShownText): TemplateResult {
  return html`<div class="source-row">
    <span class="source-mark" aria-hidden="true">§${group.number}</span>
    ${headingView(group, heading, shown)}
  </div>`;
}

function groupView(group: SourceGroup, shown: ShownText): TemplateResult {
  const { heading } = group;
  return html`
    ${heading ? headingRow(group, heading, shown) : nothing}
    ${group.blocks.map((block) =>
      block.kind === "left-out" ? leftOutView(block, shown) : paragraphView(block, shown),
    )}
  `;
}

/** Headings of the article stand below the title, which is a second level on the page. */
function headingView({ level }: SourceGroup, heading: Span, { article, highlighted }: ShownText): TemplateResult {
  const isMarked = highlighted.some((span) => overlaps(span, heading) && span.end <= heading.end);
  return html`<div
    class="source-heading ${isMarked ? "highlighted" : ""}"
    role="heading"
    aria-level=${Math.min(6, level + 2)}
    data-level=${Math.min(3, level)}
  >
    ${pieceView(article, heading)}
  </div>`;
}

function paragraphView(paragraph: SourceParagraph, shown: ShownText): TemplateResult {
  const { form, number, marker, depth, sentences } = paragraph;
  return html`
    <div class="source-row" data-form=${form} data-depth=${depth}>
      <span class="source-mark" aria-hidden="true">¶${number}</span>
      ${
        marker === ""
          ? nothing
          : html`<span class="source-bullet" aria-hidden="true">${/^[-*+]$/u.test(marker) ? "•" : marker}</span>`
      }
      ${
        form === "table"
          ? html`<div class="source-table" role="table" aria-label="¶${number}">
              ${sentences.map((sentence) => rowView(sentence, shown))}
            </div>`
          : html`<p class="source-paragraph">${sentences.map((sentence) => sentenceView(sentence, shown))}</p>`
      }
    </div>
  `;
}

function sentenceView(sentence: SourceSentence, shown: ShownText): TemplateResult {
  const { isHighlighted, kinds } = look(sentence, shown);
  // No white space may come in between: the text is the article's own.
  return html`<span class=${kinds} data-sentence aria-current=${isHighlighted ? "location" : nothing}
    >${numberView(sentence, shown)}${sentence.cells.flat().map((piece) => partView(shown.article, piece))}</span
  >`;
}

function rowView(sentence: SourceSentence, shown: ShownText): TemplateResult {
  const { isHighlighted, kinds } = look(sentence, shown);
  return html`<div class=${kinds} data-sentence role="row" aria-current=${isHighlighted ? "location" : nothing}>
    <span role="cell">${numberView(sentence, shown)}</span>
    ${sentence.cells.map(
      (cell) => html`<span role="cell">${cell.map((piece) => partView(shown.article, piece))}</span>`,
    )}
  </div>`;
}

function look({ span }: SourceSentence, { highlighted, quoted, nearest }: ShownText) {
  const isIn = (spans: readonly Span[]) => spans.some((each) => overlaps(each, span));
  const isHighlighted = isIn(highlighted);
  const isQuoted = isIn(quoted);
  const isNearest = !isQuoted && isIn(nearest);
  const kinds = `sentence${isHighlighted ? " highlighted" : ""}${isQuoted ? " quoted" : ""}${isNearest ? " nearest" : ""}`;
  return { isHighlighted, isQuoted, isNearest, kinds };
}

/** Takes the sentence when it is pressed; arrow keys go from number to number. */
function numberView(sentence: SourceSentence, shown: ShownText): TemplateResult {
  const { reference, number, landmarks } = sentence;
  const place = placeWords(reference, landmarks, words[shown.locale]);
  const { isQuoted, isNearest } = look(sentence, shown);
  const { quotedSentence, nearestSentence } = shown.say;
  const name = isQuoted ? quotedSentence(reference) : isNearest ? nearestSentence(reference) : reference;
  const tab = reference === shown.entry ? 0 : -1;
  return html`<button type="button" class="sentence-number" tabindex=${tab} title=${place} aria-label=${name}>
    ${number}
  </button>`;
}

/** What stands for a gap is no part of the article and has no offset in it. */
function partView(article: Article, piece: SourcePiece): TemplateResult {
  return html`${piece.before}${pieceView(article, piece)}`;
}

function pieceView({ text }: Article, { start, end }: Span): TemplateResult {
  return html`<span data-start=${start} data-end=${end}>${text.slice(start, end)}</span>`;
}

/** Long parts are folded; the browser's own search still opens them. */
function leftOutView({ reason, spans, span }: LeftOutBlock, { article, say }: ShownText): TemplateResult {
  const label = html`<span class="left-out-label">${say.neverQuoted} · ${say.reasons[reason]}</span>`;
  const text = spans.map((each) => html`<p>${pieceView(article, each)}</p>`);
  const isLong = span.end - span.start > longLeftOut;
  return html`
    <div class="source-row">
      ${
        isLong
          ? html`<details class="left-out">
              <summary>${label}</summary>
              ${text}
            </details>`
          : html`<div class="left-out">${label}${text}</div>`
      }
    </div>
  `;
}

/** In characters. */
const longLeftOut = 120;
