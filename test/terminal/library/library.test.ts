import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { folderWith, runInTerminal } from "../../support/terminal.ts";

const guild = "100000000000000003";
const another = "100000000000000099";
const first = "# Club rules\n\n## Hours\n\nWe open at nine. We close at six.\n\n## Fees\n\nAdults pay four pounds.\n";
const second = first.replace("nine", "ten").replace("six.", "six. Please ring the bell.");

/** A folder with two versions of an article and a store of its own, in which everything is done. */
function place() {
  const directory = folderWith({ "rules.md": first, "rules-2027.md": second });
  const shared = folderWith({ "handbook.txt": "Everybody has this. It is short.\n" });
  const environment = { YUANWEN_DATA: path.join(directory, "store.db"), YUANWEN_ARTICLES: shared };
  const run = async (line: string, input?: string) => {
    const isTerminal = input !== undefined;
    const typed = input === undefined ? {} : { input: [input], isTerminal };
    const { code, output, errors } = await runInTerminal(["library", ...line.split(" ")], {
      directory,
      environment,
      ...typed,
    });
    return { code, said: `${output}${errors}`.trimEnd() };
  };
  return { directory, run };
}

const lastLine = ({ said }: { readonly said: string }) => said.split("\n").at(-1);

test("an article is added, replaced, brought back, renamed, taken out and brought back again", async () => {
  const { run } = place();
  const added = await run(`add rules.md --guild ${guild} --yes`);
  expect(added.code).toBe(0);
  expect(added.said).toContain(
    "Club rules (rules)\n  en · 2 sections · 2 paragraphs · 3 sentences\n  begins: We open at nine.",
  );
  const replaced = await run("replace rules rules-2027.md --yes");
  expect(replaced.said).toContain(
    "  - §1 ¶1:1 We open at nine.\n  + §1 ¶1:1 We open at ten.\n  + §1 ¶1:3 Please ring the bell.",
  );
  expect(
    (await run("show rules")).said
      .split("\n")
      .slice(-2)
      .map((line) => line.slice(0, 3)),
  ).toEqual(["   ", "  *"]);
  expect(lastLine(await run("rollback rules --yes"))).toMatch(/^"rules" is version [\da-f]{8} again\.$/u);
  expect(lastLine(await run("rename rules --id club --title The-rules"))).toBe('"rules" is now The-rules (club).');
  expect(lastLine(await run("undo"))).toBe("Taken back: rules → club");
  expect(lastLine(await run("undo"))).toBe("Taken back: rules");
  expect((await run("list")).said).toMatch(/^rules {2}Club rules · [\da-f]{8} of .* · 2 versions$/u);
  expect(lastLine(await run("remove rules --yes"))).toBe('"rules" is taken out; "undo" brings it back.');
  expect((await run("list")).said).toBe("The server has no articles of its own.");
  expect(lastLine(await run("undo"))).toBe("Taken back: rules");
  expect((await run("history")).said.split("\n").map((line) => line.split("  ")[1])).toEqual([
    "undone",
    "article-removed",
    "undone",
    "undone",
    "article-renamed",
    "article-rolled-back",
    "article-replaced",
    "article-published",
  ]);
});

test("what a server has is written to a file and comes back whole in another server", async () => {
  const { directory, run } = place();
  await run(`add rules.md --guild ${guild} --yes`);
  await run("replace rules rules-2027.md --yes");
  const listed = JSON.parse((await run("list --json")).said);
  expect(lastLine(await run("export --out all.zip"))).toBe("1 article and 0 taught questions written to all.zip");
  const files = unzipSync(readFileSync(path.join(directory, "all.zip")));
  const originals = Object.entries(files).filter(([name]) => name.startsWith("articles/"));
  expect(originals.map(([, bytes]) => new TextDecoder().decode(bytes))).toEqual([first, second]);
  expect(lastLine(await run(`import all.zip --guild ${another} --yes`))).toBe('Brought in; "undo" takes it back.');
  expect(JSON.parse((await run(`list --json --guild ${another}`)).said)).toEqual(listed);
  expect(lastLine(await run(`import all.zip --guild ${another} --yes`))).toBe(
    "The server has all of it already; nothing was changed.",
  );
  await run(`rollback rules --guild ${another} --yes`);
  expect(lastLine(await run(`import all.zip --guild ${another} --yes`))).toBe(
    "The server has these already, and other than in the file: article rules. --overwrite takes what the file has; nothing was changed.",
  );
  expect((await run(`import all.zip --guild ${another} --yes --overwrite`)).code).toBe(0);
  expect(JSON.parse((await run(`list --json --guild ${another}`)).said)).toEqual(listed);
  expect((await run("list")).said).toBe(`Which server? Add --guild with one of these: ${guild}, ${another}`);
});

