import { inflateSync, constants } from "node:zlib";
import { ArticleError } from "../../article-error.ts";
import type { SourceFile } from "../format.ts";

/** What all the streams of a file together may expand to; five megabytes of an honest one seldom reach a fourth. */
const MOST_EXPANDED = 80_000_000;
/** A stream that is large and this many times smaller when packed says the same over and over: no page does. */
const LARGE = 2_000_000;
const MOST_PACKED = 150;
/** Widths given for millions of characters would be held for each; the bytes that a signature covers look alike. */
const ENDLESS_WIDTHS = /(?<!ByteRange\s{0,3})[[\]]\s{0,9}\d{1,9}\s{1,9}\d{7,12}\s{1,9}\d/u;
/** What a stream may weigh that cannot be looked into, since the file is encrypted. */
const MOST_ENCRYPTED = 512_000;
const DICTIONARY = 3_000;

/**
 * Gives a copy that a parser may have: its pictures are blanked, since nothing reads them, and all else that is
 * compressed was measured.
 *
 * A few megabytes can expand to as many gigabytes, which the parser would hold in memory at once.
 *
 * @throws ArticleError where they expand to more than any honest file.
 */
export function boundPdf({ name, bytes }: SourceFile): Uint8Array {
  const copy = Buffer.from(bytes);
  const isEncrypted = copy.includes("/Encrypt");
  let left = ENDLESS_WIDTHS.test(copy.toString("latin1")) ? 0 : MOST_EXPANDED;
  for (let at = copy.indexOf("stream"); at >= 0;) {
    const start = dataStart(copy, at);
    const end = start === undefined ? -1 : copy.indexOf("endstream", start);
    if (start === undefined || copy.subarray(Math.max(0, at - 3), at).includes("end")) {
      at = copy.indexOf("stream", at + 6);
      continue;
    }
    const stop = end < 0 ? copy.length : end;
    const dictionary = dictionaryBefore(copy, at);
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) copy.fill(0, start, stop);
    else if (isEncrypted && !/\/Type\s*\/XRef\b/u.test(dictionary)) refuseLarge(name, stop - start);
    else left -= expandedLength(copy.subarray(start, stop), filtersOf(dictionary), left);
    if (left <= 0) break;
    at = copy.indexOf("stream", stop + 9);
  }
  if (left <= 0) {
    const remedy = "print it into a new PDF, or split it";
    throw new ArticleError(name, `expands to far more than any page needs, so it is not read; ${remedy}`);
  }
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.length).slice();
}

function refuseLarge(name: string, size: number): void {
  if (size <= MOST_ENCRYPTED) return;
  throw new ArticleError(name, "is encrypted and holds parts too large to be checked; save it without encryption");
}

/** Where a stream's data begin, if the word at an offset is the one that begins a stream. */
function dataStart(bytes: Buffer, at: number): number | undefined {
  let start = at + 6;
  while (bytes[start] === 0x20 || bytes[start] === 0x09) start += 1;
  if (bytes[start] === 0x0d && bytes[start + 1] === 0x0a) return start + 2;
  return bytes[start] === 0x0a || bytes[start] === 0x0d ? start + 1 : undefined;
}

function dictionaryBefore(bytes: Buffer, at: number): string {
  const before = bytes.toString("latin1", Math.max(0, at - DICTIONARY), at);
  return before.slice(Math.max(0, before.lastIndexOf("obj")));
}

/** Names may be written with any character as its number: `/Fl#61teDecode`. */
function filtersOf(dictionary: string): string[] {
  const named = dictionary.replaceAll(/#([\da-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return (
    named.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL)\b/gu) ?? []
  );
}

/** Counts what data expand to, and gives up above a limit. */
function expandedLength(data: Buffer, filters: readonly string[], limit: number): number {
  // A filter may be named in an object of its own: data that look compressed are taken for it.
  const unnamed = filters.length === 0 && data[0] !== undefined && (data[0] & 0x0f) === 8;
  const [first = "", ...others] = unnamed ? ["/Fl"] : filters;
  switch (first) {
    case "/FlateDecode":
    case "/Fl": {
      const inflated = inflate(data, limit);
      if (typeof inflated === "number") return inflated;
      if (inflated.length > LARGE && inflated.length > data.length * MOST_PACKED) return limit;
      if (inflated.length < LARGE && ENDLESS_WIDTHS.test(inflated.toString("latin1"))) return limit;
      return others.length === 0 ? inflated.length : inflated.length + expandedLength(inflated, others, limit);
    }
    case "/ASCII85Decode":
    case "/A85":
      return data.length + expandedLength(readAscii85(data), others, limit);
    case "/ASCIIHexDecode":
    case "/AHx":
      return (
        data.length + expandedLength(Buffer.from(data.toString("latin1").replaceAll(/\s/gu, ""), "hex"), others, limit)
      );
    case "/LZWDecode":
    case "/LZW":
      return others.length === 0 ? lzwLength(data, limit) : limit;
    case "/RunLengthDecode":
    case "/RL":
      return others.length === 0 ? data.length * 64 : limit;
    default:
      return data.length;
  }
}

function inflate(data: Buffer, limit: number): Buffer | number {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const tooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    // Damaged data expand to something up to the damage.
    return tooLong ? limit : Math.min(limit, data.length * 20);
  }
}

function readAscii85(data: Buffer): Buffer {
  const bytes: number[] = [];
  let [digits, value] = [0, 0];
  for (const code of data) {
    if (code === 0x7a && digits === 0) bytes.push(0, 0, 0, 0);
    if (code === 0x7e) break;
    if (code < 0x21 || code > 0x75) continue;
    value = value * 85 + code - 0x21;
    digits += 1;
    if (digits < 5) continue;
    bytes.push(...[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256));
    [digits, value] = [0, 0];
  }
  return Buffer.from(bytes);
}

/** Follows LZW's codes without keeping what they stand for. */
function lzwLength(data: Buffer, limit: number): number {
  const lengths = new Uint32Array(4097).fill(1, 0, 256);
  let [total, width, last, next, bits, held] = [0, 9, 0, 258, 0, 0];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xff_ff_ff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [next, width, last] = [258, 9, 0];
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : last + 1;
    if (last > 0 && next < 4096) {
      lengths[next] = last + 1;
      next += 1;
    }
    total += length;
    last = length;
    if (total > limit) return limit;
    if (next + 1 >= 2 ** width && width < 12) width += 1;
  }
  return total;
}
