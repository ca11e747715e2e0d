import { withoutApostrophes } from "./latin-terms.ts";
import type { Span } from "./span.ts";
import type { Analyse } from "./terms.ts";
import { sourceSpan } from "./source-span.ts";

/** A word, number or ideograph, or a run of equal punctuation. */
export interface WordingToken {
  readonly kind: "word" | "mark";
  /** Equal for what differs in its typography alone: script, width, case, accents, the form of quotation marks and dashes. */
  readonly skeleton: string;
  /** Offsets into the source. */
  readonly span: Span;
}

/** Spaces and invisible characters are no tokens. */
const TOKEN =
  /(?<word>\p{Script=Han}|\p{N}+(?:[.,]\p{N}+)*%?|[[\p{L}\p{M}]--\p{Script=Han}]+(?:['’][[\p{L}\p{M}]--\p{Script=Han}]+)*)|(?<mark>[^\s\p{Default_Ignorable_Code_Point}])/gv;

/** Forms of one mark, behind NFKC; the first of each stands for all. */
const MARK_FORMS = [
  `"'“”„‟‘’‚‛「」『』«»‹›〈〉《》\`´`,
  "-‐‑‒–—―─~〜−",
  ".。…⋯·•・‧∙",
  ",、",
  "!",
  "?",
  "()[]{}〔〕【】",
];
const marks = new Map(MARK_FORMS.flatMap((forms) => [...forms].map((form) => [form, forms.charAt(0)] as const)));

/** Cuts text into what a reader compares when asking whether two wordings are the same. */
export function wordingTokens(source: string, analyse: Analyse): WordingToken[] {
  const { folded } = analyse(source);
  const tokens: WordingToken[] = [];
  for (const match of folded.text.matchAll(TOKEN)) {
    const { word, mark = "" } = match.groups ?? {};
    const span = sourceSpan(folded, match.index, match.index + match[0].length);
    if (word !== undefined) {
      tokens.push({ kind: "word", skeleton: withoutApostrophes(word.replaceAll("’", "'")), span });
      continue;
    }
    const skeleton = marks.get(mark) ?? mark;
    const last = tokens.at(-1);
    const goesOn = last?.kind === "mark" && last.skeleton === skeleton && last.span.end >= span.start;
    if (goesOn) tokens[tokens.length - 1] = { ...last, span: { start: last.span.start, end: span.end } };
    else tokens.push({ kind: "mark", skeleton, span });
  }
  return tokens;
}
