import path from "node:path";

/** What metadata files may name an article by, too. */
const mostCharacters = 32;

/** Makes a file's name fit to be shown: the name alone, one line, nothing invisible. */
export function cleanName(given: string): string {
  const name = given.split(/[/\\]/u).at(-1) ?? "";
  const shown = name
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  const { name: stem, ext } = path.parse(shown);
  return `${Array.from(stem).slice(0, 100).join("")}${ext}`;
}

/** Makes an article's id of its file's name: letters, digits, dots, dashes and underscores, and none that is taken. */
export function idFor(name: string, isTaken: (id: string) => boolean): string {
  const plain = path
    .parse(name)
    .name.normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replaceAll(/^[._-]+|-+$/gu, "");
  const id = (length: number) => Array.from(plain).slice(0, length).join("") || "article";
  if (!isTaken(id(mostCharacters))) return id(mostCharacters);
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const tried = `${id(mostCharacters - ending.length)}${ending}`;
    if (!isTaken(tried)) return tried;
  }
}
