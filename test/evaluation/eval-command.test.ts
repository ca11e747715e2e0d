import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runInTerminal } from "../support/terminal.ts";

const run = async (words: readonly string[]) => runInTerminal(["eval", ...words]);

function write(value: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-eval-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "file.json");
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test("prints a table for a set in SQuAD's format", async () => {
  const qas = [{ id: "1", question: "绿茶产自哪里?", answers: [{ text: "杭州", answer_start: 4 }] }];
  const paragraphs = [{ context: "绿茶产自杭州。红茶产自祁门。", qas }];
  const { code, output, errors } = await run(["--squad", write({ data: [{ title: "茶", paragraphs }] }), "--title=no"]);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/^in its article\s+1\s+100\.0/mu);
  expect(output).toMatch(/^in the library\s+1\s+100\.0/mu);
  expect(output).toMatch(/^ +answerable +answered +unsure +declined$/mu);
  expect(output).toMatch(/^Brier score \d\.\d{3}, expected calibration error \d+\.\d %, over 2 answers\.$/mu);
});

test("draws the calibration, or says that it cannot", async () => {
  const qas = [{ id: "1", question: "绿茶产自哪里?", answers: [{ text: "杭州", answer_start: 4 }] }];
  const squad = write({ data: [{ title: "茶", paragraphs: [{ context: "绿茶产自杭州。", qas }] }] });
  const plot = path.join(path.dirname(squad), "calibration.svg");
  const { code, output } = await run(["--squad", squad, "--json", "--plot", plot]);
  expect({ code, calibration: JSON.parse(output).calibration.count }).toEqual({ code: 0, calibration: 2 });
  expect(readFileSync(plot, "utf8")).toMatch(/^<svg [^]*>2 answers, [^<]*Brier score/u);
  const refused = await run(["--squad", squad, "--plot", path.join(squad, "calibration.svg")]);
  expect(refused).toMatchObject({
    code: 2,
    output: "",
    errors: expect.stringMatching(/calibration\.svg: cannot be written \(ENOTDIR\)\n$/u),
  });
});

test("leaves with 1 where a figure is below its floor", async () => {
  const { code, output, errors } = await run([
    "--floors",
    write({ "kind who": { declinedWrongly: 100 }, "kind whence": {} }),
    "--json",
  ]);
  expect({ code, errors }).toEqual({ code: 1, errors: "kind whence: has a floor but no question\n" });
  expect(JSON.parse(output)).toMatchObject({ groups: { all: { alteredQuotes: 0 } } });
});

test("lists the misses of a sample", async () => {
  const { code, output } = await run(["--sample", "40", "--split", "tune", "--script", "tw", "--misses"]);
  expect(code).toBe(0);
  expect(output).toMatch(/ (?:right at|should decline).* → /u);
});

test.for([
  { name: "is missing", given: () => ["--squad", "none.json"], says: "none.json" },
  { name: "is a folder", given: () => ["--sets", "."], says: "EISDIR" },
  { name: "is no JSON", given: () => ["--sets", path.join(import.meta.dirname, "eval-command.test.ts")], says: "JSON" },
  {
    name: "lists no sets",
    given: () => ["--sets", write([{ name: "x" }])],
    says: "0.article: Invalid input: expected string, received undefined (and 2 more)\n",
  },
  { name: "is no SQuAD", given: () => ["--squad", write({ data: 1 })], says: ": data: Invalid input" },
])("leaves with 2 and one line where a file $name", async ({ given, says }) => {
  const { code, errors } = await run(given());
  expect({ code, lines: errors.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
  expect(errors).toContain(says);
});
