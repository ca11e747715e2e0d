import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLibraryFor, loadDictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import { openIndex } from "../indexes/fts5/open-index.ts";
import { openIndexWriter } from "../indexes/fts5/write-index.ts";
import { type IndexedArticle, indexedArticle, type Packing } from "../indexes/indexed-article.ts";
import { openPostgresIndexes } from "../indexes/postgres/open-postgres-indexes.ts";
import { buildIndexData } from "../search/build-index-data.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import { memorySegment } from "../search/memory-segment.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { passagesOf } from "../search/passage.ts";
import type { Segment } from "../search/segment.ts";
import { createSegmentedIndex } from "../search/segmented-index.ts";
import type { IndexName } from "./index-names.ts";
import { UsageError } from "./terminal.ts";

/** A library that is measured, with what has to be closed behind it. */
export interface MeasuredLibrary {
  readonly library: Library;
  readonly close?: (() => Promise<void>) | undefined;
}

export interface MeasuredPlaces {
  /** The address of a PostgreSQL server, for the index that lies in one. */
  readonly server?: string | undefined;
}

type OpenMeasured = (
  articles: readonly Article[],
  places: MeasuredPlaces,
) => MeasuredLibrary | Promise<MeasuredLibrary>;

const ways: Readonly<Record<IndexName, OpenMeasured>> = {
  minisearch: (articles) => ({ library: createLibraryFor(articles) }),
  segments: (articles) => ({ library: searchSegments(articles, keepInMemory) }),
  fts5: openInFile,
  postgres: openOnServer,
};

/**
 * Makes a library of which candidates are found in one of the ways.
 *
 * @throws UsageError where the way needs a server and none is named; StoreError where it cannot be used.
 */
export async function openMeasured(
  index: IndexName,
  articles: readonly Article[],
  places: MeasuredPlaces,
): Promise<MeasuredLibrary> {
  return ways[index](articles, places);
}

function keepInMemory(articles: readonly Article[]): Segment {
  const passages = articles.flatMap(passagesOf);
  return memorySegment(passages, buildIndexData(passages, loadDictionaries().analyse));
}

/** Makes a library that looks for everything in segments: in one for each article, and in one for each language. */
function searchSegments(articles: readonly Article[], open: (articles: readonly Article[]) => Segment): Library {
  const library = createLibrary(articles, loadDictionaries());
  const made = new Map<string | undefined, PassageIndex>();
  return {
    ...library,
    index(id) {
      const chosen = articles.filter((article) => id === undefined || article.id === id);
      const parts = [...Map.groupBy(chosen, ({ language }) => language).values()];
      const index = made.get(id) ?? createSegmentedIndex(parts.map(open));
      made.set(id, index);
      return index;
    },
  };
}

/** In bytes. */
const MEMORY = 100_000_000;

/** Makes a library of which all articles lie in a file. */
async function openInFile(articles: readonly Article[]): Promise<MeasuredLibrary> {
  const dictionaries = loadDictionaries();
  const folder = await mkdtemp(path.join(tmpdir(), "yuanwen-eval-"));
  const place = { file: path.join(folder, "articles.db"), fingerprint: "measured" };
  const writer = openIndexWriter(place);
  writer.add(articles.map((article) => indexed(article, "flat")));
  writer.finish();
  writer.close();
  const opened = openIndex({ ...place, budget: createMemoryBudget(MEMORY) });
  if (!opened) throw new Error(`${place.file} cannot be opened`);
  const { segment } = opened;
  return {
    library: createLibrary([...opened.articles.values()], { ...dictionaries, segments: [segment] }),
    async close() {
      opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a library of which all articles lie in PostgreSQL. */
async function openOnServer(articles: readonly Article[], { server }: MeasuredPlaces): Promise<MeasuredLibrary> {
  if (server === undefined) throw new UsageError("eval: --index postgres needs a server: set DATABASE_URL");
  const budget = createMemoryBudget(MEMORY);
  const indexes = openPostgresIndexes({ url: server, fingerprint: "measured", budget });
  const name = `measured-${randomUUID()}`;
  const close = async (): Promise<void> => {
    try {
      await indexes.drop(name);
    } finally {
      await indexes.close();
    }
  };
  try {
    const index = await indexes.open(name);
    await index.change((writer) => writer.add(articles.map((article) => indexed(article, "small"))));
    const segment = await index.segment();
    const opened = articles.flatMap(({ id }) => index.articleOf(id) ?? []);
    return { library: createLibrary(opened, { ...loadDictionaries(), segments: [segment] }), close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

function indexed(article: Article, packing: Packing): IndexedArticle {
  const data = buildIndexData(passagesOf(article), loadDictionaries().analyse);
  return indexedArticle({ key: article.id, article, data }, packing);
}
