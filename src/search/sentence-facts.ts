import type { AnswerKind } from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { AnalysedText, Analyse, Name } from "../text/terms.ts";
import { type Article, headingText, type Sentence } from "../article/article.ts";
import type { Passage } from "./passage.ts";
import { joinParts, visibleParts } from "./visible-parts.ts";

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
  const titles = new Map<Article, string>();
  const fold = (text: string): string => analyse(text).folded.text;
  return (passage) => {
    const known = kept.get(passage);
    if (known) return known;
    const { article, sections } = passage;
    const above = headings.get(sections) ?? fold(sections.map((section) => headingText(article, section)).join("\n\n"));
    headings.set(sections, above);
    const title = titles.get(article) ?? fold(article.title);
    titles.set(article, title);
    const facts = {
      headings: above,
      title,
      sentences: passage.sentences.map((sentence) => describeSentence(analyseShown(passage, sentence, analyse))),
    };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(passage, facts);
    return facts;
  };
}

/** Marks and addresses of a Markdown source tell nothing, and must not be matched. */
function analyseShown({ article, paragraph }: Passage, { span }: Sentence, analyse: Analyse): AnalysedText {
  const parts = visibleParts(paragraph, span);
  const [only, second] = parts;
  if (only && !second) return analyse(article.text, only.start, only.end);
  return analyse(joinParts(article.text, parts));
}

/** What few questions turn on is worked out when the first of them does. */
function describeSentence({ folded, terms, names }: AnalysedText): SentenceFacts {
  const { text } = folded;
  const kept: { names?: readonly Name[]; quantities?: readonly Quantity[]; kinds?: ReadonlySet<AnswerKind> } = {};
  return {
    text,
    terms: new Set(terms.map((term) => term.text)),
    words: new Set(terms.filter(({ kind }) => kind !== "character").map((term) => term.text)).size,
    asks: /[?][”’」』"')\]]*\s*$/u.test(text),
    get names() {
      return (kept.names ??= names());
    },
    get quantities() {
      return (kept.quantities ??= findQuantities(text));
    },
    get kinds() {
      return (kept.kinds ??= findKinds(text));
    },
  };
}

function findKinds(text: string): Set<AnswerKind> {
  const kinds = new Set<AnswerKind>();
  for (const { kind, pattern } of ANSWER_RULES) {
    if (!kinds.has(kind) && pattern.test(text)) kinds.add(kind);
  }
  return kinds;
}
