import path from "node:path";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { readSquad } from "../../src/evaluation/read-squad.ts";

function writeSquad(data: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-squad-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "squad.json");
  writeFileSync(file, JSON.stringify({ version: "1.1", data }));
  return file;
}

const first = {
  context: "𠮷野家在日本。它卖牛丼。",
  qas: [{ id: 7, question: "卖什么?", answers: [{ text: "牛丼", answer_start: 9 }] }],
};
const second = {
  context: "门店很多。价格低。",
  qas: [
    {
      id: "8",
      question: "价格?",
      answers: [
        { text: "价格低", answer_start: 5 },
        { text: "低", answer_start: 7 },
      ],
    },
    { id: "9", question: "创始人?", is_impossible: true, answers: [] },
  ],
};
const titled = [{ title: "吉野家", paragraphs: [first, second] }];

/** The text behind each case's gold spans, the paragraph's first. */
async function goldTexts(file: string, titles: boolean) {
  const { articles, cases } = await readSquad(file, { titles });
  const cut = (span: { start: number; end: number } | undefined) => articles[0]?.text.slice(span?.start, span?.end);
  return cases.map(({ gold }) => gold.map(({ paragraph, span }) => [cut(paragraph), cut(span)]));
}

test.for([{ titles: true }, { titles: false }])(
  "finds answers counted in characters, titles: $titles",
  async ({ titles }) => {
    expect(await goldTexts(writeSquad(titled), titles)).toEqual([
      [[first.context, "牛丼"]],
      [[first.context, "牛丼"]],
      [
        [second.context, "价格低"],
        [second.context, "低"],
      ],
      [
        [second.context, "价格低"],
        [second.context, "低"],
      ],
      [],
      [],
    ]);
  },
);

test("asks each question in its article and in the library", async () => {
  const { cases } = await readSquad(writeSquad(titled), { titles: true });
  expect(cases.slice(0, 2).map(({ article, groups }) => ({ article, groups }))).toEqual([
    { article: "article-1", groups: ["in its article"] },
    { article: undefined, groups: ["in the library"] },
  ]);
});

test("takes an answer's nearest place where the offset is off, and leaves out what is nowhere", async () => {
  const qas = [
    { id: "a", question: "?", answers: [{ text: "门店", answer_start: 1 }] },
    { id: "b", question: "?", answers: [{ text: "没有", answer_start: 0 }] },
  ];
  const { cases, leftOut } = await readSquad(writeSquad([{ paragraphs: [{ ...second, qas }] }]), { titles: true });
  expect(cases.map(({ id, gold }) => [id, gold[0]?.span])).toEqual([
    ["a", { start: 0, end: 2 }],
    ["a", { start: 0, end: 2 }],
  ]);
  expect(leftOut).toEqual(["question b: no answer stands where the set says"]);
});

test("leaves out an article without content", async () => {
  const { articles, leftOut } = await readSquad(writeSquad([{ paragraphs: [{ context: " ", qas: [] }] }]), {
    titles: true,
  });
  expect(articles).toEqual([]);
  expect(leftOut).toEqual([expect.stringContaining("article-1.txt: is empty")]);
});
