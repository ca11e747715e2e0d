import type { Synonym, SynonymTable } from "../languages/synonym-table.ts";
import { sourceSpan } from "../text/source-span.ts";
import type { Span } from "../text/span.ts";
import type { AnalysedText, Analyse, Term } from "../text/terms.ts";

/** One of the words looked for, parted by spaces. */
export interface WantedWord {
  /** Of a word with ideographs: what the folded text must hold, in one of these wordings. */
  readonly wordings: readonly string[];
  /** Of any other: the stems that must stand there, in one of these spellings. */
  readonly spellings: readonly (readonly string[])[];
}

export interface RegionalWording {
  readonly regional: SynonymTable;
  /** Whether a word of another region is looked for as well. */
  readonly isWanted: (other: Synonym) => boolean;
}

/** Reads the words to look for; what holds neither letters nor digits is none. */
export function wantWords(words: string, analyse: Analyse, region: RegionalWording): WantedWord[] {
  return words.split(/\s+/u).flatMap((word): WantedWord[] => {
    const { folded, terms } = analyse(word);
    if (terms.length === 0) return [];
    if (HAN.test(word)) return [{ wordings: regionalWordings(evenDashes(folded.text.trim()), region), spellings: [] }];
    const own = terms.filter(({ kind }) => kind !== "spelling").map(({ text }) => text);
    const others = terms.filter(({ kind }) => kind === "spelling").map(({ text }) => [text]);
    return [{ wordings: [], spellings: [own, ...others] }];
  });
}

const HAN = /\p{Script=Han}/u;

/** Finds a word in an analysed text: where it stands, or nothing. */
export function findWord({ wordings, spellings }: WantedWord, text: AnalysedText): Span[] {
  const { folded } = text;
  const spans = spellings.length > 0 ? findSpellings(spellings, text.terms) : [];
  const plain = wordings.length > 0 ? evenDashes(folded.text) : "";
  for (const wording of wordings) {
    for (let at = plain.indexOf(wording); at !== -1; at = plain.indexOf(wording, at + 1)) {
      spans.push(sourceSpan(folded, at, at + wording.length));
    }
  }
  return spans;
}

function findSpellings(spellings: WantedWord["spellings"], terms: readonly Term[]): Span[] {
  const present = new Set(terms.map(({ text }) => text));
  const standing = new Set(spellings.filter((stems) => stems.every((stem) => present.has(stem))).flat());
  return terms.filter(({ text }) => standing.has(text)).map(({ span }) => span);
}

/** As long as before. */
function evenDashes(text: string): string {
  return text.replaceAll(/[–—‒―−]/gu, "-");
}

const LONGEST_WORD = 12;
const LONGEST_TEXT = 40;
const MOST_WORDINGS = 12;

/** A wording with the words that other regions have for its own: 网络视频, 网路视频, 网络影片, 网路影片. */
function regionalWordings(text: string, { regional, isWanted }: RegionalWording): string[] {
  const wordings = new Set([text]);
  if (text.length > LONGEST_TEXT) return [text];
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + 1; to <= Math.min(text.length, from + LONGEST_WORD); to += 1) {
      const word = text.slice(from, to);
      for (const other of regional.find(word).filter(isWanted)) {
        const reworded = Array.from(wordings, (wording) => wording.replace(word, other.text));
        for (const wording of reworded) if (wordings.size < MOST_WORDINGS) wordings.add(wording);
      }
    }
  }
  return [...wordings];
}
