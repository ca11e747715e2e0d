import { readFile } from "node:fs/promises";

const FOLDER = new URL("../../data/character-maps/", import.meta.url);

/**
 * Reads one of the character maps that Chinese PDFs name.
 *
 * @param file from inside of a PDF, so anything: only a plain name leads to a file.
 */
export async function readCharacterMap(file: string): Promise<Uint8Array> {
  if (!/^[\w-]{1,40}\.bcmap$/u.test(file)) throw new Error(`no character map: ${file}`);
  return new Uint8Array(await readFile(new URL(file, FOLDER)));
}
