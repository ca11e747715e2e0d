import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { featureNames } from "../../src/answer/features.ts";
import { supportNames } from "../../src/answer/support.ts";
import { folderWith, runInTerminal } from "../support/terminal.ts";

const line = (id: string, question: string, expected: readonly string[], split = "tune"): string =>
  JSON.stringify({
    id,
    question,
    expected,
    language: "en",
    kind: expected.length > 0 ? "what" : "unanswerable-absent",
    split,
  });

/** One article in SQuAD's format, with one question about its first word. */
function articleOf(title: string, context: string) {
  const answers = [{ text: context.split(" ")[0], answer_start: 0 }];
  return { title, paragraphs: [{ context, qas: [{ id: title, question: "What grows in spring?", answers }] }] };
}

const files = {
  "squad.json": JSON.stringify({
    data: [articleOf("Tea", "Tea grows in spring. It rains."), articleOf("Rice", "Rice grows in spring. It is dry.")],
  }),
  "tea.txt": "Tea\n\nTea is green. It is steamed in spring. Coffee is black. It is roasted in autumn.\n",
  "questions.jsonl": [
    line("1", "What is green?", ["Tea is green."]),
    line("2", "When is it roasted?", ["It is roasted in autumn."]),
    line("3", "Who invented cocoa?", []),
    line("4", "What is black?", ["Coffee is black."], "report"),
  ].join("\n"),
  "sets.json": JSON.stringify([{ article: "tea.txt", questions: ["questions.jsonl"] }]),
};

test("writes the same file from the same sets and seed, and another from another seed", async () => {
  const directory = folderWith(files);
  const train = async (out: string, seed: string): Promise<string> => {
    const words = ["train", "--sets", "sets.json", "--squad", "squad.json", "--out", out, "--seed", seed];
    const { code, output, errors } = await runInTerminal(words, { directory });
    expect({ code, output }).toEqual({ code: 0, output: "" });
    expect(errors).toBe("5 questions in 3 sets\nlearned to rank\nlearned to decline from 7 questions\n");
    return readFileSync(path.join(directory, out), "utf8");
  };
  const first = await train("one.json", "1");
  expect(await train("two.json", "1")).toBe(first);
  expect(await train("three.json", "2")).not.toBe(first);
  expect(JSON.parse(first)).toMatchObject({
    provenance: { command: "npm run train", seed: 1, sets: ["sets.json", "squad.json"] },
    features: featureNames,
    support: { features: supportNames },
  });
  // Each list of numbers stands on one line, so that changes can be read.
  expect(Math.max(...first.split("\n").map((text) => text.match(/\d/gu)?.length ?? 0))).toBeGreaterThan(10);
});

test.for([
  { name: "missing", sets: "sets.json", squad: "none.json", says: /^none\.json: there is no such file\n$/u },
  { name: "of something else", sets: "sets.json", squad: "sets.json", says: /^sets\.json: the file: Invalid .*\n$/u },
  { name: "no JSON", sets: "tea.txt", squad: "squad.json", says: /^tea\.txt: .*JSON.*\n$/u },
])("says in one line that a file is $name, and leaves with 2", async ({ sets, squad, says }) => {
  const words = ["train", "--sets", sets, "--squad", squad, "--out", "one.json"];
  const { code, output, errors } = await runInTerminal(words, { directory: folderWith(files) });
  expect({ code, output }).toEqual({ code: 2, output: "" });
  expect(errors).toMatch(says);
});
