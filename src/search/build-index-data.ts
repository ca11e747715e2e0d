import { headingText } from "../article/article.ts";
import type { Analyse, Term } from "../text/terms.ts";
import { foldAccents } from "../text/typography.ts";
import { GrowingNumbers } from "./growing-numbers.ts";
import { type IndexData, joinLines, MOST_WITH_CHARACTERS } from "./index-data.ts";
import type { Passage } from "./passage.ts";
import { passageTerms } from "./passage-terms.ts";
import { createPostingsBuilder } from "./postings.ts";
import { createTiedTerms } from "./sentence-ties.ts";
import { createTermTableBuilder, type TermTableBuilder } from "./term-table.ts";
import { addTransliterations } from "./transliterations.ts";

/** Told now and then how many of how many passages are indexed: at first 0, at last all. */
export type IndexProgress = (done: number, of: number) => void;

const HAN = /\p{Script=Han}/u;
/** So many passages take some 0.1 s. */
const PASSAGES_A_REPORT = 128;

/**
 * Analyses some passages, which takes nearly all the time that an index takes.
 *
 * @param onProgress is called while nothing else can run in this thread.
 */
export function buildIndexData(passages: readonly Passage[], analyse: Analyse, onProgress?: IndexProgress): IndexData {
  const table = createTermTableBuilder();
  const fields = createFields(table, passages.length <= MOST_WITH_CHARACTERS);
  const words = createWords(table);
  const counts = createSentenceCounts(table);
  const headings = cacheHeadings(analyse, words.addHanWords);
  const tiedTerms = createTiedTerms(analyse);
  for (const [id, passage] of passages.entries()) {
    if (id % PASSAGES_A_REPORT === 0) onProgress?.(id, passages.length);
    const sentences = passageTerms(passage, analyse);
    const cut = sentences.flat();
    fields.add(id, cut, new Set([...headings(passage), ...tiedTerms(passage)]));
    words.add(cut, passage.article.text);
    for (const terms of sentences) counts.add(terms);
  }
  onProgress?.(passages.length, passages.length);
  return { passages: passages.length, terms: table.build(), ...fields.build(), ...words.build(), ...counts.build() };
}

interface Fields {
  readonly add: (passage: number, cut: readonly Term[], above: ReadonlySet<string>) => void;
  readonly build: () => Pick<IndexData, "text" | "characters" | "headings" | "ideographs" | "lengths">;
}

/** Counts the terms of each passage. */
function createFields(table: TermTableBuilder, hasCharacters: boolean): Fields {
  const [text, characters, headings] = [createPostingsBuilder(), createPostingsBuilder(), createPostingsBuilder()];
  const lengths = { text: new GrowingNumbers(), withCharacters: new GrowingNumbers(), headings: new GrowingNumbers() };
  const ideographs = new Map<number, number>();
  return {
    add(passage, cut, above) {
      const [counts, single] = [new Map<number, number>(), new Map<number, number>()];
      for (const { text: term, kind } of cut) {
        const into = kind === "character" ? single : counts;
        const number = table.numberOf(term);
        into.set(number, (into.get(number) ?? 0) + 1);
      }
      for (const [term, count] of counts) text.add(term, passage, count);
      for (const [term, count] of single) {
        ideographs.set(term, (ideographs.get(term) ?? 0) + 1);
        if (hasCharacters) characters.add(term, passage, count);
      }
      for (const term of above) headings.add(table.numberOf(term), passage, 1);
      const others = [...single.keys()].filter((term) => !counts.has(term)).length;
      lengths.text.push(counts.size || 1);
      lengths.withCharacters.push(counts.size + others || 1);
      lengths.headings.push(above.size || 1);
    },
    build() {
      const counted = new Uint32Array(table.size);
      for (const [term, count] of ideographs) counted[term] = count;
      return {
        text: text.build(table.size),
        characters: characters.build(table.size),
        headings: headings.build(table.size),
        ideographs: counted,
        lengths: {
          text: lengths.text.toArray(),
          withCharacters: lengths.withCharacters.toArray(),
          headings: lengths.headings.toArray(),
        },
      };
    },
  };
}

interface SentenceCounts {
  readonly add: (terms: readonly Term[]) => void;
  readonly build: () => Pick<IndexData, "sentences" | "sentenceCounts">;
}

function createSentenceCounts(table: TermTableBuilder): SentenceCounts {
  // By term: how many sentences hold it, and the last one that did.
  const [counts, last]: [number[], number[]] = [[], []];
  let sentences = 0;
  return {
    add(terms) {
      sentences += 1;
      for (const { text } of terms) {
        const number = table.numberOf(text);
        if (last[number] === sentences) continue;
        last[number] = sentences;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    },
    build: () => ({
      sentences,
      sentenceCounts: Uint32Array.from({ length: table.size }, (_, term) => counts[term] ?? 0),
    }),
  };
}

interface Words {
  readonly addHanWords: (terms: readonly Term[]) => void;
  readonly add: (cut: readonly Term[], source: string) => void;
  readonly build: () => Pick<IndexData, "hanWords" | "latinWords" | "lowerWords" | "transliterations">;
}

/** Collects what questions are compared with beside the terms themselves. */
function createWords(table: TermTableBuilder): Words {
  const [latinWords, lowerWords, transliterations] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const hanWords = new Set<number>();
  const addHanWords = (terms: readonly Term[]): void => {
    for (const { kind, text } of terms) if (kind === "word" && HAN.test(text)) hanWords.add(table.numberOf(text));
  };
  return {
    addHanWords,
    add(cut, source) {
      addHanWords(cut);
      for (const { text, kind, span } of cut) {
        if (kind !== "word" || HAN.test(text)) continue;
        const written = source.slice(span.start, span.end);
        const word = writtenWhole(written);
        latinWords.add(word);
        if (!/^\p{Lu}/u.test(written)) lowerWords.add(word);
      }
      addTransliterations(cut, source, transliterations);
    },
    build() {
      const flags = new Uint8Array(table.size);
      for (const term of hanWords) flags[term] = 1;
      return {
        hanWords: flags,
        latinWords: joinLines(latinWords),
        lowerWords: joinLines(lowerWords),
        transliterations: joinLines(transliterations),
      };
    },
  };
}

/** A word as a question would have it: without accents, or the line's end that broke it. */
function writtenWhole(word: string): string {
  return foldAccents(word).replace(/[-\u2010\u2011\u00ad]\s*[\r\n]\s*/u, "");
}

/**
 * Passages of one section share their headings' terms.
 *
 * @param found takes in the terms of each heading once.
 */
function cacheHeadings(
  analyse: Analyse,
  found: (terms: readonly Term[]) => void,
): (passage: Passage) => ReadonlySet<string> {
  const cache = new Map<Passage["sections"], ReadonlySet<string>>();
  return ({ article, sections }) => {
    const known = cache.get(sections);
    if (known) return known;
    const text = [article.title, ...sections.map((section) => headingText(article, section))].join("\n\n");
    const cut = analyse(text).terms.filter(({ kind }) => kind !== "character");
    found(cut);
    const terms = new Set(cut.map((term) => term.text));
    cache.set(sections, terms);
    return terms;
  };
}
