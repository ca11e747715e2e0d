import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLibraryFor, loadDictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import { openIndex } from "../indexes/fts5/open-index.ts";
import { openIndexWriter } from "../indexes/fts5/write-index.ts";
import { indexedArticle } from "../indexes/indexed-article.ts";
import { buildIndexData } from "../search/build-index-data.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import { memorySegment } from "../search/memory-segment.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { passagesOf } from "../search/passage.ts";
import type { Segment } from "../search/segment.ts";
import { createSegmentedIndex } from "../search/segmented-index.ts";
import type { IndexName } from "./index-names.ts";

/** A library that is measured, with what has to be closed behind it. */
export interface MeasuredLibrary {
  readonly library: Library;
  readonly close?: (() => Promise<void>) | undefined;
}

type OpenMeasured = (articles: readonly Article[]) => MeasuredLibrary | Promise<MeasuredLibrary>;

const ways: Readonly<Record<IndexName, OpenMeasured>> = {
  minisearch: (articles) => ({ library: createLibraryFor(articles) }),
  segments: (articles) => ({ library: searchSegments(articles, keepInMemory) }),
  fts5: openInFile,
};

/** Makes a library of which candidates are found in one of the ways. */
export async function openMeasured(index: IndexName, articles: readonly Article[]): Promise<MeasuredLibrary> {
  return ways[index](articles);
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
  writer.add(
    articles.map((article) => {
      const data = buildIndexData(passagesOf(article), dictionaries.analyse);
      return indexedArticle({ key: article.id, article, data }, "flat");
    }),
  );
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
