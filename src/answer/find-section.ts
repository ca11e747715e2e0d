import { allSections, type Article, type Section } from "../article/article.ts";
import { type AskedNumber, findAskedNumbers, findDottedNumber } from "../article/asked-numbers.ts";
import type { NumberedKind } from "../article/own-number.ts";
import { readNamedNumber } from "../article/own-number.ts";
import { type Borne, findOwnNumber } from "../article/find-own-number.ts";
import type { Bearer, OwnNumbers } from "../article/own-numbers.ts";
import { chineseNumber } from "../text/chinese-numerals.ts";
import type { Span } from "../text/span.ts";
import type { HeadingWords } from "../search/heading-words.ts";
import type { Analyse, AnalysedText } from "../text/terms.ts";
import { isStopWord } from "./stop-words.ts";

/** What of an article a question names: a section, or some paragraphs of one. */
export type NamedPlace = Pick<Bearer, "section" | "paragraphs">;

/** What a question names. */
export type Named =
  | {
      readonly kind: "found";
      /** In the order in which they are named; at least one. */
      readonly places: readonly NamedPlace[];
      /** By the number that it bears or its place (`第三部分`, `the last section`), or by words of its heading. */
      readonly by: "number" | "heading";
      /** What of the folded question names them; none where words of the heading do. */
      readonly at: readonly Span[];
      /** Folded words of the question that are the heading's. */
      readonly words: ReadonlySet<string>;
    }
  /** A number that nothing bears. */
  | {
      readonly kind: "absent";
      readonly at: readonly Span[];
      /** Whether others do that are written like it: then nothing else can be meant. */
      readonly isCounted: boolean;
    };

/** Less of a heading's words than that may stand in a question by chance. */
const LEAST_SHARE = 0.6;

interface FindOptions {
  readonly analyse: Analyse;
  readonly numbers: OwnNumbers;
  /** Asked for where a heading may be named. */
  readonly headingWords: () => HeadingWords;
  /** Whether words of a heading may name its section, too. */
  readonly mayNameHeading: boolean;
}

/**
 * Finds what a folded question names: by the number that it bears, by its place, or by its heading.
 *
 *     第三部分讲什么   第十二条   §2.1   Appendix B   the last section   “营业时间”那一节
 */
export function findSection(article: Article, question: string, options: FindOptions): Named | undefined {
  const { numbers } = options;
  const asked = findAskedNumbers(question).map((each) => ({ ...each, found: findBearers(article, each, numbers) }));
  const dotted = asked.length === 0 ? findDottedNumber(question) : undefined;
  const borne = dotted && findBearers(article, dotted, numbers);
  if (dotted && borne?.kind === "borne") asked.push({ ...dotted, found: borne });
  const counted = asked.filter(({ found }) => found.kind !== "uncounted");
  const places = counted.flatMap(({ found }) => (found.kind === "borne" ? found.bearers : []));
  const at = counted.map((each) => each.at);
  if (places.length > 0) return { kind: "found", places, by: "number", at, words: new Set() };
  if (counted.length > 0) {
    const isCounted = counted.some(({ found }) => found.kind === "unborne" && found.isAlike);
    return { kind: "absent", at, isCounted };
  }
  const placed = readPlace(question, asked[0]);
  if (!placed) {
    const mayNameHeading = options.mayNameHeading && asked.length === 0;
    return mayNameHeading ? findByHeading(question, options) : undefined;
  }
  const found = placed.kind ? lastOfKind(article, numbers, placed) : placeAt(article, numbers, placed);
  if (!found) return { kind: "absent", at: [placed.at], isCounted: false };
  return { kind: "found", places: [found], by: "number", at: [placed.at], words: new Set() };
}

/** The sign § is how references are written, which count places, unless headings have it themselves. */
function findBearers(article: Article, { path }: AskedNumber, numbers: OwnNumbers): Borne {
  const isPlace = path[0]?.style.startsWith("§") && !numbers.some(({ number }) => number.style.startsWith("§"));
  return isPlace ? { kind: "uncounted" } : findOwnNumber(article, numbers, path);
}

/** A place among the sections; a negative number counts from the end. */
interface PlaceNumber {
  readonly number: readonly number[];
  readonly at: Span;
  /** What is counted from the end. */
  readonly kind?: NumberedKind;
}

/** `倒数第二章`, `最后一条`, `the last section`; the groups are the number and what is counted. */
const fromEnd: readonly RegExp[] = [
  /倒数第([\d零〇一二两三四五六七八九十]{1,4})个?(大?部分|章节|小节|板块|单元|节|章|条)/u,
  /(?:最后|末尾|结尾)的?(?:那|这)?(一)?个?(大?部分|章节|小节|板块|单元|节|章|条)/u,
  /\b(?:last|final|closing)( )(section|part|chapter|article|clause)\b/u,
];

