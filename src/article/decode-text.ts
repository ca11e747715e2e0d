import { isUtf8 } from "node:buffer";
import { ArticleError } from "./article-error.ts";

interface EncodedText {
  /** As errors show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Decodes a file's bytes as UTF-8, without a byte order mark.
 *
 * @throws ArticleError when they are none, too many, binary, in another encoding or nothing but white space.
 */
export function decodeText({ name, bytes }: EncodedText, maximumBytes: number): string {
  if (bytes.length === 0) throw new ArticleError(name, "is empty");
  if (bytes.length > maximumBytes) throw new ArticleError(name, tooLarge(bytes.length, maximumBytes));
  const marked = bytes[0] === 0xff ? bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff;
  if (marked) throw new ArticleError(name, "is UTF-16; save it as UTF-8");
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new ArticleError(name, `is binary: line ${lineAt(bytes, zero)}, byte ${zero} is zero; expected UTF-8 text`);
  }
  if (!isUtf8(bytes)) refuseUtf8(name, bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") throw new ArticleError(name, "is empty: it holds white space only");
  return text;
}

/** Says that a file is too large, the same whether its size or its content was looked at. */
export function tooLarge(bytes: number, maximumBytes: number): string {
  return `is too large: ${bytes} bytes, at most ${maximumBytes} are read (YUANWEN_MAX_ARTICLE_BYTES)`;
}

/** Says where bytes are no UTF-8. */
export function refuseUtf8(name: string, bytes: Uint8Array): never {
  const offset = firstInvalidByte(bytes);
  throw new ArticleError(name, `is not UTF-8: line ${lineAt(bytes, offset)}, byte ${offset}; save it as UTF-8`);
}

/** The line that holds a byte, counted from 1; lines end with LF, CR LF or CR. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}

const REPLACEMENT = "\uFFFD";

/** The offset of the first byte that is no UTF-8: the first replacement that was not there before. */
function firstInvalidByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const isReplacement = (at: number): boolean => bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
  let [from, offset] = [0, 0];
  for (let found = text.indexOf(REPLACEMENT); found >= 0; found = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, found));
    if (!isReplacement(offset)) return offset;
    offset += REPLACEMENT_BYTES;
    from = found + 1;
  }
  return offset;
}

const REPLACEMENT_BYTES = 3;
