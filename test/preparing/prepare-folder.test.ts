import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { type Chosen, type LargeOptions, prepareFolder } from "../../src/preparing/prepare-folder.ts";
import { createLibrary, type Library } from "../../src/search/library.ts";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { whenLoaded } from "../../src/text/not-loaded.ts";
import { ask, hasPostgres } from "../support/postgres.ts";

const dictionaries = loadDictionaries();

test("gives the same answers from a file as from memory", async () => {
  const directory = temporaryFolder();
  const inMemory = await prepare({ directory, fits: () => true });
  const inFile = await prepare({ directory, fits: () => false });
  expect(inFile.chosen).toEqual([
    { kind: "file", bytes: inMemory.chosen[0]?.bytes, file: `${directory}/everybody.db` },
  ]);
  expect(inMemory.chosen.map(({ kind }) => kind)).toEqual(["memory"]);
  expect([...inFile.library.articles.values()]).toEqual([...inMemory.library.articles.values()]);
  for (const question of ["When are shifts swapped?", "什么时候可以换班?", "夜市几点开始?", "Who runs the market?"]) {
    const [one, other] = [inFile, inMemory].map(({ library }) => answerQuestion(library, question, { limit: 3 }));
    expect(withoutScores(one)).toEqual(withoutScores(other));
  }
});

test.skipIf(!hasPostgres)("gives the same answers from a PostgreSQL server as from memory", async () => {
  const schema = `test_folder_${randomUUID().slice(0, 8)}`;
  onTestFinished(() => ask(`drop schema if exists ${schema}_1 cascade`));
  const directory = temporaryFolder();
  const inMemory = await prepare({ directory, fits: () => true });
  const server = { url: process.env["TEST_DATABASE_URL"] ?? "", schema };
  for (const _ of ["made", "there already"]) {
    const shared = await prepare({ directory, fits: () => false, server });
    expect(shared.chosen.map(({ kind }) => kind)).toEqual(["server"]);
    for (const question of ["When are shifts swapped?", "什么时候可以换班?", "Who runs the market?"]) {
      const one = await whenLoaded(() => answerQuestion(shared.library, question, { limit: 3 }));
      expect(withoutScores(one)).toEqual(withoutScores(answerQuestion(inMemory.library, question, { limit: 3 })));
    }
  }
});

test("asks from memory where no file can be made, and says why", async () => {
  const directory = path.join(temporaryFolder(), "indexes");
  writeFileSync(directory, "no folder");
  const { chosen, library } = await prepare({ directory, fits: () => false });
  expect(library.articles.size).toBe(2);
  expect(chosen).toEqual([
    {
      kind: "memory",
      bytes: chosen[0]?.bytes,
      problem: expect.stringMatching(/^\S+ cannot be written; YUANWEN_INDEXES/u),
    },
  ]);
});

async function prepare(
  large: Pick<LargeOptions, "directory" | "fits" | "server">,
): Promise<{ readonly chosen: readonly Chosen[]; readonly library: Library }> {
  const chosen: Chosen[] = [];
  const { articles, indexed, close } = await prepareFolder("test/articles", {
    maximumBytes: 5_000_000,
    analyse: dictionaries.analyse,
    large: { ...large, budget: createMemoryBudget(10_000_000), removes: true, onChosen: (one) => chosen.push(one) },
  });
  onTestFinished(() => close?.());
  return { chosen, library: createLibrary(articles, { ...dictionaries, indexed }) };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-indexes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Sums of the same numbers in another order differ in their last digits. */
function withoutScores(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)),
  );
}