function readPlace(question: string, asked: AskedNumber | undefined): PlaceNumber | undefined {
  for (const pattern of fromEnd) {
    const match = pattern.exec(question);
    if (!match) continue;
    const [whole, count = "", noun = ""] = match;
    const kind = readNamedNumber(/[a-z]/u.test(noun) ? `${noun} 1` : `第一${noun}`, 0)?.kind;
    const number = [-(Number(count) || (chineseNumber(count.trim() || "一") ?? Number.POSITIVE_INFINITY))];
    return { number, at: { start: match.index, end: match.index + whole.length }, ...(kind && { kind }) };
  }
  const [only, ...others] = asked?.path ?? [];
  if (!asked || !only || others.length > 0 || !PLACES.has(only.kind) || NO_PLACE.test(only.style)) return undefined;
  const number = (only.readings.find((reading) => /^\d/u.test(reading)) ?? "").split(".").map(Number);
  return number.every(Number.isInteger) ? { number, at: asked.at } : undefined;
}

const PLACES: ReadonlySet<NumberedKind> = new Set(["part", "chapter", "section"]);
/** 第三篇 and 第二部 rather count texts and works. */
const NO_PLACE = /^第[编篇卷部]$|^(?:book|volume)/u;

/** The last that bears a number of a kind: the last chapter is no appendix. */
function lastOfKind(article: Article, numbers: OwnNumbers, { kind, number }: PlaceNumber): NamedPlace | undefined {
  const counted = numbers.filter((each) => each.number.kind === kind);
  const headed = counted.filter(({ paragraphs }) => !paragraphs);
  const last = (headed.length > 1 ? headed : counted).at(number[0] ?? -1);
  if (last && counted.length > 1) return last;
  const section = kind && PLACES.has(kind) ? sectionAt(article, number) : undefined;
  return section && { section };
}

/** Where there are fewer sections, an item of a numbered list may be meant: licences call those sections. */
function placeAt(article: Article, numbers: OwnNumbers, { number }: PlaceNumber): NamedPlace | undefined {
  const section = sectionAt(article, number);
  const isAppendix = numbers.some((each) => each.section === section && each.number.kind === "appendix");
  if (section && !isAppendix) return { section };
  const items = numbers.filter((each) => each.paragraphs && each.number.readings[0] === number.join("."));
  return items.length === 1 ? items[0] : undefined;
}

/** A number counts the sections of the outermost level that has several: a lone one is the article's title. */
function sectionAt({ sections }: Article, number: readonly number[]): Section | undefined {
  const exact = [...allSections(sections)].find((section) => section.number.join(".") === number.join("."));
  const titled = sections.filter((section) => section.number[0] !== 0);
  const counted = titled.length === 1 && titled[0] && titled[0].sections.length > 0 ? titled[0].sections : titled;
  const [first] = number;
  if (number.length > 1 || !first) return exact;
  return counted === titled
    ? (exact ?? counted.at(first > 0 ? first - 1 : first))
    : counted.at(first > 0 ? first - 1 : first);
}

/** The section most of whose heading's words the question has; a word that many headings share tells little. */
function findByHeading(question: string, { analyse, headingWords }: FindOptions): Named | undefined {
  const { headings, counts } = headingWords();
  const analysed = analyse(question);
  if (!counts.keys().some(mayStandIn(analysed))) return undefined;
  const asked = new Set(analysed.terms.flatMap(({ text }) => (isStopWord(text) ? [] : [text])));
  const weigh = (word: string): number => 1 / (counts.get(word) ?? 0);
  let best: Named | undefined;
  let most = 0;
  for (const { section, words, parts } of headings) {
    const common = [...words].filter((word) => asked.has(word));
    if (common.length === 0) continue;
    const shares = [words, ...parts].map(
      (part) =>
        sum(common.filter((word) => part.has(word)).map(weigh)) /
        sum([...part].filter((word) => !isStopWord(word)).map(weigh)),
    );
    const score = Math.max(0, ...shares.filter((share) => share >= LEAST_SHARE)) * sum(common.map(weigh));
    if (score <= most) continue;
    [best, most] = [{ kind: "found", places: [{ section }], by: "heading", at: [], words: new Set(common) }, score];
  }
  return best;
}

/** Whether a text may have a term, told without cutting it into words. */
function mayStandIn({ folded, latinTerms }: AnalysedText): (term: string) => boolean {
  const latin = new Set(latinTerms.map(({ text }) => text));
  return (term) => latin.has(term) || folded.text.includes(term);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
