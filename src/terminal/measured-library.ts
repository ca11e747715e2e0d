import { createLibraryFor, loadDictionaries } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import { buildIndexData } from "../search/build-index-data.ts";
import { createLibrary, type Library } from "../search/library.ts";
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
  segments: (articles) => ({ library: searchSegments(articles.map(keepInMemory)) }),
};

/** Makes a library of which candidates are found in one of the ways. */
export async function openMeasured(index: IndexName, articles: readonly Article[]): Promise<MeasuredLibrary> {
  return ways[index](articles);
}

function keepInMemory(article: Article): Segment {
  const passages = passagesOf(article);
  return memorySegment(passages, buildIndexData(passages, loadDictionaries().analyse));
}

/** Makes a library that looks for everything in segments, in that of a single article, too, however small it is. */
function searchSegments(segments: readonly Segment[]): Library {
  const articles = segments.flatMap((segment) => segment.articles.map(({ article }) => article));
  const library = createLibrary(articles, loadDictionaries());
  const made = new Map<string | undefined, PassageIndex>();
  return {
    ...library,
    index(id) {
      const chosen = segments.filter(
        (segment) => id === undefined || segment.articles.some(({ article }) => article.id === id),
      );
      const index = made.get(id) ?? createSegmentedIndex(chosen);
      made.set(id, index);
      return index;
    },
  };
}
