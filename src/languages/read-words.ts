import { readFileSync } from "node:fs";

/**
 * Reads jieba's word list.
 *
 * The package's own `dict.js` does so too, but reads a second list beside it, and both stay in memory for good (11 MB).
 */
export function readWords(): Uint8Array {
  return readFileSync(new URL("dict.txt", import.meta.resolve("@node-rs/jieba/dict.js")));
}
