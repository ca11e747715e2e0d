import { rememberTexts } from "../text/remember-texts.ts";
import type { AlternativeSource, UnitCollector } from "./alternatives.ts";
import { findBySound, type NameStrings, type SoundMatch } from "./find-by-sound.ts";
import { type Look, PHRASES } from "./look.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { plainLetters } from "./plain-letters.ts";
import type { Token } from "./question-tokens.ts";
import { DOTS, type Sounds } from "./sounds.ts";

/** The strings of ideographs of a text that may hold foreign names. */
export interface SoundStrings {
  /** Without those dots that join several names of one person. */
  readonly names: NameStrings;
  /** Those with dots. */
  readonly fullNames: NameStrings;
}

export interface SoundLookUp {
  readonly sounds: Sounds;
  /** Prepared when a question has a name that may be looked for. */
  readonly strings: () => SoundStrings;
  /** Whether the text has a word as it stands. */
  readonly isKnown: (text: string) => boolean;
  /** Whether a word is English or else known. */
  readonly isWord: (text: string) => boolean;
}

/** A match must be so much likelier than one by chance among all that the text has, in nats. */
export const BEYOND_CHANCE = 5;
/** And that much likelier for a word whose translation is known: if the text has another, that is hardly meant. */
const BEYOND_TRANSLATION = 3;
const LEAST_LETTERS = 3;
const LONGEST_WORD = 20;
/** More names than this make no question. */
const MOST_TOKENS = 8;
/** Two words in one must be so much likelier than either alone. */
const BEYOND_ONE = 2;
const MOST_MATCHES = 3;
/** Other names that sound as much alike are taken as well: both 奥斯纳布鲁克 and 欧斯纳布鲁克 are Osnabrück. */
const AS_LIKELY = 3;
/** What the least likely match counts, each nat beyond that, and the likeliest. */
const LEAST_WEIGHT = 0.6;
const WEIGHT_A_NAT = 0.06;
const MOST_WEIGHT = 0.9;
const EXACT: ReadonlySet<AlternativeSource> = new Set(["name", "article", "synonym", "pinyin"]);

/**
 * Finds foreign names that the text writes in ideographs, by their sound: Schulz → 舒尔茨, bin Laden → 本·拉登.
 *
 * Asked for are words that no dictionary knows, and words that are written as names are.
 */
export function createSoundLook(parts: SoundLookUp): Look {
  const { sounds, strings, isWord } = parts;
  const rememberLike = (pick: (all: SoundStrings) => NameStrings, isTranslated: boolean): Like =>
    rememberTexts((letters) => namesLike(letters, pick(strings()), { sounds, isTranslated }), PHRASES);
  const names = { open: rememberLike((all) => all.names, false), translated: rememberLike((all) => all.names, true) };
  const fullNames = rememberLike((all) => all.fullNames, false);
  return (question, units) => {
    const likeliest = new Map<Token, number>();
    for (const token of question.tokens) {
      if (!mayBeName(token, question, { units, look: parts })) continue;
      const isTranslated = units.covers(token.start, token.end) || isWord(token.text);
      const matches = (isTranslated ? names.translated : names.open)(plainLetters(token.text));
      likeliest.set(token, matches[0]?.nats ?? 0);
      add(token, matches, units);
      if (likeliest.size >= MOST_TOKENS) break;
    }
    if (likeliest.size === 0) return;
    for (const [index, token] of question.tokens.entries()) {
      const next = question.tokens[index + 1];
      if (!next?.joined || ![token, next].every((part) => isPartOfName(part, likeliest, parts))) continue;
      const alone = Math.max(likeliest.get(token) ?? 0, likeliest.get(next) ?? 0);
      const letters = plainLetters(token.text + next.text);
      for (const like of [fullNames, names.open]) {
        add(
          { start: token.start, end: next.end },
          like(letters).filter(({ nats }) => nats > alone + BEYOND_ONE),
          units,
        );
      }
    }
  };
}

/** The names that sound most like some letters, with what they count. */
type Like = (letters: string) => readonly (SoundMatch & { readonly weight: number })[];

function isPartOfName(token: Token, names: ReadonlyMap<Token, number>, { isWord }: SoundLookUp): boolean {
  return names.has(token)
    ? !isWord(token.text) || PARTICLES.has(token.text)
    : PARTICLES.has(token.text) && names.size > 0;
}

/** Parts of names that are short or words as well: bin Laden, von Braun, Le Corbusier. */
const PARTICLES = new Set(
  "al ben bin da de del della den der di do dos du el ibn la le los mac mc o san st ten van von zu".split(" "),
);

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
  readonly sounds: Sounds;
  readonly isTranslated: boolean;
}

function namesLike(letters: string, strings: NameStrings, { sounds, isTranslated }: Liking): ReturnType<Like> {
  const least = BEYOND_CHANCE + Math.log(1 + strings.endings.length) + (isTranslated ? BEYOND_TRANSLATION : 0);
  const kept: SoundMatch[] = [];
  for (const { text, nats } of findBySound(sounds.hear(letters), strings, { sounds, least })) {
    if (kept.length >= MOST_MATCHES || nats < (kept[0]?.nats ?? 0) - AS_LIKELY) break;
    const name = DOTS.includes(text.slice(-1)) ? text.slice(0, -1) : text;
    if (!kept.some((other) => other.text.includes(name) || name.includes(other.text))) kept.push({ text: name, nats });
  }
  return kept.map(({ text, nats }) => {
    return { text, nats, weight: weighMatch(nats - least) };
  });
}

/** What a match counts that is so many nats likelier than it must be. */
export function weighMatch(beyond: number): number {
  return Math.min(MOST_WEIGHT, LEAST_WEIGHT + WEIGHT_A_NAT * beyond);
}

function add(
  place: { readonly start: number; readonly end: number },
  matches: readonly { readonly text: string; readonly weight: number }[],
  units: UnitCollector,
): void {
  for (const { text, weight } of matches) units.add(place, { text, weight, source: "sound" });
}
