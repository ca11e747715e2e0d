import { languages } from "../../languages/all.ts";
import { cutTokens, joinTokens } from "../../languages/question-tokens.ts";
import type { Library } from "../../search/library.ts";
import { findQuantities } from "../../text/quantities.ts";
import type { Quantity } from "../../text/quantity.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { placeTerms } from "../question-parts.ts";
import { isEmptyWord, isStopWord } from "../stop-words.ts";
import { type AskedThing, readAskedThing } from "./asked-thing.ts";
import { denies } from "./denies.ts";
import { type QuestionTraits, readTraits } from "./question-traits.ts";
import { idleWith, idleWords, joiningWords, orderingWords, tellingWords } from "./telling-words.ts";

/** A word or a phrase with content. */
export interface SenseUnit {
  /** Folded; of Latin words their stems. */
  readonly own: string;
  /** As it is written, folded. */
  readonly written: string;
  readonly isHan: boolean;
  /** It may be missing in a question that is the same. */
  readonly isIdle: boolean;
  /** Something that joins in any order stands before it. */
  readonly isJoined: boolean;
}

/** What two questions are compared by. */
export interface QuestionSense {
  /** The folded question without marks: equal ones are the same question. */
  readonly letters: string;
  readonly text: string;
  readonly asked: Omit<AskedThing, "spans">;
  readonly denies: boolean;
  readonly traits: QuestionTraits;
  /** Names that end in a mark which tells them from others: C#, C++. */
  readonly marked: string;
  readonly quantities: readonly Quantity[];
  /** In reading order. */
  readonly units: readonly SenseUnit[];
  /** By each word that puts what follows in its place (from, 比), the index of the unit that follows. */
  readonly ordering: ReadonlyMap<string, number>;
}

export type SenseParts = Pick<Library, "analyse" | "lexicon">;

/** Longer ones are texts, not questions, and are the same only letter for letter. */
const LONGEST = 300;
const MOST_UNITS = 30;

/** Reads what a question is about. */
export function readSense(source: string, { analyse, lexicon }: SenseParts): QuestionSense {
  const analysed = analyse(source);
  const { folded } = analysed;
  const { text } = folded;
  const letters = lettersOf(text);
  const whole = {
    letters,
    text: text.length > LONGEST ? "" : text,
    denies: denies(text.slice(0, LONGEST)),
    marked: markedNames(text),
  };
  if (text.length > LONGEST || text.trim() === "") {
    return {
      ...whole,
      asked: { thing: "text", sort: undefined, isObject: false },
      traits: new Map(),
      quantities: [],
      units: [],
      ordering: new Map(),
    };
  }
  const { spans, ...asked } = readAskedThing(text);
  const quantities = findQuantities(text).filter((each) => !spans.some((span) => overlaps(span, each)));
  const taken = [...spans, ...framesOf(text), ...quantities];
  const { terms } = analysed.asQuestion({ known: { has: () => false, hasWord: () => false }, isEmpty });
  const words = placeTerms(folded, terms).flatMap(({ kind, part: { text: own, at, length } }) =>
    kind === "word" ? [{ own, start: at, end: at + length }] : [],
  );
  const placed = chooseCompounds(words).filter((word) => !taken.some((span) => isWithin(word, span)));
  const idle = idleWith.get(asked.thing);
  const kept = joinPhrases(placed, text, lexicon)
    .filter(({ own, written }) => tellingWords.has(written) || !(isStopWord(own) || isStopWord(written)))
    .slice(0, MOST_UNITS);
  const units = kept.map(({ own, written, start, isHan }, index): SenseUnit => ({
    own,
    written,
    isHan,
    isIdle: idleWords.has(own) || idleWords.has(written) || idle?.has(own) === true || idle?.has(written) === true,
    isJoined: joins(text.slice(kept[index - 1]?.end ?? 0, start)),
  }));
  const traits = readTraits(text, asked.thing);
  return { ...whole, asked, traits, quantities, units, ordering: findOrdering(text, { kept, taken: spans }) };
}

function isEmpty(word: string): boolean {
  return isEmptyWord(word) && !tellingWords.has(word);
}

/** Tells whether a word asks; 动机 asks, and 发动机 does not. */
function isWithin(word: Span, span: Span): boolean {
  return overlaps(span, word) && !(word.start < span.start && word.end - word.start > 2);
}