/** An archive with a question that people chose a place for. */
function teach(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const manifest = JSON.parse(new TextDecoder().decode(files["yuanwen.json"]));
  const text = "We open at nine.";
  const span = { start: first.indexOf(text), end: first.indexOf(text) + text.length };
  const { active } = manifest.article.rules;
  manifest.taught = {
    t1: { question: "May I come before dawn?", article: "rules", version: active, span, text, at: 0, by: "" },
  };
  return zipSync({ ...files, "yuanwen.json": new TextEncoder().encode(JSON.stringify(manifest)) });
}

test("what was taught is asked again, and told where a new version lost it", async () => {
  const { directory, run } = place();
  await run(`add rules.md --guild ${guild} --yes`);
  await run("export --out all.zip");
  writeFileSync(path.join(directory, "taught.zip"), teach(readFileSync(path.join(directory, "all.zip"))));
  await run("import taught.zip --yes");
  expect(await run("check")).toEqual({
    code: 0,
    said: "1 taught question asked again: 1 right, 0 changed, 0 lost, 0 of articles that are not asked",
  });
  expect(lastLine(await run("replace rules rules-2027.md --yes"))).toBe(
    "1 taught question to be looked at: npm run library -- check",
  );
  expect(await run("check")).toEqual({
    code: 1,
    said: [
      "1 taught question asked again: 0 right, 0 changed, 1 lost, 0 of articles that are not asked",
      "lost  May I come before dawn?",
      "    chosen in rules: We open at nine.",
      "    most like it now: rules §1 ¶1:1 We open at ten.",
    ].join("\n"),
  });
});

test("a folder of articles comes in as a whole or not at all", async () => {
  const { directory, run } = place();
  const broken = path.join(directory, "broken.txt");
  writeFileSync(broken, "\n");
  expect((await run(`import . --guild ${guild} --yes`)).code).toBe(2);
  expect((await run(`list --guild ${guild}`)).said).toBe("The server has no articles of its own.");
  writeFileSync(broken, "It is whole now. It has two sentences.\n");
  expect(lastLine(await run(`import . --guild ${guild} --yes`))).toBe("Published: broken, rules-2027, rules");
});

test.for([
  { typed: "n\n", code: 1, said: "Nothing was changed." },
  { typed: "\n", code: 1, said: "Nothing was changed." },
  { typed: "", code: 1, said: "Nothing was changed." },
  { typed: "y\n", code: 0, said: 'Published as "rules", version' },
])("$typed leads to $said", async ({ typed, code, said }) => {
  const { run } = place();
  const added = await run(`add rules.md --guild ${guild}`, typed);
  expect(added.code).toBe(code);
  expect(added.said).toContain(said);
});

test("what is wrong is said in one line", async () => {
  const { run } = place();
  const rows: [string, string | RegExp][] = [
    ["list", /^Which server\? The store knows none yet: add --guild ID\./u],
    [`add rules.md --guild ${guild}`, "Nobody can be asked here; --yes does it without asking."],
    [
      `add rules.md --guild ${guild} --id handbook`,
      `"handbook" is an article of everybody's: name another id with --id.`,
    ],
    [
      `add rules.md --guild ${guild} --id a/b --yes`,
      `"a/b" can be no id: letters, digits, dots, dashes and underscores, 60 at most.`,
    ],
    [`add none.md --guild ${guild}`, /^none\.md: there is no such file$/u],
    [`show rules --guild ${guild}`, `The server has no article "rules"; "list" shows those that it has.`],
    [`rename rules --guild ${guild}`, "Name what is to change: --id or --title."],
    [`undo --guild ${guild}`, "There is nothing that can be taken back."],
    [`undo x --guild ${guild}`, `There is no such change that can be taken back; "history" lists them.`],
    [`import rules.md --guild ${guild}`, "rules.md: is no zip that can be read"],
    ["list --guild 12", "(--help tells more)"],
  ];
  for (const [line, said] of rows) {
    const answered = await run(line);
    expect({ line, code: answered.code }).toEqual({ line, code: 2 });
    expect(lastLine(answered)).toMatch(said);
  }
});
