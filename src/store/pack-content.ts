import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import type { Content } from "../community/change.ts";
import type { Row } from "./tables.ts";

/** As a store has them, whichever server brought them. */
export type PackedContent = Omit<Row<"files">, "guild">;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/**
 * Packs bytes for the store, beside the event loop. Zstandard takes a fraction of gzip's time and packs text tighter; what
 * it does not shorten, such as a PDF, stays as it is.
 *
 * @throws Error where the bytes are others than their name says, which other servers would be given then.
 */
export async function packContent({ sha256, bytes }: Content): Promise<PackedContent> {
  const found = await digest(bytes);
  if (found !== sha256) throw new Error(`a content is named ${sha256} and is ${found}`);
  const packed = await compress(bytes);
  return packed.length < bytes.length ? { sha256, packing: "zstd", bytes: packed } : { sha256, packing: "none", bytes };
}

async function unpackContent({ sha256, packing, bytes }: PackedContent): Promise<Uint8Array> {
  if (packing === "none") return plain(bytes);
  if (packing === "zstd") return plain(await decompress(bytes));
  throw new Error(`content ${sha256} is packed as ${packing}`);
}

/** Gives nothing where the bytes were damaged: others than their name says are nobody's. */
export async function unpackWhole(row: PackedContent): Promise<Uint8Array | undefined> {
  const bytes = await unpackContent(row).catch(() => undefined);
  return bytes && (await digest(bytes)) === row.sha256 ? bytes : undefined;
}

/** SHA-256 in hexadecimal. */
export async function digest(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
}

/** The same bytes, as no Buffer. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
