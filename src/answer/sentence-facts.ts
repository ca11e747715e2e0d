import type { AnswerKind } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Analyse, Name } from "../text/terms.ts";
import type { Passage } from "../search/passage.ts";

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

/** Describes one sentence. */
export function describeSentence(passage: Passage, sentence: number, analyse: Analyse): SentenceFacts {
  const span = passage.sentences[sentence]?.span ?? { start: 0, end: 0 };
  const { folded, terms, names } = analyse(passage.article.text, span.start, span.end);
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
