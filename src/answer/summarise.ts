import {
  allSections,
  type Article,
  headingText,
  type Paragraph,
  type Section,
  type Sentence,
} from "../article/article.ts";
import { remember } from "../languages/remember.ts";
import { rememberOpenedSteps } from "../article/remember-opened.ts";
import { shownParts } from "../article/shown-parts.ts";
import type { Library } from "../search/library.ts";
import type { TermRarity } from "../search/term-rarity.ts";
import { joinShown } from "../text/shown-part.ts";
import { finishSteps, type Pause, type Steps } from "../text/steps.ts";
import type { Analyse } from "../text/terms.ts";
import { columns } from "../text/width.ts";
import type { Quote } from "./answer.ts";
import { cosine, lexRank, type TermVector } from "./lexrank.ts";
import { quoteSpan } from "./quote-span.ts";
import { isStopWord } from "./stop-words.ts";

/** More sections than that are summarised by their outermost ones alone. */
const MOST_SECTIONS = 60;
/** Of an article that is one section. */
const MOST_OF_ONE_SECTION = 5;
/** More parts than that are joined, some neighbours to one. */
const MOST_PARTS = 60;
/** LexRank compares every sentence with every other: of a longer part only the beginning is read. */
const MOST_SENTENCES = 200;
/** Of all parts together, shared out equally: a summary of a long article is read from where its sections begin. */
const MOST_IN_ALL = 600;
/** A longer sentence fits no message, in UTF-16 code units. */
const LONGEST = 2000;
/** A shorter sentence says too little by itself; an ideograph takes two columns. */
const LEAST_COLUMNS = 30;
/** Two sentences more alike than that are not both quoted. */
const ALIKE = 0.5;
/** How readily the walk jumps to a sentence that has nothing of the title and the heading. */
const LEAST_BIAS = 0.1;
/** What a sentence counts that leans on the one before it: it opens with a pronoun, a contrast or an example. */
const LEANING = 0.6;
const LEANS =
  /^[“「"]?(?:[他她它其]|这|那|此|该|但|却|不过|然而|更|比如|例如|另外|此外|(?:he|she|it|they|this|that|these|those|such|but|however|also|in that case)\b)/u;

/**
 * Quotes the most representative sentence of each section, in reading order; of an article that is one section, several. A section
 * without such a sentence is represented by its first one, however short, and one that holds nothing by its heading. Made once
 * while the article is open.
 *
 * @throws RangeError when there is no such article.
 */
export function summarise(library: Library, article: string): readonly Quote[] {
  return summariesOf(library).now(findArticle(library, article));
}

/** Makes the same summary a little at a time. */
export function summariseGently(library: Library, article: string, pause: Pause): Promise<readonly Quote[]> {
  return summariesOf(library).gently(findArticle(library, article), pause);
}

const summariesOf = remember((library: Library) =>
  rememberOpenedSteps((article) => summariseInSteps(library, article)),
);

function findArticle(library: Library, article: string): Article {
  const found = library.articles.get(article);
  if (!found) throw new RangeError(`there is no article "${article}"`);
  return found;
}

function* summariseInSteps(library: Library, article: Article): Steps<readonly Quote[]> {
  const parts = partsOf(article);
  const limit = parts.length === 1 ? MOST_OF_ONE_SECTION : 1;
  const context = { article, analyse: library.analyse, rarity: library.termRarity(article) };
  const read = Math.min(MOST_SENTENCES, Math.floor(MOST_IN_ALL / Math.max(1, parts.length)));
  const quotes: Quote[] = [];
  for (const part of parts) {
    yield;
    const found = yield* representatives(context, part, { limit, read });
    quotes.push(...(found.length > 0 ? found : quoteAnything(article, part)));
  }
  return quotes;
}

/** Quotes the most representative sentences of one section and its subsections, in reading order. */
export function summariseSection(library: Library, article: Article, section: Section): readonly Quote[] {
  const context = { article, analyse: library.analyse, rarity: library.termRarity(article) };
  const whole = wholeOf([section]);
  const sentences = [...sentencesOf(whole).take(3 * MOST_OF_ONE_SECTION)].length;
  const limit = Math.max(1, Math.min(MOST_OF_ONE_SECTION, Math.ceil(sentences / 3)));
  return finishSteps(representatives(context, whole, { limit, read: MOST_SENTENCES }));
}

/** A stretch of the article that is summarised as one. */
interface Part {
  /** The section whose heading tells what it is about. */
  readonly heading: Section | undefined;
  readonly sections: readonly Section[];
}

interface Context {
  readonly article: Article;
  readonly analyse: Analyse;
  readonly rarity: TermRarity;
}

interface PlacedSentence extends Sentence {
  readonly section: Section;
  readonly paragraph: Paragraph;
  readonly next: Paragraph | undefined;
}

function wholeOf(sections: readonly Section[]): Part {
  return { heading: sections[0], sections: [...allSections(sections)] };
}

/** Every section by itself, or where those are too many the outermost ones with all they hold. */
function partsOf({ sections }: Article): Part[] {
  const filled = [...allSections(sections)].filter(hasContent);
  if (filled.length <= MOST_SECTIONS) return filled.map((section) => ({ heading: section, sections: [section] }));
  const outer =
    sections.length === 1 && sections[0] ? [{ ...sections[0], sections: [] }, ...sections[0].sections] : sections;
  const told = outer.filter((section) => [...allSections([section])].some(hasContent));
  const joined = Math.max(1, Math.ceil(told.length / MOST_PARTS));
  return Array.from({ length: Math.ceil(told.length / joined) }, (_, at) =>
    wholeOf(told.slice(at * joined, (at + 1) * joined)),
  );
}

/** A heading above subsections alone is told by these. */
function hasContent({ heading, paragraphs, sections }: Section): boolean {
  return paragraphs.length > 0 || (heading !== undefined && sections.length === 0);
}

/** The first sentence of a part where none tells much, or a row of its table; of one that holds nothing its heading. */
function quoteAnything(article: Article, part: Part): readonly Quote[] {
  const some = [...sentencesOf(part).take(MOST_SENTENCES)];
  const told = some.find(({ span }) => !ENDS_OPEN.test(joinShown(shownParts(article, span)))) ?? some[0];
  const row = part.sections.find(({ paragraphs }) => paragraphs.length > 0)?.paragraphs[0]?.sentences[0];
  const span = told?.span ?? row?.span ?? part.heading?.heading;
  const quote = span && quoteSpan(article, span);
  return quote ? [quote] : [];
}

/** A question or a lead-in. */
const ENDS_OPEN = /[?？:：]$/u;

function* sentencesOf({ sections }: Part): Generator<PlacedSentence, undefined> {
  for (const section of sections) {
    for (const [index, paragraph] of section.paragraphs.entries()) {
      if (paragraph.kind === "code" || paragraph.kind === "table") continue;
      const next = section.paragraphs[index + 1];
      for (const { span } of paragraph.sentences) yield { section, paragraph, next, span };
    }
  }
}

interface Bounds {
  /** So many are quoted. */
  readonly limit: number;
  /** So many are read. */
  readonly read: number;
}

function* representatives(
  { article, analyse, rarity }: Context,
  own: Part,
  { limit, read }: Bounds,
): Steps<readonly Quote[]> {
  const fit = [...sentencesOf(own).take(read)].filter((sentence) => tells(article, sentence));
  const prose = fit.filter(({ paragraph }) => paragraph.kind === "prose");
  const sentences = prose.length > 0 ? prose : fit;
  const [vectors, leans]: [TermVector[], boolean[]] = [[], []];
  for (const { span } of sentences) {
    yield;
    const { folded, terms } = analyse(article.text, span.start, span.end);
    vectors.push(vectorOf(terms, rarity));
    leans.push(LEANS.test(folded.text));
  }
  const heading = own.heading ? headingText(article, own.heading) : "";
  const subject = vectorOf(analyse(`${article.title}\n\n${heading}`).terms, rarity);
  const bias = vectors.map((vector) => LEAST_BIAS + cosine(vector, subject));
  const ranks = lexRank(vectors, { bias }).map((rank, index) => rank * (leans[index] === true ? LEANING : 1));
  const order = ranks.map((_, index) => index).toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  const chosen: number[] = [];
  for (const index of order) {
    if (chosen.length === limit) break;
    if (!chosen.some((other) => cosine(vectors[index] ?? new Map(), vectors[other] ?? new Map()) > ALIKE))
      chosen.push(index);
  }
  return chosen
    .toSorted((a, b) => a - b)
    .flatMap((index) => {
      const sentence = sentences[index];
      const quote = sentence && quoteSpan(article, sentence.span);
      return quote ? [{ ...quote, score: ranks[index] ?? 0 }] : [];
    });
}

/** A question of the article's own, a lead-in to what follows and a scrap tell nothing by themselves. */
function tells(article: Article, { span, paragraph, next }: PlacedSentence): boolean {
  if (span.end - span.start > LONGEST) return false;
  const leadsIn =
    paragraph.kind === "prose" && paragraph.sentences.length === 1 && next !== undefined && next.kind !== "prose";
  if (leadsIn && next.kind !== "block-quote") return false;
  const shown = joinShown(shownParts(article, span)).replace(/(?<![”’」』"')\]*_\s])[”’」』"')\]*_\s]+$/u, "");
  return !ENDS_OPEN.test(shown) && columns(shown) >= LEAST_COLUMNS;
}

/** Words and pairs with tf·idf; single characters and stop words say nothing of the subject. */
function vectorOf(terms: ReturnType<Analyse>["terms"], rarity: TermRarity): TermVector {
  const vector = new Map<string, number>();
  for (const { text, kind } of terms) {
    if (kind === "character" || isStopWord(text)) continue;
    vector.set(text, (vector.get(text) ?? 0) + rarity(text));
  }
  return vector;
}
