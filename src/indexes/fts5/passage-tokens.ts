import type { IndexData } from "../../search/index-data.ts";
import type { Postings } from "../../search/postings.ts";
import { MOST_COUNTED } from "../../search/segment.ts";

/**
 * The letters before a term's number, by how often it stands in a passage: FTS5 is told where a term stands, not how often.
 * Each passage has a term under one of them.
 */
export const fieldLetters = { text: ["a", "b", "c", "d"], characters: ["i", "j", "k", "l"], headings: ["h"] } as const;

export function tokenOf(letter: string, term: number): string {
  return letter + term.toString(36);
}

/**
 * Writes what each passage of an article holds as words that FTS5 indexes.
 *
 * @param numbers by the article's own number of a term: the file's.
 */
export function passageTokens(data: IndexData, numbers: Uint32Array, hasCharacters: boolean): readonly string[] {
  const passages = Array.from({ length: data.passages }, (): string[] => []);
  const add = ({ starts, passages: places, counts }: Postings, letters: readonly string[]): void => {
    for (const [term, number] of numbers.entries()) {
      const key = number.toString(36);
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        const count = Math.min(counts[at] ?? 1, MOST_COUNTED, letters.length);
        passages[places[at] ?? 0]?.push((letters[count - 1] ?? "") + key);
      }
    }
  };
  add(data.text, fieldLetters.text);
  if (hasCharacters) add(data.characters, fieldLetters.characters);
  add(data.headings, fieldLetters.headings);
  return passages.map((tokens) => tokens.join(" "));
}