function markedNames(text: string): string {
  const names = text.slice(0, LONGEST).match(/(?<![a-z\d])[a-z\d]{1,20}(?:\+\+?|#)(?![a-z\d])/gu) ?? [];
  return names.toSorted().join(" ");
}

/** Marks part nothing, but for those within numbers and names: 1.5 is not 15, and C++ not C. */
function lettersOf(text: string): string {
  return text.replace(/(?<!\d)[\p{P}--[\u0023%@*\/+]](?!\d)|[\p{P}--[\u0023%@*\/+]](?=\s*$)|\s+/gv, "");
}

function framesOf(text: string): Span[] {
  return languages.flatMap(({ frame }) =>
    Array.from(text.matchAll(frame), ({ 0: { length }, index }) => ({ start: index, end: index + length })).filter(
      // A measure word behind these tells when: 每日, 这周.
      ({ start, end }) => !(/[每这那]/u.test(text.charAt(start - 1)) && /[日周天月年]/u.test(text.slice(start, end))),
    ),
  );
}

interface Word extends Span {
  readonly own: string;
}

/** `wi-fi` is one word, `check-in` two. */
function chooseCompounds(words: readonly Word[]): Word[] {
  const compounds = words.filter(({ own }) => /^[a-z\d]+(?:-[a-z\d]+)+$/u.test(own));
  if (compounds.length === 0) return [...words];
  const whole = compounds.filter(({ own }) => /(?:^|-)[a-z]{1,2}(?:-|$)/u.test(own) && !/-(?:in|on|up|to)$/u.test(own));
  return words
    .filter((word) => !compounds.includes(word) || whole.includes(word))
    .filter((word) => whole.includes(word) || !whole.some((compound) => overlaps(compound, word)))
    .map((word) => (whole.includes(word) ? { ...word, own: word.own.replaceAll("-", "") } : word));
}

interface Phrase extends Word {
  readonly written: string;
  readonly isHan: boolean;
}

const LONGEST_PHRASE = 3;

/** Words that stand together in a synonym table are one: `head office`, 人工 智能. */
function joinPhrases(words: readonly Word[], text: string, lexicon: SenseParts["lexicon"]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words.slice(at, at + LONGEST_PHRASE), text, lexicon);
    if (!phrase) break;
    phrases.push(phrase);
    at += phrase.count;
  }
  return phrases;
}

function phraseAt(
  words: readonly Word[],
  text: string,
  lexicon: SenseParts["lexicon"],
): (Phrase & { readonly count: number }) | undefined {
  const [first] = words;
  if (!first) return undefined;
  const isHan = /\p{Script=Han}/u.test(first.own);
  for (let count = words.length; count > 1; count -= 1) {
    const parts = words.slice(0, count);
    const end = parts.at(-1)?.end ?? first.end;
    const written = joinTokens(cutTokens(text.slice(first.start, end)));
    const isWhole = parts.every((part, index) => index === 0 || isNext(text.slice(parts[index - 1]?.end, part.start)));
    if (!isWhole || lexicon.synonyms(written).length === 0) continue;
    const own = isHan ? written : parts.map((part) => part.own).join(" ");
    return { own, written, isHan, start: first.start, end, count };
  }
  return { ...first, written: text.slice(first.start, first.end), isHan, count: 1 };
}

function isNext(between: string): boolean {
  return /^[\s-]?$/u.test(between);
}

function joins(between: string): boolean {
  if (/[,，、;；:：/]/u.test(between)) return true;
  const latin = between.match(/'s|[a-z]+/gu) ?? [];
  return latin.some((word) => joiningWords.has(word)) || [...between].some((character) => joiningWords.has(character));
}

interface Ordered {
  readonly kept: readonly Span[];
  readonly taken: readonly Span[];
}

function findOrdering(text: string, { kept, taken }: Ordered): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { 0: word, index } of text.matchAll(/[a-z]+|而不是|[从到至往去比被把将向离由对给自]/gu)) {
    const end = index + word.length;
    const span = { start: index, end };
    if (!orderingWords.has(word) || found.has(word)) continue;
    const isContent = kept.some((other) => overlaps(other, span) && other.end - other.start > word.length);
    if (isContent || taken.some((other) => overlaps(other, span))) continue;
    const next = kept.findIndex(({ start }) => start >= end);
    // `By whom` and 从什么时候 ask for what comes next.
    const isAsking = taken.some(({ start }) => start >= end && start <= (kept[next]?.start ?? text.length));
    if (next >= 0 && !isAsking) found.set(word, next);
  }
  return found;
}
