/** A set of words with one meaning, as WordNet's data files list it. */
export interface Synset {
  /** Its part of speech and place: `n10602839`. */
  readonly id: string;
  /** Lower case, a space between the words of a phrase. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Pointer {
  /** As WordNet writes a relation: `+` derivation, `\` of that noun, `&` similar, `=` attribute, `@` kind of. */
  readonly symbol: string;
  /** The synset pointed at. */
  readonly to: string;
  /** The words that are related, from 0; -1 where the whole synsets are. */
  readonly fromWord: number;
  readonly toWord: number;
}

/** A meaning of a word. */
export interface Sense {
  readonly word: string;
  readonly synset: string;
  /** How often the word has this meaning in the texts that WordNet's makers marked. */
  readonly count: number;
}

/** Reads one of WordNet's data files (`data.noun`), whose format is described in its manual as `wndb(5)`. */
export function parseSynsets(data: string): Synset[] {
  return data.split("\n").flatMap((line) => (/^\d/.test(line) ? [parseSynset(line)] : []));
}

/** Reads WordNet's index of senses, `index.sense`. */
export function parseSenses(index: string): Sense[] {
  return index.split("\n").flatMap((line) => {
    const [key = "", offset, , count] = line.split(" ");
    const [word = "", place = ""] = key.split("%");
    const speech = SPEECH[Number(place.charAt(0)) - 1];
    if (speech === undefined || offset === undefined) return [];
    return [{ word: plain(word), synset: speech + offset, count: Number(count) }];
  });
}

/** Nouns, verbs, adjectives, adverbs, and adjectives that stand around another. */
const SPEECH = ["n", "v", "a", "r", "a"];

function parseSynset(line: string): Synset {
  const [offset = "", , type = "", count = "0", ...rest] = line.split(" | ", 1).join("").split(" ");
  const words = Number.parseInt(count, 16);
  const pointers = rest.slice(2 * words + 1);
  return {
    id: speechOf(type) + offset,
    words: Array.from({ length: words }, (_, index) => plain(rest[2 * index] ?? "")),
    pointers: Array.from({ length: Number(rest[2 * words] ?? 0) }, (_, index) =>
      parsePointer(pointers.slice(4 * index, 4 * index + 4)),
    ),
  };
}

function parsePointer([symbol = "", offset = "", type = "", words = ""]: readonly string[]): Pointer {
  const place = (from: number): number => Number.parseInt(words.slice(from, from + 2), 16) - 1;
  return { symbol, to: speechOf(type) + offset, fromWord: place(0), toWord: place(2) };
}

function speechOf(type: string): string {
  return type === "s" ? "a" : type;
}

function plain(word: string): string {
  return word
    .replace(/\([a-z]+\)$/, "")
    .replaceAll("_", " ")
    .toLowerCase();
}
