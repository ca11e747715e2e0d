/** Ideographs of numerals in their ordinary, formal and Traditional forms; those of a line have one value. */
const FIGURES: readonly string[] = [
  "〇零○0",
  "一壹壱弌",
  "二贰貳两兩弍",
  "三叁參参叄弎",
  "四肆",
  "五伍",
  "六陆陸",
  "七柒",
  "八捌",
  "九玖",
];
const PLACES: readonly (readonly [characters: string, place: number])[] = [
  ["十拾", 10],
  ["百佰", 100],
  ["千仟", 1000],
  ["万萬", 1e4],
  ["亿億", 1e8],
];
/** One ideograph for two: 廿三 is 二十三. */
const TENS: ReadonlyMap<string, readonly string[]> = new Map([
  ["廿", ["二", "十"]],
  ["卅", ["三", "十"]],
  ["卌", ["四", "十"]],
]);

const figures = new Map(
  FIGURES.flatMap((characters, value) => [...characters].map((character) => [character, value] as const)),
);
const places = new Map(
  PLACES.flatMap(([characters, place]) => [...characters].map((character) => [character, place] as const)),
);

/** The characters that a Chinese numeral can begin with. */
export const numeralOpeners = [...figures.keys(), ...places.keys(), ...TENS.keys()]
  .filter((character) => character !== "0" && character !== "○")
  .join("");

/** The figure that one ideograph stands for. */
export function digitOf(character: string): number | undefined {
  return figures.get(character);
}

/** The place that an ideograph multiplies by; 0 for any other. */
export function placeOf(character: string): number {
  return places.get(character) ?? 0;
}

/** Tells whether a character can stand in a Chinese numeral; some are words as well. */
export function isNumeralCharacter(character: string): boolean {
  return figures.has(character) || places.has(character) || TENS.has(character);
}

/** Writes the short forms of tens out. */
export function expandNumeral(character: string): readonly string[] {
  return TENS.get(character) ?? [character];
}
