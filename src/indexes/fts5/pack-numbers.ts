import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Broken bytes are noticed by their checksum. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };
const MOST_BYTES = 4_000_000_000;

/** Packs lists of numbers one behind the other. */
export function packNumbers(lists: readonly (Uint16Array | Uint32Array)[]): Uint8Array {
  const parts = lists.flatMap((list) => {
    const bytes = Buffer.from(list.buffer, list.byteOffset, list.byteLength);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(list.byteLength);
    return [head, bytes, Buffer.alloc(-list.byteLength & 3)];
  });
  return zstdCompressSync(Buffer.concat(parts), compression);
}

/**
 * Gives the bytes of each list again, each in a buffer of its own.
 *
 * @throws Error where they are not as they were packed.
 */
export function unpackNumbers(packed: Uint8Array): readonly ArrayBuffer[] {
  const bytes = zstdDecompressSync(packed, { maxOutputLength: MOST_BYTES });
  const lists: ArrayBuffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = bytes.readUInt32LE(at);
    if (at + 4 + length > bytes.length) throw new Error(`a list of ${length} bytes ends beyond ${bytes.length}`);
    lists.push(Uint8Array.from(bytes.subarray(at + 4, at + 4 + length)).buffer);
    at += 4 + length + (-length & 3);
  }
  return lists;
}
