import type { Article, Sentence } from "../article/article.ts";
import { findHeader } from "../article/ties/find-header.ts";
import { findLeadIn } from "../article/ties/find-lead-in.ts";
import { findOwnQuestion, findQuestion } from "../article/ties/find-question.ts";
import { refersBack } from "../article/ties/find-subject.ts";
import { paragraphAt, type SentencePlace, sentenceAt } from "../article/ties/sentence-place.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Span } from "../text/span.ts";
import type { AnalysedText, Analyse, Term } from "../text/terms.ts";
import { remember } from "../languages/remember.ts";
import { type KeepWithin, keepWithin } from "./keep-within.ts";
import type { MemoryBudget } from "./memory-budget.ts";
import type { Passage } from "./passage.ts";

/** What of a text a question's words are looked for in. */
export interface TextFacts {
  /** Folded. */
  readonly text: string;
  /** Every term that stands in it. */
  readonly terms: ReadonlySet<string>;
  /** Ideographs that stand in it as words of their own, and those that begin or end a word. */
  readonly alone: string;
  readonly edges: string;
  readonly quantities: readonly Quantity[];
}

/** A question, lead-in, heading or row of column names; the same object for every sentence that it belongs to. */
export interface TiedText extends TextFacts {
  /** Its dictionary's words and Latin words, each once. */
  readonly words: readonly string[];
}

/** What stands elsewhere and belongs to a sentence. */
export interface SentenceTies {
  /** The question that it answers, without the label before it: in the text, or a heading that asks. */
  readonly askedBy?: TiedText;
  /** It is the first sentence of that answer. */
  readonly opensAnswer: boolean;
  /** The sentence is a question itself that another answers, whose `askedBy` this is. */
  readonly asksAs?: TiedText;
  /** The line that it completes as an item, and its column names. */
  readonly introducedBy: readonly TiedText[];
  /** It is a row of column names, which answers nothing without the rows below it. */
  readonly isHeader: boolean;
  /** It begins with a word for something that is named before it: `It …`, `它…`. */
  readonly refersBack: boolean;
  /** The headings above it. */
  readonly below: readonly TiedText[];
}

/** What a tied text takes with all that is read of it, in bytes. */
const BYTES = { text: 1000, term: 50 };

/** Makes the function that describes what belongs to a sentence; each tied text is analysed once. */
export function createDescribeTies(
  analyse: Analyse,
  memory: MemoryBudget,
): (passage: Passage, sentence: Sentence) => SentenceTies {
  const keeping = remember<Article, KeepWithin<string, TiedText>>(() =>
    keepWithin(memory, ({ terms }) => BYTES.text + BYTES.term * terms.size),
  );
  const headings = new WeakMap<Passage["sections"], readonly TiedText[]>();
  return ({ article, sections }, { span }) => {
    const keep = keeping(article);
    const read = (tied: Span): TiedText =>
      keep(`${tied.start} ${tied.end}`, () => describeText(analyse, article, tied));
    const place = sentenceAt(article, span.start);
    const below = headings.get(sections) ?? sections.flatMap(({ heading }) => (heading ? [read(heading)] : []));
    headings.set(sections, below);
    return { ...(place ? tiesAt(place, read) : untied), below };
  };
}

const untied = { opensAnswer: false, introducedBy: [], isHeader: false, refersBack: false };

function tiesAt(place: SentencePlace, read: (tied: Span) => TiedText): Omit<SentenceTies, "below"> {
  const own = findOwnQuestion(place);
  const question = own ? undefined : findQuestion(place);
  const isPaired = question !== undefined && (question.isFirm || question.opens);
  return {
    ...(isPaired && { askedBy: read(question.asked) }),
    ...(own && { asksAs: read(own.asked) }),
    opensAnswer: isPaired && question.opens,
    introducedBy: findIntroductions(place).map(read),
    isHeader: place.sentence === 0 && headerAt(place) !== undefined,
    refersBack: refersBack(place),
  };
}

/** Finds the line that a sentence completes as an item, and its column names. */
function findIntroductions(place: SentencePlace): Span[] {
  const header = place.sentence === 0 ? undefined : headerAt(place);
  return [findLeadIn(place), header].filter((span) => span !== undefined);
}

/** The column names of the table in which a sentence is a row. */
function headerAt(place: SentencePlace): Span | undefined {
  const paragraph = paragraphAt(place);
  return paragraph && findHeader(place.article, paragraph);
}

/** Makes the function that lists the terms of what belongs to a passage: its question, lead-in and column names. */
export function createTiedTerms(analyse: Analyse): (passage: Passage) => ReadonlySet<string> {
  let last: { readonly article: Article; readonly key: string; readonly terms: readonly string[] } | undefined;
  const termsOf = (article: Article, { start, end }: Span): readonly string[] => {
    const key = `${start} ${end}`;
    if (last?.article !== article || last.key !== key) {
      const { terms } = analyse(article.text, start, end);
      last = { article, key, terms: terms.filter(({ kind }) => kind !== "character").map((term) => term.text) };
    }
    return last.terms;
  };
  return ({ article, sentences }) => {
    const place = sentences[0] && sentenceAt(article, sentences[0].span.start);
    if (!place) return new Set();
    const question = findQuestion(place);
    const asked = question && !question.isHeading && question.isFirm ? [question.asked] : [];
    return new Set([...asked, ...findIntroductions(place)].flatMap((span) => termsOf(article, span)));
  };
}

function describeText(analyse: Analyse, { text }: Article, { start, end }: Span): TiedText {
  return new DescribedText(analyse(text, start, end));
}

/** Quantities are read at their first use; a class as `AnalysedFolded` is one. */
class DescribedText implements TiedText {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly alone: string;
  readonly edges: string;
  readonly words: readonly string[];
  #quantities: readonly Quantity[] | undefined;

  constructor({ folded, terms }: AnalysedText) {
    const { alone, edges } = placeIdeographs(terms);
    this.text = folded.text;
    this.terms = new Set(terms.map((term) => term.text));
    this.alone = alone;
    this.edges = edges;
    this.words = [...new Set(terms.filter(({ kind }) => kind === "word").map((term) => term.text))];
  }

  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= findQuantities(this.text));
  }
}

/** Joins the ideographs of a text that are words of their own, and those at the edge of one, each once. */
export function placeIdeographs(terms: readonly Term[]): Pick<TextFacts, "alone" | "edges"> {
  const that = (place: Term["stands"]): string =>
    [...new Set(terms.filter(({ stands }) => stands === place).map((term) => term.text))].join("");
  return { alone: that("alone"), edges: that("edge") };
}
