import type { Span } from "../../text/span.ts";
import { trimSpan } from "../../text/span.ts";

/** What a quote is made of; spans are offsets into it. */
export type GivenPiece =
  | { readonly kind: "words"; readonly span: Span }
  /** Says that something is left out here: `[…]`, `...`, `（略）`. */
  | { readonly kind: "omission"; readonly span: Span }
  /** Words of whoever quotes, in brackets: `[He] said`. */
  | { readonly kind: "insertion"; readonly span: Span; readonly words: Span };

const OMITTED =
  "(?:\\.(?: ?\\.)+|[…⋯]+|snip(?:ped)?|omitted|omission|cut|(?:[上中下前后後]|以上|以下|部分|此处|此處)?(?:省?略|从略|從略))";
/** In brackets, or in stars; signs that say so by themselves follow. */
const OMISSION = new RegExp(
  `[[(（［〔【<]\\s?${OMITTED}\\s?[\\])）］〕】>]|\\*{1,3}(?:snip(?:ped)?|略)\\*{1,3}|\\.(?: ?\\.){2,}|[…⋯]+|。{3,}|[·・]{3,}`,
  "giu",
);
const INSERTION = /[[［〔]([^[\]［］〔〕\n]{1,80})[\]］〕]/gu;
/** A letter in brackets belongs to its word: `[T]he`. */
const LETTER = /^\p{Script=Latin}$/u;

/** Cuts a quote at what says that words are left out or added; all else is words, without the spaces around them. */
export function cutPieces(text: string): readonly GivenPiece[] {
  const omissions = [...text.matchAll(OMISSION)].map(({ index, 0: sign }): GivenPiece => {
    return { kind: "omission", span: { start: index, end: index + sign.length } };
  });
  const insertions = [...text.matchAll(INSERTION)].flatMap(({ index, 0: sign, 1: words = "" }): GivenPiece[] => {
    const span = { start: index, end: index + sign.length };
    if (
      isPartOfWord(text, span, words) ||
      omissions.some((each) => each.span.start < span.end && each.span.end > index)
    )
      return [];
    return [{ kind: "insertion", span, words: { start: index + 1, end: index + 1 + words.length } }];
  });
  const signs = [...omissions, ...insertions].toSorted((a, b) => a.span.start - b.span.start);
  const pieces: GivenPiece[] = [];
  let at = 0;
  for (const sign of [...signs, undefined]) {
    const span = trimSpan(text, { start: at, end: sign?.span.start ?? text.length });
    if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) pieces.push({ kind: "words", span });
    if (sign) pieces.push(sign);
    at = sign?.span.end ?? text.length;
  }
  return pieces;
}

/** `[T]he tea` is “The tea” in which the first letter was another. */
export function joinLetters(text: string): string {
  return text.replaceAll(INSERTION, (sign: string, words: string, at: number) =>
    isPartOfWord(text, { start: at, end: at + sign.length }, words) ? words : sign,
  );
}

function isPartOfWord(text: string, { end }: Span, words: string): boolean {
  return LETTER.test(words) && LETTER.test(text.charAt(end));
}
