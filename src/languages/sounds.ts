/** What letters are likely to write, in tenths of a nat for each sound; undefined for a spelling that is not listed. */
export type Likeness = Int8Array | undefined;

/** A Latin word, ready to be compared with ideographs. */
export interface HeardWord {
  /** Of a to z alone. */
  readonly letters: string;
  /** For each place, and each length of a spelling from there (`place * LENGTHS + length`), what it may write. */
  readonly spellings: readonly Likeness[];
  /** What the letters from each place on may well bring, in nats. */
  readonly prospects: Float64Array;
}

/** How ideographs that write foreign names sound, and how likely letters are to write such sounds. */
export interface Sounds {
  /** The ideographs that write foreign names. */
  readonly characters: readonly string[];
  /** The numbers of an ideograph's sounds, none for the dot between names; undefined for one that writes no foreign names. */
  soundsOf(character: string): readonly number[] | undefined;
  /** How much likelier an ideograph is in a foreign name than in running text, in nats. */
  weightOf(character: string): number;
  /** @param letters of a to z alone. */
  hear(letters: string): HeardWord;
}

/** The longest spelling of one sound has so many letters but one: none is a spelling too. */
export const LENGTHS = 5;
/** What a spelling counts that is not listed: none at all, or one letter. */
export const UNHEARD = [-4, -5.5] as const;
/** What a letter counts that no ideograph takes up. */
export const SILENT = -2.5;
/** More than this few spellings of so many letters bring in fact: whoever waits for more follows too many false trails. */
const PROSPECT = 0.3;
const PROSPECT_A_LETTER = 0.9;
/** Marks that part the names of a person. */
export const DOTS = "·・•‧⋅";
export const DOT = /[·・•‧⋅]/u;
/** They hardly stand in running text. */
const DOT_WEIGHT = 1.5;

interface Ideograph {
  readonly sounds: readonly number[];
  readonly weight: number;
}

/**
 * Makes a table of the two kinds of lines that `npm run dictionary` writes, an empty line between them:
 *
 *     舒⇥sh u 13
 *     sh⇥sch 64|sh 43
 */
export function createSounds(table: string): Sounds {
  const [first = "", second = ""] = table.trimEnd().split("\n\n");
  const rows = second.split("\n");
  const numbers = new Map(rows.map((line, number) => [line.slice(0, line.indexOf("\t")), number]));
  const spellings = readSpellings(rows);
  const ideographs = new Map(first.split("\n").map((line) => readIdeograph(line, numbers)));
  const characters = [...ideographs.keys()];
  for (const dot of DOTS) ideographs.set(dot, { sounds: [], weight: DOT_WEIGHT });
  return {
    characters,
    soundsOf: (character) => ideographs.get(character)?.sounds,
    weightOf: (character) => ideographs.get(character)?.weight ?? -Infinity,
    hear: (letters) => hearWord(letters, spellings),
  };
}

interface Spelling {
  readonly likeness: Int8Array;
  /** The best that it can bring, in nats. */
  readonly most: number;
}

function readSpellings(rows: readonly string[]): Map<string, Spelling> {
  const likenesses = new Map<string, Int8Array>();
  for (const [sound, line] of rows.entries()) {
    for (const entry of line.slice(line.indexOf("\t") + 1).split("|")) {
      const space = entry.lastIndexOf(" ");
      const text = entry.slice(0, space);
      const unheard = (UNHEARD[text.length] ?? -Infinity) * 10;
      const known = likenesses.get(text) ?? new Int8Array(rows.length).fill(Math.max(-128, unheard));
      known[sound] = Math.min(127, Number(entry.slice(space + 1)));
      likenesses.set(text, known);
    }
  }
  return new Map(
    [...likenesses].map(([text, likeness]) => {
      const most = likeness.reduce((one, other) => Math.max(one, other)) / 10;
      return [text, { likeness, most }];
    }),
  );
}

function readIdeograph(line: string, numbers: ReadonlyMap<string, number>): [string, Ideograph] {
  const [character = "", entry = ""] = line.split("\t");
  const parts = entry.split(" ");
  const weight = Number(parts.pop()) / 10;
  return [character, { sounds: parts.flatMap((sound) => numbers.get(sound) ?? []), weight }];
}

function hearWord(letters: string, spellings: ReadonlyMap<string, Spelling>): HeardWord {
  const heard: Likeness[] = [];
  const prospects = new Float64Array(letters.length + 1);
  for (let from = letters.length; from >= 0; from -= 1) {
    let most = from === letters.length ? 0 : (prospects[from + 1] ?? 0) + SILENT;
    for (let length = 0; length < LENGTHS && from + length <= letters.length; length += 1) {
      const spelling = spellings.get(letters.slice(from, from + length));
      heard[from * LENGTHS + length] = spelling?.likeness;
      if (!spelling || length === 0) continue;
      const own = Math.min(spelling.most, PROSPECT + PROSPECT_A_LETTER * length);
      most = Math.max(most, own + (prospects[from + length] ?? 0));
    }
    prospects[from] = most;
  }
  return { letters, spellings: heard, prospects };
}
