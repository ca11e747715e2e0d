import { expect, test } from "vitest";
import { readLexicon } from "../../src/languages/read-lexicon.ts";
import { rewordRegional } from "../../src/languages/reword-regional.ts";
import { createFold } from "../../src/text/fold.ts";

const fold = createFold();
const { regional } = readLexicon(fold);

test.for([
  { name: "into the Mainland's words", question: "網路在哪", known: ["网络"], takesShared: true, reworded: "网络在哪" },
  { name: "into Taiwan's words", question: "网络在哪", known: ["网路"], takesShared: false, reworded: "网路在哪" },
  { name: "into a word of another length", question: "記憶體?", known: ["内存"], takesShared: true, reworded: "内存?" },
  {
    name: "not where the text has the word",
    question: "網路",
    known: ["网路", "网络"],
    takesShared: true,
    reworded: "网路",
  },
  { name: "not where the text has neither", question: "網路", known: [], takesShared: true, reworded: "网路" },
  {
    name: "by what Traditional means by a shared word",
    question: "資料",
    known: ["数据"],
    takesShared: true,
    reworded: "数据",
  },
  {
    name: "not by a shared word in Simplified",
    question: "资料",
    known: ["数据"],
    takesShared: false,
    reworded: "资料",
  },
  { name: "not Taiwan's 程序 into 进程", question: "程序", known: ["进程"], takesShared: true, reworded: "程序" },
  {
    name: "the longest word first",
    question: "資料庫",
    known: ["数据", "数据库"],
    takesShared: true,
    reworded: "数据库",
  },
])("words a question $name", ({ question, known, takesShared, reworded }) => {
  const isKnown = (word: string): boolean => known.includes(word);
  expect(rewordRegional(fold(question), { regional, isKnown, takesShared }).text).toBe(reworded);
});

test("leads back to the source, character by character where it can", () => {
  const isKnown = RegExp.prototype.test.bind(/^(?:网络|内存)$/u);
  const { text, starts, ends } = rewordRegional(fold("用網路記憶體"), { regional, isKnown, takesShared: true });
  expect({ text, starts: [...starts], ends: [...ends] }).toEqual({
    text: "用网络内存",
    starts: [0, 1, 2, 3, 3],
    ends: [1, 2, 3, 6, 6],
  });
});
