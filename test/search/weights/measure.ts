import { loadDictionaries } from "../../../src/answer/create-library.ts";
import { packArticle, unpackArticle } from "../../../src/community/pack-article.ts";
import { readQuestionSets } from "../../../src/evaluation/read-question-sets.ts";
import { weighArticle } from "../../../src/indexes/light-article.ts";
import { packIndexData, unpackIndexData } from "../../../src/indexes/kept/pack-index-data.ts";
import { analyseParts } from "../../../src/search/analyse-parts.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { openPassageIndex } from "../../../src/search/passage-index.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { createSentenceBlock, placeSentences } from "../../../src/search/sentence-block.ts";
import { createDescribe, type PassageFacts } from "../../../src/search/sentence-facts.ts";
import { weighAnalysed, weighBlock, weighIndexData, weighOpened } from "../../../src/search/weights.ts";

/**
 * Makes what may be kept in memory, kind by kind, and prints by how much the heap grew for each byte that it was said to weigh.
 * To be run with `--expose-gc`, in a process that does nothing else, with a language's beginning.
 */
const [language = ""] = process.argv.slice(2);
/** Nothing may shrink while something is measured. */
const stays: unknown[] = [];
const ratios: Record<string, number> = {};

function inUse(): number {
  for (let round = 0; round < 4; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

interface Kind<From, Made> {
  readonly make: (from: From) => Made;
  readonly weigh: (made: Made, from: From) => number;
}

function measure<From, Made>(kind: string, all: readonly From[], { make, weigh }: Kind<From, Made>): readonly Made[] {
  const before = inUse();
  const made = all.map(make);
  const grown = inUse() - before;
  stays.push(made);
  const weighed = all.reduce((sum, from, at) => sum + (made[at] === undefined ? 0 : weigh(made[at], from)), 0);
  ratios[kind] = grown / weighed;
  return made;
}

/** What few questions turn on is worked out when one does. */
function use({ sentences }: PassageFacts): void {
  for (const { names, quantities, kinds } of sentences) stays.push(names.length, quantities.length, kinds.size);
}

const { analyse } = loadDictionaries();
const { articles: all } = await readQuestionSets("data/questions/sets.json");
const packed = all.filter((article) => article.language.startsWith(language)).map(packArticle);
// What words are looked up is kept for all texts, and is none of what is measured.
const warm = packed.map(unpackArticle).flatMap(passagesOf);
const warmed = createDescribe(analyse, createMemoryBudget(Number.MAX_SAFE_INTEGER));
for (const passage of warm) use(warmed(passage));
const kept = packed.map((bytes) => packIndexData(buildIndexData(passagesOf(unpackArticle(bytes)), analyse)));
const memory = createMemoryBudget(Number.MAX_SAFE_INTEGER);
const describe = createDescribe(analyse, memory);

const opened = measure("article", packed, {
  make: (bytes) => {
    const article = unpackArticle(bytes);
    return { article, passages: passagesOf(article) };
  },
  weigh: ({ article }) => weighArticle(article),
});
const datas = measure("data", kept, { make: unpackIndexData, weigh: weighIndexData });
const indexed = opened.flatMap(({ passages }, at) => (datas[at] ? [{ passages, data: datas[at] }] : []));
measure("index", indexed, {
  make: ({ passages, data }) => openPassageIndex(passages, data),
  // Nothing was asked yet.
  weigh: (_, { data }) => weighOpened(data, true) - weighOpened(data, false),
});
const passages = opened.flatMap((each) => each.passages);
measure("facts", passages, {
  make: (passage) => {
    const facts = describe(passage);
    use(facts);
    return facts;
  },
  // With the texts that are tied to them.
  weigh: () => memory.held / passages.length,
});
measure("block", opened, {
  make: (each) => createSentenceBlock(placeSentences(each.passages, describe), true),
  weigh: weighBlock,
});
const sentences = passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
measure("analysed", sentences, {
  make: ({ passage, sentence }) => {
    const analysed = analyseParts(passage.article.text, [sentence.span], analyse);
    stays.push(analysed.terms.length + analysed.latinTerms.length);
    return analysed;
  },
  weigh: weighAnalysed,
});
process.stdout.write(`${JSON.stringify(ratios)}\n`);
