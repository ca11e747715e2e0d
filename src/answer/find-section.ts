import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { chineseNumber } from "../text/chinese-numerals.ts";
import type { Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import { columns } from "../text/width.ts";
import { isStopWord } from "./stop-words.ts";

/** A section that a question names. */
export interface NamedSection {
  readonly section: Section;
  /** By its number or place (`第三部分`, `the last section`), or by words of its heading. */
  readonly by: "number" | "heading";
  /** What of the folded question names it; absent where words of the heading do. */
  readonly at?: Span;
  /** Folded words of the question that are the heading's. */
  readonly words: ReadonlySet<string>;
}

/** Less of a heading's words than that may stand in a question by chance. */
const LEAST_SHARE = 0.6;
/** A shorter half of a heading names nothing by itself. */
const LEAST_COLUMNS = 8;

/**
 * Finds the section that a folded question names; a number that the article does not have finds nothing.
 *
 *     第三部分讲什么   第2节   §2.1   section 3   the last section   “营业时间”那一节
 */
export function findSection(article: Article, question: string, analyse: Analyse): NamedSection | undefined {
  const numbered = readNumber(question);
  if (!numbered) return findByHeading(article, question, analyse);
  const section = sectionAt(article, numbered.number);
  return section && { section, by: "number", at: numbered.at, words: new Set() };
}

const PARTS = "(?:大?部分|章节|小节|板块|单元|节|章)";
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** How a section's place is written, in folded text; the group is its number, a negative one counts from the end. */
const numberRules: readonly { readonly pattern: RegExp; readonly read: (written: string) => readonly number[] }[] = [
  {
    pattern: new RegExp(`倒数第([\\d零〇一二两三四五六七八九十]{1,4})个?${PARTS}`, "u"),
    read: (written) => [-readCount(written)],
  },
  { pattern: new RegExp(`(?:最后|末尾|结尾)的?(?:那|这)?一?个?()${PARTS}`, "u"), read: () => [-1] },
  {
    pattern: new RegExp(`第([\\d零〇一二两三四五六七八九十]{1,4})个?${PARTS}`, "u"),
    read: (written) => [readCount(written)],
  },
  {
    pattern: /(?:§\s*|\b(?:section|part|chapter)\s+)(\d{1,3}(?:\.\d{1,3}){0,5})/u,
    read: (written) => written.split(".").map(Number),
  },
  {
    pattern: new RegExp(`\\b(?:section|part|chapter)\\s+(${CARDINALS.join("|")})\\b`, "u"),
    read: (written) => [CARDINALS.indexOf(written) + 1],
  },
  {
    pattern: new RegExp(`\\b(${ORDINALS.join("|")})\\s+(?:section|part|chapter)\\b`, "u"),
    read: (written) => [ORDINALS.indexOf(written) + 1],
  },
  { pattern: /\b(\d{1,3})(?:st|nd|rd|th)\s+(?:section|part|chapter)\b/u, read: (written) => [Number(written)] },
  { pattern: /\b(?:last|final|closing)()\s+(?:section|part|chapter)\b/u, read: () => [-1] },
];

/** What is no number counts further than any article goes. */
function readCount(written: string): number {
  return /^\d+$/u.test(written) ? Number(written) : (chineseNumber(written) ?? Infinity);
}

function readNumber(question: string): { readonly number: readonly number[]; readonly at: Span } | undefined {
  for (const { pattern, read } of numberRules) {
    const match = pattern.exec(question);
    if (match) return { number: read(match[1] ?? ""), at: { start: match.index, end: match.index + match[0].length } };
  }
  return undefined;
}

/** A number counts the sections of the outermost level that has several: a lone one is the article's title. */
function sectionAt({ sections }: Article, number: readonly number[]): Section | undefined {
  const exact = [...allSections(sections)].find((section) => section.number.join(".") === number.join("."));
  const titled = sections.filter((section) => section.number[0] !== 0);
  const counted = titled.length === 1 && titled[0] && titled[0].sections.length > 0 ? titled[0].sections : titled;
  const [first] = number;
  if (number.length > 1 || first === undefined) return exact;
  return counted === titled
    ? (exact ?? counted.at(first > 0 ? first - 1 : first))
    : counted.at(first > 0 ? first - 1 : first);
}

/** The section most of whose heading's words the question has; a word that many headings share tells little. */
function findByHeading(article: Article, question: string, analyse: Analyse): NamedSection | undefined {
  const asked = new Set(analyse(question).terms.map(({ text }) => text));
  const headings = [...allSections(article.sections)].map((section) => {
    const heading = headingText(article, section);
    return { section, words: wordsOf(heading, analyse), parts: partsOf(heading).map((part) => wordsOf(part, analyse)) };
  });
  const weigh = (word: string): number => 1 / headings.filter(({ words }) => words.has(word)).length;
  let best: NamedSection | undefined;
  let most = 0;
  for (const { section, words, parts } of headings) {
    const common = [...words].filter((word) => asked.has(word));
    const shares = [words, ...parts].map(
      (part) => sum(common.filter((word) => part.has(word)).map(weigh)) / sum([...part].map(weigh)),
    );
    const score = Math.max(0, ...shares.filter((share) => share >= LEAST_SHARE)) * sum(common.map(weigh));
    if (score <= most) continue;
    [best, most] = [{ section, by: "heading", words: new Set(common) }, score];
  }
  return best;
}

/** A long heading is called by one half of it: `破局之路:Meta能否走出…的怪圈`. */
function partsOf(heading: string): string[] {
  const parts = heading.split(/[:：—–]+|\s-\s/u).map((part) => part.trim());
  return parts.length > 1 ? parts.filter((part) => columns(part) >= LEAST_COLUMNS) : [];
}

function wordsOf(heading: string, analyse: Analyse): Set<string> {
  const words = analyse(heading).terms.filter(({ kind, text }) => kind === "word" && !isStopWord(text));
  return new Set(words.map(({ text }) => text));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
