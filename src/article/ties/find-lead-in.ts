import type { Span } from "../../text/span.ts";
import { headingText } from "../article.ts";
import { itemNumber, numberShape } from "./asking.ts";
import { findHeader } from "./find-header.ts";
import { headOf, inParagraph, lastOf, paragraphAt, type SentencePlace, spanAt, tailOf } from "./sentence-place.ts";

/** How far up a list its lead-in is looked for, in paragraphs. */
const PARAGRAPHS_BACK = 60;
/** Lines without marks of items are a list only where they are short and few. */
const LONGEST_LINE = 120;
const MOST_LINES = 10;

/** Finds the line that an item completes: `注销账号后：`; or the heading above it that negates or limits it. */
export function findLeadIn(place: SentencePlace): Span | undefined {
  const within = leadInWithin(place);
  if (within) return within;
  const line = lineAbove(place);
  if (line) return line;
  const { article, section } = place;
  const isItem = kindOf(place) === "item";
  return isItem && section.heading && LIMITS.test(headingText(article, section)) ? section.heading : undefined;
}

/** `What we do **not** do`, `禁止事项`, `Only for members` */
const LIMITS =
  /\b(?:not|no|never|nor|don'?t|doesn'?t|can'?t|cannot|mustn'?t|shouldn'?t|won'?t|without|except\w*|only|unless|avoid|prohibit\w*|forbidden|banned|disallowed|exclu\w+)\b|n[’']t\b|不|禁|勿|无需|無需|无须|無須|非|除外|例外|仅|僅|只[有能可限]|限|免/iu;

/** Tells whether a sentence announces what stands below it. */
function announces(tail: string): boolean {
  return ENDS_IN_COLON.test(tail) || ANNOUNCES.test(tail);
}

const ENDS_IN_COLON = /[:：]["”*_\s]{0,6}$/u;
const ANNOUNCES = /下列|如下|以下|\b(?:the following|as follows|listed below)\b/iu;

/** What a paragraph is in a list: one of its items, text that is set apart, or a short line. */
type Kind = "item" | "set-apart" | "line";

function kindOf(place: SentencePlace): Kind {
  const kind = paragraphAt(place)?.kind;
  if (kind === "code" || kind === "block-quote" || kind === "table") return "set-apart";
  return kind === "list-item" || itemNumber(headOf(inParagraph(place, place.paragraph))) > 0 ? "item" : "line";
}

/** Items within one paragraph: `…下列情形：（一）…；（二）…`, `可以带入：台灯；雨伞。` */
function leadInWithin(place: SentencePlace): Span | undefined {
  for (let at = place.sentence - 1; at >= Math.max(0, place.sentence - PARAGRAPHS_BACK); at -= 1) {
    const before = { ...place, sentence: at };
    const next = { ...place, sentence: at + 1 };
    const isNumbered = itemNumber(headOf(next)) > 0;
    if (!isNumbered && !/[;；]["”’*_\s]{0,4}$/u.test(tailOf(before))) return undefined;
    const span = spanAt(before);
    const head = span ? place.article.text.slice(span.start, Math.min(span.end, span.start + 400)) : "";
    const colon = /^[^:：]{1,300}[:：]/u.exec(head)?.[0] ?? "";
    const isFirst = itemNumber(head.slice(colon.length).trimStart()) > 0 || colon.length === head.length;
    if (span && colon !== "" && (isFirst || !isNumbered)) {
      return { start: span.start, end: span.start + colon.length };
    }
  }
  return undefined;
}

function lineAbove(place: SentencePlace): Span | undefined {
  const kind = kindOf(place);
  let lower = inParagraph(place, place.paragraph);
  let indent = indentOf(lower);
  const lines = kind === "line" ? MOST_LINES : PARAGRAPHS_BACK;
  for (let step = 0; step < lines && lower.paragraph > 0; step += 1) {
    const upper = inParagraph(place, lower.paragraph - 1);
    if (kind === "line" && !(isShort(lower) && isNextLine(upper, lower))) return undefined;
    const last = lastOf(upper);
    const isOfList = kind === "item" && kindOf(upper) === "item";
    const isDeeper = indent - indentOf(upper) >= 2;
    const leads = kind === "item" && !isOfList ? announces(tailOf(last)) : ENDS_IN_COLON.test(tailOf(last));
    if (isOfList && isDeeper) return spanAt(leads ? last : upper);
    if (leads && (!isOfList || (indentOf(upper) <= indent && shapeOf(upper) !== shapeOf(place)))) return spanAt(last);
    if (kind === "set-apart" || (kind === "item" && !isOfList)) return undefined;
    indent = Math.min(indent, indentOf(upper));
    lower = upper;
  }
  return undefined;
}

function shapeOf(place: SentencePlace): string {
  return numberShape(headOf(inParagraph(place, place.paragraph)));
}

function isShort(place: SentencePlace): boolean {
  const span = paragraphAt(place)?.span;
  return span !== undefined && span.end - span.start <= LONGEST_LINE;
}

/** Whether a paragraph begins on the line below another: no blank line parts them. */
function isNextLine(upper: SentencePlace, lower: SentencePlace): boolean {
  const [above, below] = [paragraphAt(upper)?.span, paragraphAt(lower)?.span];
  if (!above || !below || below.start - above.end > 40) return false;
  return /^[ \t\u3000]*(?:\r\n|[\r\n])[ \t\u3000]*$/u.test(upper.article.text.slice(above.end, below.start));
}

/** The column at which a paragraph begins. */
function indentOf(place: SentencePlace): number {
  const start = paragraphAt(place)?.span.start ?? 0;
  let at = start;
  while (at > 0 && start - at < 80 && !/[\r\n]/u.test(place.article.text.charAt(at - 1))) at -= 1;
  return start - at;
}

/** At most so many items, and so many UTF-16 code units of them, stand with a lead-in. */
const MOST_ITEMS = 8;
const LONGEST_ITEMS = 600;

/** Finds the items that a sentence announces, as far as they fit; cut between items, never within one. */
export function findItems(place: SentencePlace): Span[] {
  if (place.sentence !== lastOf(place).sentence || !announces(tailOf(place))) return [];
  const below = inParagraph(place, place.paragraph + 1);
  if (!paragraphAt(below)) return [];
  const isColon = ENDS_IN_COLON.test(tailOf(place));
  const kind = kindOf(below);
  if (kind === "set-apart") return isColon ? keepFitting(sentencesOf(below)) : [];
  if (kind === "item") return keepFitting(listBelow(place, below));
  return isColon ? keepFitting(linesBelow(place)) : [];
}

function sentencesOf(place: SentencePlace): Span[] {
  const paragraph = paragraphAt(place);
  const header = paragraph && findHeader(place.article, paragraph);
  const spans = (paragraph?.sentences ?? []).slice(0, MOST_ITEMS).map(({ span }) => span);
  return header ? [header, ...spans.slice(1)] : spans;
}

function listBelow(place: SentencePlace, first: SentencePlace): Span[] {
  const outermost = kindOf(place) === "item" ? indentOf(place) : -1;
  const spans: Span[] = [];
  for (let at = first.paragraph; spans.length < MOST_ITEMS; at += 1) {
    const item = inParagraph(place, at);
    const span = paragraphAt(item)?.span;
    if (!span || kindOf(item) !== "item") break;
    if (indentOf(item) <= outermost && (indentOf(item) < outermost || shapeOf(item) === shapeOf(place))) break;
    spans.push(span);
  }
  return spans;
}

function linesBelow(place: SentencePlace): Span[] {
  const spans: Span[] = [];
  let upper = place;
  for (let at = place.paragraph + 1; spans.length < MOST_ITEMS; at += 1) {
    const line = inParagraph(place, at);
    const span = paragraphAt(line)?.span;
    if (!span || !isShort(line) || !isNextLine(upper, line)) break;
    spans.push(span);
    upper = line;
  }
  return spans;
}

function keepFitting(spans: readonly Span[]): Span[] {
  let length = 0;
  const kept = spans.findIndex(({ start, end }) => (length += end - start) > LONGEST_ITEMS);
  return kept === -1 ? [...spans] : spans.slice(0, kept);
}
