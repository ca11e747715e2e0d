import { isUtf8 } from "node:buffer";
import { ArticleError } from "./article-error.ts";
import { decodeWhole, looksWritten } from "./decode-whole.ts";
import { lineAt, refuseUtf8 } from "./decode-text.ts";

export interface DecodedText {
  readonly text: string;
  /** How it was read, to be shown as it is. */
  readonly note: string;
}

/** As readers know them. */
const NAMES: Readonly<Record<string, string>> = {
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  gb18030: "GB18030",
  big5: "Big5",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
  "euc-kr": "EUC-KR",
  "windows-1252": "Windows-1252",
  "windows-1251": "Windows-1251",
};

/**
 * Decodes a text that is not UTF-8; gives nothing where it is.
 *
 * UTF-16 is told by its mark or by its look; everything else is guessed. Bytes that are UTF-8 but for a few are damaged
 * rather than something else.
 *
 * @throws ArticleError when the bytes are binary, damaged, or make no text in any encoding.
 */
export async function decodeForeign(name: string, bytes: Uint8Array): Promise<DecodedText | undefined> {
  const mark = utf16Mark(bytes);
  const hasZero = bytes.includes(0);
  if (!mark && !hasZero && isUtf8(bytes)) return undefined;
  if (mark) {
    const text = decodeWhole(bytes, mark);
    if (text !== undefined && !/[\0\ufffd]/u.test(text)) return described({ encoding: mark, text }, true);
    throw new ArticleError(name, "is UTF-16, but damaged or cut off; save it as UTF-8");
  }
  const unmarked = hasZero ? readUnmarked(bytes) : undefined;
  if (unmarked) return described(unmarked, false);
  const control = bytes.findIndex(isControl);
  if (control >= 0) throw new ArticleError(name, `is binary: ${placeOf(bytes, control)}; expected text`);
  if (isDamagedUtf8(bytes)) refuseUtf8(name, bytes);
  // The detector is large, and few articles need it.
  const { guessEncoding } = await import("./guess-encoding.ts");
  const guessed = guessEncoding(bytes);
  if (!guessed) refuseUtf8(name, bytes);
  return described(guessed, false);
}

function utf16Mark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** Reads UTF-16 without a mark; the wrong way round, spaces and line breaks become something else. */
function readUnmarked(bytes: Uint8Array): Decoded | undefined {
  const read = ["utf-16le", "utf-16be"].flatMap((encoding) => {
    const text = decodeWhole(bytes, encoding);
    if (text === undefined || !looksWritten(text, true)) return [];
    return [{ encoding, text, blanks: text.match(/[\n\r \u3000-\u3002]/gu)?.length ?? 0 }];
  });
  return read.toSorted((a, b) => b.blanks - a.blanks)[0];
}

interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

function described({ encoding, text }: Decoded, isSure: boolean): DecodedText {
  const name = NAMES[encoding] ?? encoding;
  return { text, note: isSure ? `read as ${name}` : `read as ${name}, which was guessed` };
}

/** What no text holds, whatever it is written in: tabs, line breaks, form feeds and escapes are none of these. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
}

function placeOf(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset] ?? 0;
  return `line ${lineAt(bytes, offset)}, byte ${offset} is ${byte === 0 ? "zero" : `0x${byte.toString(16).padStart(2, "0")}`}`;
}

/** Three bytes hardly ever make a character by chance; two do, in one of five Chinese characters. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const wrong = text.match(/\uFFFD/gu)?.length ?? 0;
  const long = text.match(/[\u0800-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  const short = text.match(/[\u0080-\u07FF]/gu)?.length ?? 0;
  return long >= wrong || short >= wrong * 4;
}
