import { chance, learnSounds, spellingShare } from "./learn-sounds.ts";
import { type NameEntry, soundPairs } from "./sound-pairs.ts";

/** What is written seldom enough is left to chance. */
const LEAST_COUNT = 0.7;
const LEAST_COUNT_OF_LONG = 1.5;
const LEAST_NATS = -4;
/** An ideograph that transliterates must do so in so many names, unless it is rare in running text. */
const LEAST_NAMES = 2;
const RARE_WEIGHT = 5;
/** Rare ones that names have and the dictionary's do not. */
const ALSO = "贡卓茹儒茜倩蓓缇翠岑朔墩霖珍夸雄敏";
/** What is much likelier in running text writes a foreign name too seldom to look for: 的, 和. */
const LEAST_WEIGHT = -20;

/**
 * Learns from a dictionary's names how ideographs that transliterate are spelt, as `createSounds` reads it.
 *
 * @param frequency how often an ideograph occurs in running text.
 */
export function soundTable(entries: readonly NameEntry[], frequency: (character: string) => number): string {
  const learned = learnSounds(soundPairs(entries));
  const { spellings, pairs, letters, soundsOf } = learned;
  const readings = countReadings(pairs);
  for (const { simplified, pinyin } of entries) {
    if (!ALSO.includes(simplified) || readings.has(simplified)) continue;
    readings.set(simplified, new Map([[pinyin.toLowerCase().slice(0, -1), 1]]));
  }
  const total = pairs.reduce((sum, { characters }) => sum + characters.length, 0);
  const running = [...readings.keys()].reduce((sum, character) => sum + frequency(character), 0);
  const characters = [...readings]
    .map(([character, syllables]) => {
      const [syllable = ""] = [...syllables].toSorted((one, other) => other[1] - one[1])[0] ?? [];
      const names = syllables.values().reduce((sum, count) => sum + count, 0);
      const nats = Math.log(names / total) - Math.log((frequency(character) + 20) / running);
      return {
        character,
        names,
        weight: Math.round(nats * 10),
        line: `${character}\t${soundsOf(syllable).join(" ")} ${Math.round(nats * 10)}\n`,
      };
    })
    .filter(
      ({ character, names, weight }) =>
        weight >= (names >= LEAST_NAMES || ALSO.includes(character) ? LEAST_WEIGHT : RARE_WEIGHT),
    )
    .toSorted((one, other) => (one.character < other.character ? -1 : 1))
    .map(({ line }) => line);
  const used = new Set(characters.flatMap((line) => line.split("\t")[1]?.trim().split(" ").slice(0, -1) ?? []));
  const share = spellingShare(spellings, letters);
  const sounds = [...spellings]
    .filter(([sound]) => used.has(sound))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([sound, row]) => {
      const entriesOfSound = [...row]
        .filter(([spelling, count]) => count >= (spelling.length > 2 ? LEAST_COUNT_OF_LONG : LEAST_COUNT))
        .map(([spelling]) => ({ spelling, nats: Math.log(share(sound, spelling)) - chance(spelling, letters) }))
        .filter(({ nats }) => nats >= LEAST_NATS)
        .toSorted((one, other) => other.nats - one.nats)
        .map(({ spelling, nats }) => `${spelling} ${Math.round(nats * 10)}`);
      return `${sound}\t${entriesOfSound.join("|")}\n`;
    });
  return [...characters, "\n", ...sounds].join("");
}

function countReadings(
  pairs: readonly { readonly characters: readonly string[]; readonly syllables: readonly string[] }[],
): Map<string, Map<string, number>> {
  const readings = new Map<string, Map<string, number>>();
  for (const { characters, syllables } of pairs) {
    for (const [at, character] of characters.entries()) {
      const syllable = syllables[at] ?? "";
      const row = readings.get(character) ?? new Map<string, number>();
      readings.set(character, row.set(syllable, (row.get(syllable) ?? 0) + 1));
    }
  }
  return readings;
}
