import { sha256Of } from "../text/sha256-of.ts";
/** Half a hash tells a server's thousand gaps apart and leaves room in a custom id. */
const keyLength = 16;

/** Words that are polite and nothing else, in folded text. */
const courtesies =
  /\b(?:(?:can|could|would|will) you (?:please )?)?tell me\b|\b(?:please|kindly|thanks|thank you|hello|hi|hey)\b|请问|(?<!\p{L})请(?![假教客柬])|谢谢|[你您]好|麻烦你?/gu;

/** What parts words: all but letters, numbers and symbols, and what stands before a digit, as in `1.5`, `10:30` and `-5`. */
const parting = /[^\p{L}\p{M}\p{N}\p{S}#%](?!\p{N})/gu;

/** An empty sound at the end of a Chinese question. */
const lastSound = /[呢啊呀]$/u;

/**
 * Makes the key under which a question is kept: questions of equal words have the same, however they are written.
 *
 * @param folded the question in one script, width and case.
 */
export function gapKey(folded: string): string {
  const words = equalWords(folded.replaceAll(courtesies, " ")) || equalWords(folded) || folded.trim();
  return sha256Of(words).slice(0, keyLength);
}

function equalWords(text: string): string {
  return text
    .replaceAll(parting, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim()
    .replace(lastSound, "");
}
