import { describe, expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import { findMatches, listSought } from "../../src/answer/find-matches.ts";
import { rankSentences } from "../../src/answer/rank-sentences.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { parseChecked } from "../support/parse.ts";

/** What is marked of each sentence, in reading order. */
function marked(asked: string, source: string, format?: typeof markdown): string[][] {
  const article = parseChecked(source, { metadata: { id: "test", title: "Test" }, ...(format && { format }) });
  const library = libraryOf([article]);
  const question = analyseQuestion(asked, library.analyse);
  return rankSentences(library, library.index(), question)
    .toSorted((one, other) => one.sentence.place - other.sentence.place)
    .map(({ sentence, ranking }) =>
      findMatches(library, sentence, listSought(question, ranking.alternatives)).map(({ start, end }) =>
        article.text.slice(start, end),
      ),
    );
}

describe("marks, as they are written,", () => {
  test.for([
    { name: "words", asked: "谷歌收购", text: "谷歌收购了公司。", matches: ["谷歌收购"] },
    { name: "Traditional ones", asked: "数据库的软件", text: "資料庫與軟體。", matches: ["資料庫", "軟體"] },
    { name: "Simplified ones", asked: "資料庫的軟體", text: "数据库与软件。", matches: ["数据库", "软件"] },
    {
      name: "full-width ones",
      asked: "google in 2024",
      text: "ＧＯＯＧＬＥ　２０２４。",
      matches: ["ＧＯＯＧＬＥ", "２０２４"],
    },
    { name: "other forms", asked: "volunteer trains", text: "Volunteers trained.", matches: ["Volunteers", "trained"] },
    { name: "other names", asked: "Google是什么?", text: "谷歌好。", matches: ["谷歌"] },
    { name: "pairs of ideographs", asked: "广告牌", text: "广告多。", matches: ["广告"] },
    { name: "no single ideographs", asked: "广告牌", text: "广大而宽阔。", matches: [] },
    { name: "whole Latin words only", asked: "Meta", text: "Metal is no meta.", matches: ["meta"] },
    { name: "every place", asked: "tea", text: "Tea, green tea, tea!", matches: ["Tea", "tea", "tea"] },
    { name: "nothing of what only asks", asked: "茶是什么?", text: "什么是茶叶。", matches: ["茶"] },
  ])("$name", ({ asked, text, matches }) => {
    expect(marked(asked, text)).toEqual([matches]);
  });
});

test("marks each sentence by itself", () => {
  expect(marked("green tea", "Tea grows. It rains. Green leaves.")).toEqual([["Tea"], [], ["Green"]]);
});

test("marks nothing that a reader of Markdown does not see", () => {
  const source = "Green [**tea**](https://example.org/green-tea 'green') *is* `tea`.";
  expect(marked("green tea", source, markdown)).toEqual([["Green", "tea", "tea"]]);
});

test("marks nothing where there is no such sentence", () => {
  const library = libraryOf([parseChecked("Tea grows.", { metadata: { id: "test", title: "Test" } })]);
  const question = analyseQuestion("tea", library.analyse);
  const [found] = rankSentences(library, library.index(), question);
  if (!found) throw new Error("nothing was found");
  const { sentence, ranking } = found;
  expect(findMatches(library, { ...sentence, sentence: 1 }, listSought(question, ranking.alternatives))).toEqual([]);
});
