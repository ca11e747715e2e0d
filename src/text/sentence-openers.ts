import type { SentenceRules } from "./sentence-rules.ts";

/** Tells whether a text begins with a word that opens sentences, or with a quotation. */
export function opensSentence(text: string, rules: SentenceRules): boolean {
  const word = /^["“'‘]?(\p{Lu}[\p{L}’']{0,24})(?!\.?[\p{L}\p{N}])/u.exec(text)?.[1] ?? "";
  if (word === "") return /^["“]/u.test(text);
  const isInitial = word.length === 1 && text.replace(/^["“'‘]/u, "").startsWith(".", 1);
  return !isInitial && rules.sentenceOpeners.has(word.toLowerCase().replace("’", "'"));
}
