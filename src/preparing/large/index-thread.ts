import { parentPort, workerData } from "node:worker_threads";
import { ArticleError } from "../../article/article-error.ts";
import { StoreError } from "../../community/store-error.ts";
import { openIndexWriter } from "../../indexes/fts5/write-index.ts";
import { openPostgresIndexes } from "../../indexes/postgres/open-postgres-indexes.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import { createMemoryBudget } from "../../search/memory-budget.ts";
import { explainStoreError } from "../../store/explain-store-error.ts";
import { indexPieces } from "./index-pieces.ts";
import { keyPacked, type KeyedPiece, listFolder } from "./pieces.ts";
import type { IndexInput, IndexMessage, LargeSource, SharedPlace } from "./update-index.ts";

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
  } else if (error instanceof StoreError) {
    say({ kind: "unusable", problem: explainStoreError(error), isDamaged: false });
  } else throw error;
}

async function update(given: IndexInput): Promise<void> {
  const { source, into, maximumBytes } = given;
  const pieces = await listPieces(source, maximumBytes);
  if (typeof into === "string") await updateFile(pieces, into, given);
  else await updateShared(pieces, into, given);
}

async function updateFile(
  pieces: readonly KeyedPiece[],
  file: string,
  { fingerprint, maximumBytes, removes, threads }: IndexInput,
): Promise<void> {
  const writer = openIndexWriter({ file, fingerprint });
  if (writer.replaced !== undefined) say({ kind: "replaced", reason: writer.replaced });
  try {
    const report = await indexPieces(pieces, writer, { maximumBytes, packing: "flat", threads, removes, onProgress });
    say({ kind: "done", report });
  } finally {
    writer.close();
  }
}

function onProgress(done: number, of: number): void {
  say({ kind: "progress", done, of });
}

/** Processes with other folders share everybody's library: what this one no longer has goes when nobody has used it for days. */
async function updateShared(
  pieces: readonly KeyedPiece[],
  { url, name, schema }: SharedPlace,
  { fingerprint, maximumBytes, removes, threads }: IndexInput,
): Promise<void> {
  const indexes = openPostgresIndexes({ url, schema, fingerprint, budget: createMemoryBudget(0) });
  const options = { maximumBytes, packing: "small", threads, removes: false, onProgress } as const;
  try {
    const index = await indexes.open(name);
    const report = await index.change(async (writer) => {
      const done = await indexPieces(pieces, writer, options);
      if (removes) await writer.keep(done.keys);
      return done;
    });
    say({ kind: "done", report });
  } finally {
    await indexes.close();
  }
}

async function listPieces(source: LargeSource, maximumBytes: number): Promise<readonly KeyedPiece[]> {
  return source.kind === "folder" ? listFolder(source.path, maximumBytes) : source.articles.map(keyPacked);
}

function say(message: IndexMessage): void {
  parentPort?.postMessage(message, []);
}
