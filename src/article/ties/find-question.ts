import { contains, type Span, trimSpan } from "../../text/span.ts";
import { headingText } from "../article.ts";
import { answerLabel, asks, headingAsks, isSpeech, itemNumber, questionLabel, speakerLabel } from "./asking.ts";
import {
  headOf,
  inParagraph,
  isBold,
  lastOf,
  moved,
  paragraphAt,
  type SentencePlace,
  spanAt,
  tailOf,
} from "./sentence-place.ts";

/** A question of the article that a sentence of it answers. */
export interface AnsweredQuestion {
  /** Whole sentences, or a heading. */
  readonly span: Span;
  /** The same without a label or a number before it. */
  readonly asked: Span;
  /** It is set apart as a question: by a label, bold, a line of its own, a speaker's turn, a heading. */
  readonly isFirm: boolean;
  readonly isHeading: boolean;
  /** The sentence is the first of the answer. */
  readonly opens: boolean;
}

/** How far above a sentence its question may stand: in sentences, and in paragraphs. */
const SENTENCES_BACK = 12;
const PARAGRAPHS_BACK = 8;
/** Nothing but its place marks such a question; it reaches less far. */
const PARAGRAPHS_BEHIND_LONE = 2;
const SENTENCES_BEHIND_LOOSE = 4;

/** Finds the question that a sentence answers: in its paragraph, above that, or the heading. */
export function findQuestion(place: SentencePlace): AnsweredQuestion | undefined {
  if (isWithinQuestion(place)) return undefined;
  return questionBefore(place) ?? questionAbove(place) ?? questionOfHeading(place);
}

/** How many sentences a question may have before its answer begins. */
const LONGEST_QUESTION = 4;

/** Finds what a sentence is or is part of where that is a question with an answer of its own below it. */
export function findOwnQuestion(place: SentencePlace): AnsweredQuestion | undefined {
  const span = spanAt(place);
  if (!span || !(isWithinQuestion(place) || questionLabel(headOf(place)) > 0)) return undefined;
  let next = place;
  for (let step = 0; step < LONGEST_QUESTION; step += 1) {
    next = spanAt(moved(next, 1)) ? moved(next, 1) : inParagraph(next, next.paragraph + 1);
    const question = spanAt(next) ? findQuestion(next) : undefined;
    if (question?.isFirm && contains(question.span, span)) return question;
    if (!isWithinQuestion(next)) return undefined;
  }
  return undefined;
}

/** What is set apart as a question at the beginning of a paragraph, as indexes of sentences. */
interface ParagraphQuestion {
  readonly first: number;
  readonly last: number;
  readonly kind: "label" | "turn" | "bold" | "item" | "lone";
}

function readQuestion(place: SentencePlace): ParagraphQuestion | undefined {
  const count = paragraphAt(place)?.sentences.length ?? 0;
  const first = inParagraph(place, place.paragraph);
  const head = headOf(first);
  if (questionLabel(head) > 0) return { first: 0, last: lastAsking(first, count), kind: "label" };
  if (isSpeech(head)) return undefined;
  const last = lastOf(first);
  const isTurn = speakerLabel(head) !== "" && asks(tailOf(last));
  if (isTurn) return { first: 0, last: last.sentence, kind: "turn" };
  if (isBold(first) && (asks(tailOf(first)) || headingAsks(head))) return { first: 0, last: 0, kind: "bold" };
  if (!asks(tailOf(first))) return undefined;
  const isItem = paragraphAt(place)?.kind === "list-item" || itemNumber(head) > 0;
  if (isItem) return { first: 0, last: 0, kind: "item" };
  return count === 1 ? { first: 0, last: 0, kind: "lone" } : undefined;
}

/** The last sentence of a labelled question: the last that asks before the answer's label. */
function lastAsking(first: SentencePlace, count: number): number {
  let last = 0;
  for (let at = 0; at < Math.min(count, LONGEST_QUESTION); at += 1) {
    const place = moved(first, at);
    if (at > 0 && answerLabel(headOf(place)) > 0) return Math.max(last, at - 1);
    if (asks(tailOf(place))) last = at;
  }
  return last;
}

function isWithinQuestion(place: SentencePlace): boolean {
  const question = readQuestion(place);
  return question !== undefined && place.sentence <= question.last;
}

/** A question of the same paragraph. */
function questionBefore(place: SentencePlace): AnsweredQuestion | undefined {
  if (place.sentence === 0 || questionLabel(headOf(place)) > 0) return undefined;
  const labelled = labelledBefore(place);
  if (labelled) return labelled;
  const own = readQuestion(place);
  if (own && own.last < place.sentence) {
    const opens = place.sentence === own.last + 1;
    return answered(place, { from: own.first, to: own.last, isFirm: true, opens });
  }
  if (asks(tailOf(place))) return undefined;
  const before = moved(place, -1);
  if (asks(tailOf(before)) && !isSpeech(headOf(before))) {
    return answered(place, { from: before.sentence, to: before.sentence, isFirm: false, opens: true });
  }
  const first = moved(place, -place.sentence);
  const isNear = place.sentence <= SENTENCES_BEHIND_LOOSE;
  return isNear && asks(tailOf(first)) && !isSpeech(headOf(first))
    ? answered(place, { from: 0, to: 0, isFirm: false, opens: false })
    : undefined;
}

