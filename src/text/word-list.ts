import { type Remembering, rememberTexts } from "./remember-texts.ts";

/** What a list of Chinese words knows of a stretch of ideographs. */
export type ListedAs =
  /** An ordinary word, whatever else it names. */
  | "word"
  /** The name of a person, a place, an organisation or the like, and nothing else. */
  | "name";

/** A list of Chinese words, asked for the words that begin at a place. */
export interface WordList {
  /** What a folded word is listed as; nothing where it is not listed. */
  readonly find: (word: string) => ListedAs | undefined;
  /** The words of two ideographs and more that begin with two, in the order of their letters; names as well. */
  readonly wordsFrom: (pair: string) => readonly string[];
  readonly isSurname: (text: string) => boolean;
}

/**
 * Makes a word list of a table as `npm run dictionary` writes it: a word a line, in the order of UTF-16 code units,
 * `*` behind a name, `+` behind a surname.
 *
 *     东西
 *     东莞*
 *     欧阳*+
 *
 * The text is searched as it stands, by halves: a map of its 110,000 words would take ten times its memory.
 */
export function createWordList(table: string): WordList {
  // Most searches are for what begins with the same few thousand ideographs.
  const rangeOf = rememberTexts((first): Range => {
    const from = findLine(table, first, { from: 0, to: table.length });
    const to = findLine(table, String.fromCharCode(first.charCodeAt(0) + 1), { from, to: table.length });
    return { from, to };
  }, RANGES);
  const lineFrom = (text: string): number => findLine(table, text, rangeOf(text.charAt(0)));
  const marks = (word: string): string | undefined => {
    const start = lineFrom(word);
    if (!table.startsWith(word, start)) return undefined;
    return /^[*+]*(?=\n)/u.exec(table.slice(start + word.length, start + word.length + 3))?.[0];
  };
  return {
    find(word) {
      const found = word === "" ? undefined : marks(word);
      if (found === undefined || found === "+") return undefined;
      return found.startsWith("*") ? "name" : "word";
    },
    wordsFrom(pair) {
      const words: string[] = [];
      for (let start = lineFrom(pair); table.startsWith(pair, start);) {
        const end = table.indexOf("\n", start);
        const [, word = "", mark = ""] = LINE.exec(table.slice(start, end)) ?? [];
        if (mark !== "+") words.push(word);
        start = end + 1;
      }
      return words;
    },
    isSurname: (text) => text !== "" && marks(text)?.endsWith("+") === true,
  };
}

const LINE = /^([^*+]+)([*+]*)$/u;

const RANGES = { most: 4000, longest: 1 };

/** A stretch of whole lines. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the first line of a stretch begins that does not come before all that begin with `text`; else its end. */
function findLine(table: string, text: string, { from, to }: Range): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : table.lastIndexOf("\n", middle - 1) + 1;
    if (compareStart(table, start, text) < 0) low = table.indexOf("\n", start) + 1;
    else high = start;
  }
  return low;
}

/** Keeps what was looked up last. */
export function rememberWords(list: WordList, remembering: Remembering): WordList {
  return {
    find: rememberTexts(list.find, remembering),
    wordsFrom: rememberTexts(list.wordsFrom, remembering),
    isSurname: rememberTexts(list.isSurname, remembering),
  };
}

/** Below 0 where a line comes before all that begin with `text`. */
function compareStart(table: string, start: number, text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const difference = table.charCodeAt(start + at) - text.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a word has the form of a Chinese person's name: a surname, and two ideographs that make no other word. */
export function looksLikePerson(word: string, list: WordList): boolean {
  if (word.length < 3 || word.length > 4) return false;
  const surname = word.slice(0, word.length - 2);
  return (
    list.isSurname(surname) &&
    list.find(word.slice(surname.length)) !== "word" &&
    list.find(word.slice(0, 2)) !== "word"
  );
}
