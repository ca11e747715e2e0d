import { parentPort, workerData } from "node:worker_threads";
import { ArticleError } from "../../article/article-error.ts";
import { openIndexWriter } from "../../indexes/fts5/write-index.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import { indexPieces } from "./index-pieces.ts";
import { keyPacked, type KeyedPiece, listFolder } from "./pieces.ts";
import type { IndexInput, IndexMessage, LargeSource } from "./update-index.ts";

const input: IndexInput = workerData;
try {
  await update(input);
} catch (error) {
  if (error instanceof ArticleError) {
    const { file, message } = error;
    say({ kind: "refused", file, problem: message.slice(`${file}: `.length) });
  } else if (error instanceof UnusableIndex) {
    const { message, isDamaged } = error;
    say({ kind: "unusable", problem: message, isDamaged });
  } else throw error;
}

async function update({ source, file, fingerprint, maximumBytes, removes, threads }: IndexInput): Promise<void> {
  const pieces = await listPieces(source, maximumBytes);
  const writer = openIndexWriter({ file, fingerprint });
  if (writer.replaced !== undefined) say({ kind: "replaced", reason: writer.replaced });
  const onProgress = (done: number, of: number): void => say({ kind: "progress", done, of });
  try {
    const report = await indexPieces(pieces, writer, { maximumBytes, packing: "flat", threads, removes, onProgress });
    say({ kind: "done", report });
  } finally {
    writer.close();
  }
}

async function listPieces(source: LargeSource, maximumBytes: number): Promise<readonly KeyedPiece[]> {
  return source.kind === "folder" ? listFolder(source.path, maximumBytes) : source.articles.map(keyPacked);
}

function say(message: IndexMessage): void {
  parentPort?.postMessage(message, []);
}
