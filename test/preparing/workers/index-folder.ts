import { indexPieces } from "../../../src/preparing/large/index-pieces.ts";
import { listFolder } from "../../../src/preparing/large/pieces.ts";
import { openIndexWriter } from "../../../src/indexes/fts5/write-index.ts";

/** Indexes a folder, and kills its own process in the middle of writing the second batch. */
const [folder = "", file = ""] = process.argv.slice(2);
const maximumBytes = 1_000_000;
const writer = openIndexWriter({ file, fingerprint: "now" });
let batches = 0;
const target: typeof writer = {
  ...writer,
  add(articles) {
    batches += 1;
    writer.add(batches === 1 ? articles : killingAt(articles, 2));
  },
};
const pieces = await listFolder(folder, maximumBytes);
await indexPieces(pieces, target, { maximumBytes, packing: "flat", threads: 1, removes: true, onProgress() {} });

/** The items before one, and then the end of the process. */
function killingAt<T>(items: readonly T[], at: number): readonly T[] {
  const killing = [...items];
  Object.defineProperty(killing, at, { get: () => process.kill(process.pid, "SIGKILL") });
  return killing;
}
