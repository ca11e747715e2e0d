/** Letters that are no plain letter with a mark. */
const OTHERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Writes a Latin word in the letters a to z alone: Łódź → lodz. */
export function plainLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, (letter) => OTHERS[letter] ?? "");
}
