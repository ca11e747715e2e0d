import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { DamagedIndex } from "./sqlite-errors.ts";

/** Whole numbers, each in as few bytes as the largest of them needs. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Broken bytes are noticed by their checksum. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };
const MOST_BYTES = 4_000_000_000;

/** Packs lists of numbers one behind the other. */
export function packNumbers(lists: readonly Numbers[]): Uint8Array {
  const parts = lists.flatMap((list) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(list.length, 0);
    head.writeUInt32LE(list.BYTES_PER_ELEMENT, 4);
    return [head, Buffer.from(list.buffer, list.byteOffset, list.byteLength), Buffer.alloc(-list.byteLength & 7)];
  });
  const bytes = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(bytes.length);
  return Buffer.concat([head, zstdCompressSync(bytes, compression)]);
}

/**
 * Gives the lists again.
 *
 * @throws DamagedIndex where they are not as they were packed.
 */
export function unpackNumbers(packed: Uint8Array): readonly Numbers[] {
  try {
    return readLists(packed);
  } catch (error) {
    throw new DamagedIndex(`${packed.length} bytes are no numbers`, { cause: error });
  }
}

function readLists(packed: Uint8Array): readonly Numbers[] {
  const view = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const size = view.readUInt32LE();
  // In one piece: small ones would be joined, and leave holes in the memory of the process.
  const chunkSize = Math.max(64, size);
  const bytes = zstdDecompressSync(view.subarray(4), { maxOutputLength: MOST_BYTES, chunkSize });
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes of numbers in place of ${size}`);
  const { buffer, byteOffset } = byteOffsetOf(bytes);
  const lists: Numbers[] = [];
  for (let at = 0; at < size;) {
    const [length, width] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    lists.push(viewOf(buffer, byteOffset + at + 8, { length, width }));
    at += 8 + length * width + (-(length * width) & 7);
  }
  return lists;
}

/** Numbers are read where they lie, for which that must begin at a multiple of their size. */
function byteOffsetOf(bytes: Buffer): { readonly buffer: ArrayBufferLike; readonly byteOffset: number } {
  const { buffer, byteOffset } = bytes;
  return byteOffset % 8 === 0 ? { buffer, byteOffset } : { buffer: Uint8Array.from(bytes).buffer, byteOffset: 0 };
}

function viewOf(
  buffer: ArrayBufferLike,
  offset: number,
  { length, width }: { readonly length: number; readonly width: number },
): Numbers {
  if (width === 1) return new Uint8Array(buffer, offset, length);
  return width === 2 ? new Uint16Array(buffer, offset, length) : new Uint32Array(buffer, offset, length);
}

/** Writes numbers down, each in as few bytes as the largest of them needs. */
export function narrowNumbers(length: number, at: (place: number) => number): Numbers {
  let largest = 0;
  for (let place = 0; place < length; place += 1) largest = Math.max(largest, at(place));
  const numbers = largest < 2 ** 8 ? new Uint8Array(length) : wider(length, largest);
  for (let place = 0; place < length; place += 1) numbers[place] = at(place);
  return numbers;
}

function wider(length: number, largest: number): Numbers {
  return largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}
