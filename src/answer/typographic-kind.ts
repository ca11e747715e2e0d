import { foldAccents } from "../text/typography.ts";
import type { WordingToken } from "../text/wording.ts";
import type { TypographicKind } from "./compare-wording.ts";

/** Tells in what two forms of one token differ, by the smallest thing that explains it. */
export function typographicKind(token: WordingToken, theirs: string, own: string): TypographicKind {
  if (token.kind === "mark") return "punctuation";
  const equal = (form: (text: string) => string): boolean => form(theirs) === form(own);
  if (equal(narrow)) return "width";
  if (equal((text) => narrow(text).toLowerCase())) return "case";
  if (/\p{Script=Han}/u.test(theirs)) return "script";
  if (equal((text) => narrow(text).toLowerCase().replace(WIDTHLESS, ""))) return "spaces";
  if (equal((text) => narrow(text).toLowerCase().replace(HYPHENATION, ""))) return "hyphens";
  return equal((text) => foldAccents(text).replace(HYPHENATION, "")) ? "accents" : "punctuation";
}

function narrow(text: string): string {
  return text.normalize("NFKC");
}

const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff]/gu;
/** Hyphens and dashes, soft ones too, and the end of a line behind one. */
const HYPHENATION = /[\u00ad\u200b-\u200f\u2060\ufeff\s\p{Pd}\u2043\u2212]/gu;
