import { withoutApostrophes } from "./latin-terms.ts";
import type { Span } from "./span.ts";
import type { Analyse } from "./terms.ts";
import type { Folded } from "./folded.ts";
import { sourceSpan } from "./source-span.ts";

/** A word, number or ideograph, or a run of equal punctuation. */
export interface WordingToken {
  readonly kind: "word" | "mark";
  /** Equal for what differs in its typography alone: script, width, case, accents, the form of quotation marks and dashes. */
  readonly skeleton: string;
  /** Offsets into the source. */
  readonly span: Span;
}

/** What stands at one place: spaces and invisible characters are no tokens. */
const WORD =
  /\p{Script=Han}|\p{N}+(?:[.,]\p{N}+)*%?|[[\p{L}\p{M}]--\p{Script=Han}]+(?:['’][[\p{L}\p{M}]--\p{Script=Han}]+)*/vy;
const BLANK = /[\s\p{Default_Ignorable_Code_Point}]+/uy;

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
  return cutWording(analyse(source).folded);
}

/** Cuts text that is folded already. */
export function cutWording(folded: Folded): WordingToken[] {
  const { text } = folded;
  const tokens: WordingToken[] = [];
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at);
    if (word !== "") {
      const skeleton = word.length === 1 ? word : withoutApostrophes(word.replaceAll("’", "'"));
      tokens.push({ kind: "word", skeleton, span: sourceSpan(folded, at, at + word.length) });
      at += word.length;
      continue;
    }
    const blank = lengthAt(BLANK, text, at);
    if (blank === 0) addMark(tokens, folded, at);
    at += blank || characterAt(text, at).length;
  }
  return tokens;
}

/** A run of equal marks is one token. */
function addMark(tokens: WordingToken[], folded: Folded, at: number): void {
  const mark = characterAt(folded.text, at);
  const span = sourceSpan(folded, at, at + mark.length);
  const skeleton = marks.get(mark) ?? mark;
  const last = tokens.at(-1);
  const goesOn = last?.kind === "mark" && last.skeleton === skeleton && last.span.end >= span.start;
  if (goesOn) tokens[tokens.length - 1] = { ...last, span: { start: last.span.start, end: span.end } };
  else tokens.push({ kind: "mark", skeleton, span });
}

/** Most words of Chinese text need no look at Unicode's tables. */
function wordAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) return text.charAt(at);
  if (unit === SPACE) return "";
  return text.slice(at, at + lengthAt(WORD, text, at));
}

const [FIRST_IDEOGRAPH, LAST_IDEOGRAPH, SPACE] = [0x4e00, 0x9fff, 0x20];

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
