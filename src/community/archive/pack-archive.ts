import { type Zippable, zipSync } from "fflate";
import { type Archive, ArchiveError, MANIFEST } from "./archive.ts";

/** Writes an archive as one zip, whose files can be looked at without this program. */
export function packArchive({ manifest, contents }: Archive): Uint8Array {
  const mtime = new Date(manifest.written);
  const files: Zippable = { [MANIFEST]: [jsonOf(manifest), { mtime }] };
  for (const [sha256, place] of Object.entries(manifest.files)) {
    const bytes = contents.get(sha256);
    if (!bytes) throw new ArchiveError(`the store lacks "${place}" (${sha256.slice(0, 8)})`);
    // What is packed already grows by being packed again.
    files[place] = [bytes, { mtime, level: place.startsWith("read/") ? 0 : 6 }];
  }
  return zipSync(files);
}

function jsonOf(manifest: Archive["manifest"]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
}
