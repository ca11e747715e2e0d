import { updateIndex } from "../../../src/preparing/large/update-index.ts";

/** Indexes a folder, and says when something of it was added: to be killed then. */
const [folder = "", file = ""] = process.argv.slice(2);
await updateIndex(
  { kind: "folder", path: folder },
  {
    file,
    fingerprint: "now",
    maximumBytes: 1_000_000,
    removes: true,
    threads: 1,
    onProgress: (done) => process.stdout.write(`${done}\n`),
  },
);
