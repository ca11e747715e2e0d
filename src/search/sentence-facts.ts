import type { AnswerKind } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { AnalysedText, Analyse, Name, Term } from "../text/terms.ts";
import { type Article, headingText, type Sentence } from "../article/article.ts";
import { createDescribeTies, placeIdeographs, type SentenceTies, type TextFacts } from "./sentence-ties.ts";
import { keepWithin } from "./keep-within.ts";
import type { MemoryBudget } from "./memory-budget.ts";
import type { Passage } from "./passage.ts";
import { titleSubjects } from "./title-subjects.ts";
import { weighFacts } from "./weights.ts";
import { joinParts, visibleParts } from "../article/visible-parts.ts";

/** What the ranker knows of a sentence whatever is asked. */
export interface SentenceFacts extends TextFacts {
  /** How many words, not counting single ideographs. */
  readonly words: number;
  readonly names: readonly Name[];
  readonly kinds: ReadonlySet<AnswerKind>;
  /** Latin words, as terms, that have a capital though they do not begin the sentence. */
  readonly capitals: ReadonlySet<string>;
  /** It asks something itself. */
  readonly asks: boolean;
  /** What stands elsewhere and belongs to it. */
  readonly ties: SentenceTies;
}

const ANSWER_RULES = languages.flatMap((language) => language.answerRules);

/** What the ranker knows of a passage whatever is asked. */
export interface PassageFacts {
  /** Folded headings above it. */
  readonly headings: string;
  /** Folded title of its article. */
  readonly title: string;
  /** What the title names side by side, as terms: `Meta` and `Google`. */
  readonly subjects: readonly string[];
  /** One for each of its sentences. */
  readonly sentences: readonly SentenceFacts[];
}

/** Makes the function that describes passages at their first use and keeps what it found for the next question. */
export function createDescribe(analyse: Analyse, memory: MemoryBudget): (passage: Passage) => PassageFacts {
  const keep = keepWithin<Passage, PassageFacts>(memory, weighFacts);
  const headings = new Map<Passage["sections"], string>();
  const ties = createDescribeTies(analyse, memory);
  const titles = new Map<Article, { readonly title: string; readonly subjects: readonly string[] }>();
  const fold = (text: string): string => analyse(text).folded.text;
  const describePassage = (passage: Passage): PassageFacts => {
    const { article, sections } = passage;
    const above = headings.get(sections) ?? fold(sections.map((section) => headingText(article, section)).join("\n\n"));
    headings.set(sections, above);
    const title = titles.get(article) ?? describeTitle(analyse(article.title));
    titles.set(article, title);
    return {
      headings: above,
      ...title,
      sentences: passage.sentences.map((sentence) =>
        describeShown(passage, { sentence, ties: ties(passage, sentence) }, analyse),
      ),
    };
  };
  return (passage) => keep(passage, () => describePassage(passage));
}

function describeTitle(title: AnalysedText): { readonly title: string; readonly subjects: readonly string[] } {
  return { title: title.folded.text, subjects: titleSubjects(title) };
}

/** Marks and addresses of a Markdown source tell nothing, and must not be matched. */
function describeShown(
  { article, paragraph }: Passage,
  { sentence, ties }: { readonly sentence: Sentence; readonly ties: SentenceTies },
  analyse: Analyse,
): SentenceFacts {
  const parts = visibleParts(paragraph, sentence.span);
  const [only, second] = parts;
  if (only && !second) {
    return new DescribedSentence(analyse(article.text, only.start, only.end), { source: article.text, ties });
  }
  const shown = joinParts(article.text, parts);
  return new DescribedSentence(analyse(shown), { source: shown, ties });
}

const NO_PLACES = new Uint32Array(0);

/** What few questions turn on is worked out when the first of them does; a class as `AnalysedFolded` is one. */
class DescribedSentence implements SentenceFacts {
  readonly text: string;
  readonly ties: SentenceTies;
  readonly terms: ReadonlySet<string>;
  readonly alone: string;
  readonly edges: string;
  readonly words: number;
  readonly capitals: ReadonlySet<string>;
  readonly asks: boolean;
  readonly #toName: AnalysedText;
  #names: readonly Name[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #kinds: ReadonlySet<AnswerKind> | undefined;

  constructor(analysed: AnalysedText, { source, ties }: { readonly source: string; readonly ties: SentenceTies }) {
    const { folded, terms } = analysed;
    const { text } = folded;
    const held = new Set<string>();
    for (const term of terms) if (term.kind !== "character") held.add(term.text);
    const { alone, edges } = placeIdeographs(terms);
    this.text = text;
    this.ties = ties;
    this.words = held.size;
    for (const term of terms) held.add(term.text);
    this.terms = held;
    this.alone = alone;
    this.edges = edges;
    this.capitals = findCapitals(terms, source);
    this.asks = /[?][”’」』"')\]]*\s*$/u.test(text);
    // Names need no places, and must not keep the terms that were worked out.
    this.#toName = analysed.recut({ text, starts: NO_PLACES, ends: NO_PLACES });
  }

  get names(): readonly Name[] {
    return (this.#names ??= this.#toName.names());
  }

  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= findQuantities(this.text));
  }

  get kinds(): ReadonlySet<AnswerKind> {
    return (this.#kinds ??= findKinds(this.text));
  }
}

function findCapitals(terms: readonly Term[], source: string): Set<string> {
  const words = terms.filter(({ kind, text }) => kind === "word" && /^[a-z]/u.test(text)).slice(1);
  return new Set(words.filter(({ span }) => /\p{Lu}/u.test(source.charAt(span.start))).map(({ text }) => text));
}

function findKinds(text: string): Set<AnswerKind> {
  const kinds = new Set<AnswerKind>();
  for (const { kind, pattern } of ANSWER_RULES) {
    if (!kinds.has(kind) && pattern.test(text)) kinds.add(kind);
  }
  return kinds;
}
