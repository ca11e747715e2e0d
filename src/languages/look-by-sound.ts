import type { AlternativeSource, UnitCollector } from "./alternatives.ts";
import { findBySound, type SoundMatch } from "./find-by-sound.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { plainLetters } from "./plain-letters.ts";
import type { Token } from "./question-tokens.ts";
import { DOTS, type Sounds } from "./sounds.ts";

/** What a text may have by the sound of a foreign name, from each ideograph on, in the order of code units. */
export interface SoundEndings {
  readonly names: readonly string[];
  /** With dots, as several names of one person are joined. */
  readonly fullNames: readonly string[];
}

export interface SoundLookUp {
  readonly sounds: Sounds;
  readonly endings: SoundEndings;
  /** Whether the text has a word as it stands. */
  readonly isKnown: (text: string) => boolean;
  /** Whether a word is English or else known. */
  readonly isWord: (text: string) => boolean;
}

/** A match must be so much likelier than one by chance among all that the text has, in nats. */
const BEYOND_CHANCE = 5;
/** And that much likelier for a name that is a word as well, and has been translated. */
const BEYOND_TRANSLATION = 3;
const LEAST_LETTERS = 3;
const LONGEST_WORD = 20;
/** More names than this make no question. */
const MOST_TOKENS = 8;
const MOST_MATCHES = 3;
/** Other names that sound as much alike are taken as well: both 奥斯纳布鲁克 and 欧斯纳布鲁克 are Osnabrück. */
const AS_LIKELY = 3;
/** What the least likely match counts, each nat beyond that, and the likeliest. */
const LEAST_WEIGHT = 0.6;
const WEIGHT_A_NAT = 0.06;
const MOST_WEIGHT = 0.9;
const EXACT: ReadonlySet<AlternativeSource> = new Set(["name", "article", "pinyin"]);

/**
 * Finds foreign names that the text writes in ideographs, by their sound: Schulz → 舒尔茨, bin Laden → 本·拉登.
 *
 * Asked for are words that no dictionary knows, and words that are written as names are.
 */
export function lookBySound(question: PlacedQuestion, units: UnitCollector, look: SoundLookUp): void {
  const tokens = question.tokens.filter((token) => mayBeName(token, question, { units, look })).slice(0, MOST_TOKENS);
  const found = new Set<Token>();
  for (const token of tokens) {
    const isTranslated = units.covers(token.start, token.end);
    const matches = namesLike(plainLetters(token.text), look.endings.names, { look, isTranslated });
    if (matches.length > 0) found.add(token);
    add(token, matches, units);
  }
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next?.joined || next !== question.tokens[question.tokens.indexOf(token) + 1]) continue;
    if (found.has(token) && found.has(next)) continue;
    const letters = plainLetters(token.text + next.text);
    const place = { start: token.start, end: next.end };
    for (const endings of [look.endings.fullNames, look.endings.names]) {
      add(place, namesLike(letters, endings, { look, isTranslated: false }), units);
    }
  }
}

function mayBeName(
  token: Token,
  question: PlacedQuestion,
  { units, look }: { readonly units: UnitCollector; readonly look: SoundLookUp },
): boolean {
  const { text, start, end } = token;
  if (token.isHan || !/^\p{Script=Latin}+$/u.test(text) || !question.isContent(token)) return false;
  if (text.length < LEAST_LETTERS || text.length > LONGEST_WORD || units.covers(start, end, EXACT)) return false;
  if (look.isKnown(text)) return false;
  const isCapitalised = question.words.some((word) => word.isCapitalised && word.start <= start && end <= word.end);
  return isCapitalised || (!units.covers(start, end) && !look.isWord(text));
}

interface Liking {
  readonly look: SoundLookUp;
  readonly isTranslated: boolean;
}

/** The names that sound most like some letters, with what they count. */
function namesLike(
  letters: string,
  endings: readonly string[],
  { look: { sounds }, isTranslated }: Liking,
): (SoundMatch & { readonly weight: number })[] {
  if (endings.length === 0) return [];
  const least = BEYOND_CHANCE + Math.log(endings.length) + (isTranslated ? BEYOND_TRANSLATION : 0);
  const kept: SoundMatch[] = [];
  for (const { text, nats } of findBySound(sounds.hear(letters), endings, { sounds, least })) {
    if (kept.length >= MOST_MATCHES || nats < (kept[0]?.nats ?? 0) - AS_LIKELY) break;
    const name = DOTS.includes(text.slice(-1)) ? text.slice(0, -1) : text;
    if (!kept.some((other) => other.text.includes(name) || name.includes(other.text))) kept.push({ text: name, nats });
  }
  return kept.map(({ text, nats }) => {
    return { text, nats, weight: Math.min(MOST_WEIGHT, LEAST_WEIGHT + WEIGHT_A_NAT * (nats - least)) };
  });
}

function add(
  place: { readonly start: number; readonly end: number },
  matches: readonly { readonly text: string; readonly weight: number }[],
  units: UnitCollector,
): void {
  for (const { text, weight } of matches) units.add(place, { text, weight, source: "sound" });
}
