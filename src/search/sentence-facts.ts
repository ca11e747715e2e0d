import type { AnswerKind } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Analyse, Name } from "../text/terms.ts";
import { headingText } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "./passage.ts";

/** What the ranker knows of a sentence whatever is asked. */
export interface SentenceFacts {
  /** Folded. */
  readonly text: string;
  /** Every term that stands in it. */
  readonly terms: ReadonlySet<string>;
  /** How many words, not counting single ideographs. */
  readonly words: number;
  readonly names: readonly Name[];
  readonly kinds: ReadonlySet<AnswerKind>;
  readonly quantities: readonly Quantity[];
  /** It asks something itself. */
  readonly asks: boolean;
}

const ANSWER_RULES = languages.flatMap((language) => language.answerRules);

/** What the ranker knows of a passage whatever is asked. */
export interface PassageFacts {
  /** Folded headings above it. */
  readonly headings: string;
  /** Folded title of its article. */
  readonly title: string;
  /** One for each of its sentences. */
  readonly sentences: readonly SentenceFacts[];
}

/** Passages are described at their first use; so many descriptions are kept. */
const MOST_KEPT = 4000;

/** Makes the function that describes passages and keeps what it found for the next question. */
export function createDescribe(analyse: Analyse): (passage: Passage) => PassageFacts {
  const kept = new Map<Passage, PassageFacts>();
  const headings = new Map<Passage["sections"], string>();
  const fold = (text: string): string => analyse(text).folded.text;
  return (passage) => {
    const known = kept.get(passage);
    if (known) return known;
    const { article, sections } = passage;
    const above = headings.get(sections) ?? fold(sections.map((section) => headingText(article, section)).join("\n"));
    headings.set(sections, above);
    const facts = {
      headings: above,
      title: fold(article.title),
      sentences: passage.sentences.map(({ span }) => describeSentence(article.text, span, analyse)),
    };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(passage, facts);
    return facts;
  };
}

function describeSentence(source: string, span: Span, analyse: Analyse): SentenceFacts {
  const { folded, terms, names } = analyse(source, span.start, span.end);
  const kinds = new Set<AnswerKind>();
  for (const { kind, pattern } of ANSWER_RULES) {
    if (!kinds.has(kind) && pattern.test(folded.text)) kinds.add(kind);
  }
  return {
    text: folded.text,
    terms: new Set(terms.map(({ text }) => text)),
    words: new Set(terms.filter(({ kind }) => kind !== "character").map(({ text }) => text)).size,
    names: names(),
    kinds,
    quantities: findQuantities(folded.text),
    asks: /[?][”’」』"')\]]*\s*$/u.test(folded.text),
  };
}
