import { DOTS, type HeardWord, LENGTHS, SILENT, type Sounds, UNHEARD } from "./sounds.ts";

/** A string of ideographs that sounds like a word. */
export interface SoundMatch {
  readonly text: string;
  /** How much likelier than chance it is a name that the word writes, in nats. */
  readonly nats: number;
}

/** No name has more ideographs; dots between them count as well. */
const LONGEST = 9;
/** A string of ideographs whose beginning is likelier in running text than in a foreign name is none. */
const LEAST_FORM = -2;
/** What ideographs that write foreign names count for that alone, and how much that may be: others stand in the text as well. */
const FORM_SHARE = 0.5;
const MOST_FORM = 10;
/** What each end of a name counts that is an end of a string of ideographs as well, and counts against one that is not. */
const BOUND = 0.5;

/** Strings of ideographs that may hold foreign names, all in the order of their code units. */
export interface NameStrings {
  readonly whole: readonly string[];
  /** What stands in them from any of their ideographs on. */
  readonly endings: readonly string[];
}

/** Prepares strings for being searched. */
export function listEndings(strings: Iterable<string>): NameStrings {
  const whole = new Set<string>();
  const endings = new Set<string>();
  for (const text of strings) {
    whole.add(text.slice(0, LONGEST));
    for (let from = 0; from < text.length - 1; from += 1) {
      if (!DOTS.includes(text.charAt(from))) endings.add(text.slice(from, from + LONGEST));
    }
  }
  return { whole: inOrder(whole), endings: inOrder(endings) };
}

function inOrder(texts: Iterable<string>): string[] {
  return [...texts].toSorted((one, other) => (one < other ? -1 : 1));
}

interface Search {
  readonly sounds: Sounds;
  /** The nats below which nothing is looked for. */
  readonly least: number;
}

/**
 * Finds what sounds like a word in such strings, the likeliest first.
 *
 * Endings that begin alike stand together: what is known of their beginning is not worked out again, and where that cannot
 * become the word, all are passed over.
 */
export function findBySound(word: HeardWord, strings: NameStrings, { sounds, least }: Search): SoundMatch[] {
  const width = word.letters.length + 1;
  const rows = Array.from({ length: LONGEST + 1 }, () => new Float64Array(width));
  const between = new Float64Array(width);
  const forms = new Float64Array(LONGEST + 1);
  rows[0]?.fill(-Infinity).fill(0, 0, 1);
  const leastSound = least - FORM_SHARE * MOST_FORM;
  const matches = new Map<string, SoundMatch>();
  // `known` of the code units of `before` are worked out; where it has more, what follows them leads nowhere.
  let [before, known] = ["", 0];
  for (const ending of strings.endings) {
    const shared = sharedLength(before, ending);
    if (known < before.length && shared > known) continue;
    let depth = Math.min(shared, known);
    for (; depth < ending.length; depth += 1) {
      const character = ending.charAt(depth);
      const form = (forms[depth] ?? 0) + sounds.weightOf(character);
      const [from, to] = [rows[depth], rows[depth + 1]];
      if (!from || !to || form < LEAST_FORM) break;
      hearIdeograph({ from, between, to }, sounds.soundsOf(character) ?? [], word);
      if (!hasProspects(to, word, leastSound)) break;
      forms[depth + 1] = form;
      const nats = (to[width - 1] ?? -Infinity) + FORM_SHARE * Math.min(MOST_FORM, form);
      if (depth === 0 || nats < least - 2 * BOUND) continue;
      const text = ending.slice(0, depth + 1);
      const bound = nats + boundNats(text, strings);
      if (bound >= least) matches.set(text, { text, nats: bound });
    }
    [before, known] = [ending, depth];
  }
  return [...matches.values()].toSorted((one, other) => other.nats - one.nats);
}

/** Whether a name begins where such a string does, and ends where one does, says something: most other words do not. */
function boundNats(text: string, { whole, endings }: NameStrings): number {
  const begins = whole[firstFrom(whole, text)]?.startsWith(text) ?? false;
  const ends = endings[firstFrom(endings, text)] === text;
  return (begins ? BOUND : -BOUND) + (ends ? BOUND : -BOUND);
}

/** The index of the first text that is not before another one. */
function firstFrom(texts: readonly string[], text: string): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each number of letters, how likely so many are heard: before an ideograph, after its first sound, and after it. */
interface Rows {
  readonly from: Float64Array;
  readonly between: Float64Array;
  readonly to: Float64Array;
}

function hearIdeograph({ from, between, to }: Rows, sounds: readonly number[], word: HeardWord): void {
  const [first, second] = sounds;
  if (first === undefined) {
    to.set(from);
    return;
  }
  if (second === undefined) hearSound(from, to, { word, sound: first });
  else {
    hearSound(from, between, { word, sound: first });
    hearSound(between, to, { word, sound: second });
  }
}

function hearSound(
  from: Float64Array,
  to: Float64Array,
  { word, sound }: { readonly word: HeardWord; readonly sound: number },
): void {
  to.fill(-Infinity);
  for (let at = 0; at < from.length; at += 1) {
    const reached = from[at] ?? -Infinity;
    if (reached === -Infinity) continue;
    for (let length = 0; length < LENGTHS && at + length < from.length; length += 1) {
      const likeness = word.spellings[at * LENGTHS + length];
      const value = likeness ? (likeness[sound] ?? 0) / 10 : (UNHEARD[length] ?? -Infinity);
      if (reached + value > (to[at + length] ?? -Infinity)) to[at + length] = reached + value;
    }
  }
  for (let at = 1; at < to.length; at += 1) to[at] = Math.max(to[at] ?? -Infinity, (to[at - 1] ?? -Infinity) + SILENT);
}

/** Whether enough can come of it; what cannot is forgotten. */
function hasProspects(row: Float64Array, { prospects }: HeardWord, least: number): boolean {
  let has = false;
  for (let at = 0; at < row.length; at += 1) {
    if ((row[at] ?? -Infinity) + (prospects[at] ?? 0) >= least) has = true;
    else row[at] = -Infinity;
  }
  return has;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}