/** A question with a label further down in the paragraph: `问：…？答：…。问：…？答：…。` */
function labelledBefore(place: SentencePlace): AnsweredQuestion | undefined {
  for (let at = place.sentence - 1; at >= Math.max(0, place.sentence - SENTENCES_BACK); at -= 1) {
    const label = { ...place, sentence: at };
    if (questionLabel(headOf(label)) === 0) continue;
    const last = at + lastAsking(label, place.sentence - at + 1);
    if (place.sentence <= last) return undefined;
    return answered(place, { from: at, to: last, isFirm: true, opens: place.sentence === last + 1 });
  }
  return undefined;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly isFirm: boolean;
  readonly opens: boolean;
}

function answered(place: SentencePlace, { from, to, isFirm, opens }: Found): AnsweredQuestion | undefined {
  const first = spanAt({ ...place, sentence: from });
  const last = spanAt({ ...place, sentence: to });
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  return { span, asked: withoutLabel(place.article.text, span), isFirm, isHeading: false, opens };
}

/** A question that is a paragraph of its own, or stands with the beginning of its answer in one. */
function questionAbove(place: SentencePlace): AnsweredQuestion | undefined {
  let speaker = speakerOf(inParagraph(place, place.paragraph));
  for (let at = place.paragraph - 1; at >= Math.max(0, place.paragraph - PARAGRAPHS_BACK); at -= 1) {
    const above = inParagraph(place, at);
    const question = readQuestion(above);
    const holdsAnswer = question !== undefined && question.last < lastOf(above).sentence;
    const opens = !holdsAnswer && at === place.paragraph - 1 && place.sentence === 0;
    if (question) {
      const isPaired = holdsAnswer ? question.kind !== "lone" : reaches(place, above, { question, speaker });
      const found = { from: question.first, to: question.last, isFirm: true, opens };
      return isPaired ? answered(above, found) : undefined;
    }
    const labelled = labelledBefore({ ...lastOf(above), sentence: lastOf(above).sentence + 1 });
    if (labelled) return { ...labelled, opens: false };
    if (isBold(above) && lastOf(above).sentence === 0) return undefined;
    const other = speakerOf(above);
    if (other === "") continue;
    if (speaker !== "") return undefined;
    speaker = other;
  }
  return undefined;
}

function reaches(
  place: SentencePlace,
  above: SentencePlace,
  { question: { kind }, speaker }: { readonly question: ParagraphQuestion; readonly speaker: string },
): boolean {
  switch (kind) {
    case "label":
    case "bold":
      return true;
    case "turn":
      return speaker !== "" && speaker !== speakerOf(above);
    case "item":
    case "lone":
      return place.paragraph - above.paragraph <= PARAGRAPHS_BEHIND_LONE && !isOneOfSeveral(above, kind);
  }
}

/** Questions one below the other ask the reader, and the next paragraph does not answer them. */
function isOneOfSeveral(above: SentencePlace, kind: ParagraphQuestion["kind"]): boolean {
  if (above.paragraph === 0) return false;
  const before = inParagraph(above, above.paragraph - 1);
  return readQuestion(before)?.kind === kind && lastOf(before).sentence === 0;
}

function speakerOf(place: SentencePlace): string {
  return speakerLabel(headOf(place));
}

/** A longer section treats of what its heading asks; few of its sentences answer it. Headlines ask without a mark. */
const SENTENCES_BELOW_QUESTION = 12;
const SENTENCES_BELOW_HEADLINE = 4;

function questionOfHeading(place: SentencePlace): AnsweredQuestion | undefined {
  const { article, section, paragraph, sentence } = place;
  const heading = headingText(article, section);
  if (!section.heading || !headingAsks(heading)) return undefined;
  const isMarked = asks(heading) || questionLabel(heading) > 0;
  const most = isMarked ? SENTENCES_BELOW_QUESTION : SENTENCES_BELOW_HEADLINE;
  const few = section.paragraphs.slice(0, most + 1);
  if (few.reduce((count, { sentences }) => count + sentences.length, 0) > most) return undefined;
  return {
    span: section.heading,
    asked: withoutLabel(article.text, section.heading),
    isFirm: true,
    isHeading: true,
    opens: paragraph === 0 && sentence === 0,
  };
}

/** Takes labels, numbers and speakers from the beginning of a question. */
function withoutLabel(text: string, span: Span): Span {
  let { start } = span;
  for (const measure of [itemNumber, questionLabel, itemNumber, (head: string): number => speakerLabel(head).length]) {
    const head = text.slice(start, Math.min(span.end, start + 60));
    const marks = /^[*_]{1,3}/u.exec(head)?.[0].length ?? 0;
    const length = measure(head.slice(marks));
    const rest = trimSpan(text, { start: start + (length > 0 ? marks + length : 0), end: span.end });
    if (rest.start < rest.end) ({ start } = rest);
  }
  return { start, end: span.end };
}
