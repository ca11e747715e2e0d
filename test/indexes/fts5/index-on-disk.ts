import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { openIndex, type OpenedIndex } from "../../../src/indexes/fts5/open-index.ts";
import { type IndexWriter, openIndexWriter } from "../../../src/indexes/fts5/write-index.ts";
import { type IndexedArticle, indexedArticle } from "../../../src/indexes/indexed-article.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import type { Observe } from "../../../src/observer.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { analyse } from "../../support/analyse.ts";

/** A file in a folder of its own, which goes with the test. */
export function temporaryFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-indexes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "everybody.db");
}

/** An article as a thread hands it over; its key is its id and version. */
export function index(article: Article): IndexedArticle {
  return indexedArticle({ key: keyOf(article), article, data: buildIndexData(passagesOf(article), analyse) }, "flat");
}

export function keyOf({ id, version }: Article): string {
  return `${id} ${version}`;
}

/** Opens a file to write, which is closed with the test. */
export function writerOf(file: string, fingerprint = "now"): IndexWriter {
  const writer = openIndexWriter({ file, fingerprint });
  onTestFinished(() => writer.close());
  return writer;
}

interface Opening {
  readonly most?: number;
  readonly fingerprint?: string;
  readonly observe?: Observe;
}

/** Opens a file to read, which is closed with the test. */
export function openOf(file: string, { most = 10_000_000, fingerprint = "now", observe }: Opening = {}): OpenedIndex {
  const opened = openIndex({ file, fingerprint, budget: createMemoryBudget(most, (act) => act()), observe });
  if (!opened) throw new Error(`${file} cannot be opened`);
  onTestFinished(() => opened.close());
  return opened;
}
