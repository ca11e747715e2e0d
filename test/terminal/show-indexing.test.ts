import { stripVTControlCharacters } from "node:util";
import { SingleBar } from "cli-progress";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { logIndexing } from "../../src/terminal/log-indexing.ts";
import { noteIndexing, showIndexing } from "../../src/terminal/show-indexing.ts";
import { createStream, folderWith, runInTerminal } from "../support/terminal.ts";

/** 300 passages. */
const article = Array.from({ length: 300 }, (_, place) => `绿茶产自第${place}号茶园。`).join("\n\n");

/** A clock that makes every step of indexing last so many milliseconds. */
function slowClock(milliseconds: number): () => number {
  let time = 0;
  return () => (time += milliseconds);
}

async function ask(options: { isTerminal: boolean; milliseconds: number }) {
  const { isTerminal, milliseconds } = options;
  const directory = folderWith({ "tea.txt": article });
  const words = ["ask", "绿茶产自哪里?", "--article", "tea.txt"];
  return runInTerminal(words, { directory, isTerminal, now: slowClock(milliseconds) });
}

test("a terminal shows a bar on its errors and clears it", async () => {
  const { errors } = await ask({ isTerminal: true, milliseconds: 600 });
  expect(stripVTControlCharacters(errors)).toContain("Indexing ====================---- 85% · 256 of 300 passages");
  expect(errors).toMatch(/\u001b\[1G\u001b\[2K$/u);
  expect(errors, "wrapping is left alone").not.toContain("\u001b[?7");
});

test("elsewhere it is one plain line", async () => {
  const { errors } = await ask({ isTerminal: false, milliseconds: 3000 });
  expect(errors).toBe("Indexing 300 passages, which takes a while.\n");
});

test.for([
  { isTerminal: true, milliseconds: 300 },
  { isTerminal: false, milliseconds: 1200 },
])("what is quick enough is not spoken of: $isTerminal", async (options) => {
  expect(await ask(options)).toMatchObject({ errors: "" });
});

test("a bar that never showed is cleared without a trace", () => {
  const errors = createStream(true);
  showIndexing({ errors: errors.stream, now: () => 0 }).stop();
  expect(errors.written()).toBe("");
});

test("a command's own bar tells it as a note", () => {
  const errors = createStream(true);
  const bar = new SingleBar({ stream: errors.stream, format: "{done}{note}", fps: 10_000 });
  bar.start(1, 0, { done: 0, note: "" });
  const onProgress = noteIndexing(bar, { errors: errors.stream, now: slowClock(600) });
  for (const done of [0, 128, 256, 300]) {
    const until = Date.now() + 2;
    while (Date.now() < until);
    onProgress(done, 300);
  }
  bar.stop();
  const shown = stripVTControlCharacters(errors.written());
  expect(shown).toContain("0 | indexing 256 of 300");
  expect(shown).toMatch(/300 *0\n$/u);
});

test("the log tells it every few seconds, and its end", () => {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write });
  const onProgress = logIndexing(log, slowClock(1500));
  for (let done = 0; done <= 10; done += 1) onProgress(done, 10);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: "indexing", passages: 2, of: 10, percent: 20 },
    { event: "indexing", passages: 6, of: 10, percent: 60 },
    { event: "indexed" },
  ]);
});
