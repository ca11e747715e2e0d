import { rememberTexts } from "../text/remember-texts.ts";
import type { AlternativeSource, UnitCollector } from "./alternatives.ts";
import { findBySound, listEndings } from "./find-by-sound.ts";
import { type Look, PHRASES } from "./look.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { plainLetters } from "./plain-letters.ts";
import { BEYOND_CHANCE, weighMatch } from "./look-by-sound.ts";
import { type HeardWord, type Sounds } from "./sounds.ts";

/** A name of a text as it is written there, folded, and ready to be compared. */
export interface LatinName {
  readonly text: string;
  readonly heard: HeardWord;
}

export interface LatinNameLookUp {
  readonly sounds: Sounds;
  /** Prepared when a question has a foreign name: few have. */
  readonly names: () => readonly LatinName[];
}

/** So many names of a text are looked through. */
const MOST_NAMES = 4000;
const LEAST_LETTERS = 3;
const LONGEST_NAME = 20;
/** What a string of ideographs must count for being in a foreign name, in nats. */
const LEAST_FORM = 3;
const MOST_STRINGS = 6;
const MOST_MATCHES = 3;
const EXACT: ReadonlySet<AlternativeSource> = new Set(["name", "article"]);

/** Prepares a text's names. */
export function hearNames(words: Iterable<string>, sounds: Sounds): LatinName[] {
  const names: LatinName[] = [];
  for (const text of words) {
    const letters = plainLetters(text);
    if (letters.length < LEAST_LETTERS || letters.length > LONGEST_NAME) continue;
    names.push({ text, heard: sounds.hear(letters) });
    if (names.length >= MOST_NAMES) break;
  }
  return names;
}

/** Finds names of a text in Latin letters that a question writes in ideographs, by their sound: 舒尔茨 → Schulz. */
export function createLatinNameLook(parts: LatinNameLookUp): Look {
  const findOnce = rememberTexts((texts) => findNames(texts.split("\n"), parts), PHRASES);
  return (question, units) => {
    const places = foreignStrings(question, units, parts.sounds);
    if (places.length === 0) return;
    const counts = new Map<number, number>();
    for (const { name, text, weight } of findOnce(places.map((place) => place.text).join("\n"))) {
      for (const place of places) {
        const start = place.start + place.text.indexOf(text);
        const count = counts.get(start) ?? 0;
        if (start < place.start || count >= MOST_MATCHES) continue;
        units.add({ start, end: start + text.length }, { text: name, weight, source: "sound" });
        counts.set(start, count + 1);
      }
    }
  };
}

interface FoundName {
  readonly name: string;
  /** What of the strings sounds like it. */
  readonly text: string;
  readonly weight: number;
}

/** The names of a text that stand in some strings by their sound, the likeliest first. */
function findNames(texts: readonly string[], { sounds, names }: LatinNameLookUp): readonly FoundName[] {
  const strings = listEndings(texts);
  const all = names();
  const least = BEYOND_CHANCE + Math.log(1 + all.length * strings.endings.length);
  return all
    .flatMap(({ text: name, heard }) => {
      const best = findBySound(heard, strings, { sounds, least })[0];
      return best ? [{ name, ...best }] : [];
    })
    .toSorted((one, other) => other.nats - one.nats)
    .map(({ name, text, nats }) => ({ name, text, weight: weighMatch(nats - least) }));
}

/**
 * The strings of a question that may write a foreign name and have no other word yet; also ideographs that were not taken
 * for words, since foreign names are often cut in pieces.
 */
function foreignStrings(
  { tokens }: PlacedQuestion,
  units: UnitCollector,
  sounds: Sounds,
): { readonly text: string; readonly start: number }[] {
  const strings: { text: string; start: number; end: number; form: number }[] = [];
  for (const token of tokens) {
    const { text, start, end } = token;
    const form = sounds.weightOf(text);
    if (!token.isHan || form === -Infinity || units.covers(start, end, EXACT)) continue;
    const last = strings.at(-1);
    if (last?.end === start) {
      last.text += text;
      last.end = end;
      last.form += form;
    } else strings.push({ text, start, end, form });
  }
  return strings.filter(({ text, form }) => text.length > 1 && form >= LEAST_FORM).slice(0, MOST_STRINGS);
}
