import type { SoundPair } from "./sound-pairs.ts";
import { syllableSounds } from "./syllable-sounds.ts";

/** How likely each sound is written with each string of Latin letters. */
export type Spellings = Map<string, Map<string, number>>;

export interface LearnedSounds {
  readonly spellings: Spellings;
  /** The pairs that were found to sound alike. */
  readonly pairs: readonly SoundPair[];
  /** How often each letter occurs in their Latin words, 0–1. */
  readonly letters: ReadonlyMap<string, number>;
  readonly soundsOf: (syllable: string) => readonly string[];
}

/** So many letters at most write one sound: the `tsch` of Gottschalk. */
const LONGEST_SPELLING = 4;
const ROUNDS = 12;
const MIDDLE = ROUNDS / 2;
/** From this round on, pairs that do not sound alike are left out. */
const FIRST_CHOICE = 3;
/** How much likelier than chance, in nats a letter, a pair must be. */
const LEAST_LIKENESS = [0.8, 1.1];
/** A syllable seen so often has an end of its own: the vowel of 德 is mostly silent, that of 勒 seldom. */
const COMMON_SYLLABLE = 40;
const SMOOTHING = 3;
const SHORTENING = 0.15;

/**
 * Learns by expectation maximisation which letters write which sounds, from pairs of which many do not sound alike at all.
 *
 * @param lists of each of them at most one pair sounds alike.
 */
export function learnSounds(lists: readonly (readonly SoundPair[])[]): LearnedSounds {
  const letters = letterShares(lists.flat().map((pair) => pair.letters));
  const common = new Set<string>();
  const soundsOf = (syllable: string): string[] => {
    const sounds = syllableSounds(syllable);
    return common.has(syllable) && sounds.length > 1 ? [sounds[0] ?? "", sounds.join("+")] : sounds;
  };
  let spellings: Spellings = new Map();
  let pairs: readonly SoundPair[] = lists.flat();
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = round === 0 ? firstShare : spellingShare(spellings, letters);
    const likeness = (pair: SoundPair): number =>
      Math.log(forward(pair, soundsOf, share).total) - chance(pair.letters, letters);
    if (round >= FIRST_CHOICE) pairs = choosePairs(lists, likeness, LEAST_LIKENESS[round < MIDDLE ? 0 : 1] ?? 0);
    const next: Spellings = new Map();
    for (const pair of pairs) addExpected(pair, { soundsOf, share, into: next });
    spellings = next;
    if (round !== MIDDLE) continue;
    const seen = countAll(pairs.flatMap(({ syllables }) => syllables));
    for (const [syllable, count] of seen) if (count >= COMMON_SYLLABLE) common.add(syllable);
    addOwnEnds(spellings, seen, common);
  }
  return { spellings, pairs, letters, soundsOf };
}

/** Of each list the pair that sounds most alike, where it does so enough for its length. */
function choosePairs(
  lists: readonly (readonly SoundPair[])[],
  likeness: (pair: SoundPair) => number,
  least: number,
): SoundPair[] {
  return lists.flatMap((list) => {
    const best = list
      .map((pair) => ({ pair, beyond: likeness(pair) - least * pair.letters.length }))
      .toSorted((one, other) => other.beyond - one.beyond)[0];
    return best && best.beyond >= 0 ? [best.pair] : [];
  });
}

/** Ends of common syllables begin with what all ends of their kind have. */
function addOwnEnds(spellings: Spellings, seen: ReadonlyMap<string, number>, common: ReadonlySet<string>): void {
  for (const syllable of common) {
    const [beginning, end] = syllableSounds(syllable);
    const known = spellings.get(end ?? "");
    if (!known || end === undefined) continue;
    const scale = (seen.get(syllable) ?? 0) / Math.max(1, sum(known.values()));
    spellings.set(`${beginning}+${end}`, new Map([...known].map(([text, count]) => [text, count * scale])));
  }
}

type Share = (sound: string, spelling: string) => number;

/** Before anything is learned a sound is mostly written with its own letters. */
function firstShare(sound: string, spelling: string): number {
  const own = sound.split("+").at(-1) ?? sound;
  if (spelling === own) return 0.3;
  if (spelling !== "" && spelling[0] === own[0]) return 0.1 / 26 ** (spelling.length - 1);
  return spelling === "" ? 0.05 : 0.5 / 26 ** spelling.length / 3;
}

/** The likelihood of a spelling, smoothed by what chance would write. */
export function spellingShare(spellings: Spellings, letters: ReadonlyMap<string, number>): Share {
  const totals = new Map([...spellings].map(([sound, row]) => [sound, sum(row.values())]));
  return (sound, spelling) => {
    const count = spellings.get(sound)?.get(spelling) ?? 0;
    const total = totals.get(sound) ?? 0;
    const byChance = Math.exp(chance(spelling, letters)) * SHORTENING ** spelling.length;
    return (count + SMOOTHING * byChance) / (total + SMOOTHING * 1.2);
  };
}

export function chance(text: string, letters: ReadonlyMap<string, number>): number {
  return [...text].reduce((nats, letter) => nats + Math.log(letters.get(letter) ?? 0.001), 0);
}

interface Lattice {
  readonly sounds: readonly string[];
  /** By sound, then by letter: how likely all before is. */
  readonly rows: readonly Float64Array[];
  readonly total: number;
}

function forward({ syllables, letters }: SoundPair, soundsOf: LearnedSounds["soundsOf"], share: Share): Lattice {
  const sounds = syllables.flatMap(soundsOf);
  const first = new Float64Array(letters.length + 1);
  first[0] = 1;
  const rows = [first];
  for (const sound of sounds) {
    const before = rows.at(-1) ?? first;
    const row = new Float64Array(letters.length + 1);
    for (const [from, reached] of before.entries()) {
      if (reached === 0) continue;
      for (let to = from; to <= Math.min(letters.length, from + LONGEST_SPELLING); to += 1) {
        row[to] = (row[to] ?? 0) + reached * share(sound, letters.slice(from, to));
      }
    }
    rows.push(row);
  }
  return { sounds, rows, total: rows.at(-1)?.[letters.length] ?? 0 };
}

interface Expecting {
  readonly soundsOf: LearnedSounds["soundsOf"];
  readonly share: Share;
  readonly into: Spellings;
}

function addExpected(pair: SoundPair, { soundsOf, share, into }: Expecting): void {
  const { letters } = pair;
  const { sounds, rows, total } = forward(pair, soundsOf, share);
  if (total === 0) return;
  let behind = new Float64Array(letters.length + 1);
  behind[letters.length] = 1;
  for (let at = sounds.length - 1; at >= 0; at -= 1) {
    const sound = sounds[at] ?? "";
    const counts = into.get(sound) ?? new Map<string, number>();
    into.set(sound, counts);
    const next = new Float64Array(letters.length + 1);
    for (const [from, reached] of (rows[at] ?? behind).entries()) {
      for (let to = from; to <= Math.min(letters.length, from + LONGEST_SPELLING); to += 1) {
        const spelling = letters.slice(from, to);
        const likely = share(sound, spelling) * (behind[to] ?? 0);
        next[from] = (next[from] ?? 0) + likely;
        const expected = (reached * likely) / total;
        if (expected > 1e-4) counts.set(spelling, (counts.get(spelling) ?? 0) + expected);
      }
    }
    behind = next;
  }
}

function letterShares(words: readonly string[]): Map<string, number> {
  const counts = countAll(words.flatMap((word) => [...word]));
  const total = sum(counts.values());
  return new Map([...counts].map(([letter, count]) => [letter, count / total]));
}

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
