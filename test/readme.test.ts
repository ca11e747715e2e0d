import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { commands } from "../commands/all.ts";
import { settingNames } from "../src/config.ts";
import { permissions } from "../src/render/permission.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { commandBlocks, hasShown, typedCommands } from "./readme/command-blocks.ts";
import type { Guide } from "./readme/guides.ts";
import { inEnglish, project, readGuide, readGuides, translatedGuides } from "./readme/guides.ts";
import { runInTerminal } from "./support/terminal.ts";
import {
  anchorOf,
  codeIn,
  headingsIn,
  nodesIn,
  partsOf,
  rowsOf,
  tablesIn,
  targetsIn,
  textOf,
} from "./readme/markdown.ts";

const guides = readGuides();
const readmes = ["README.md", "README.zh-CN.md"].map(readGuide);
const read = (file: string) => readFileSync(path.join(project, file), "utf8");
const scripts: Readonly<Record<string, string>> = JSON.parse(read("package.json")).scripts;

describe("blocks of commands", () => {
  const blocks = guides.flatMap(commandBlocks);

  test("are all marked as runnable, or with the reason why not", () => {
    const unmarked = blocks.filter(({ marker }) => marker.kind === "unmarked");
    expect(unmarked.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(10);
  });

  test("have a language, as has every other block", () => {
    const bare = guides.flatMap(({ file, tree }) =>
      codeIn(tree).flatMap(({ lang, value }) => (lang ? [] : [file, value])),
    );
    expect(bare).toEqual([]);
  });

  test("that are left to .ci/run are what it runs", () => {
    const left = blocks.filter(({ marker }) => marker.kind === "not-run" && marker.reason === "in-ci");
    const lines = left.flatMap(({ text }) => typedCommands(text)).flatMap(({ line }) => line.split(" && "));
    // `npm run check` runs the tests that `npm test` does, in runs that leave out no project, and counts what they cover.
    const runs = scriptsOf("check").filter((script) => script.startsWith("vitest run "));
    expect(namesIn(runs.join("\n"), /--project (\w+)$/gmu)).toEqual(
      namesIn(read("vitest.config.ts"), /name: "(\w+)"/gu),
    );
    expect(scripts).toMatchObject({ test: "vitest run", coverage: expect.stringContaining("--coverage") });
    expect(lines.filter((line) => line !== "npm test" && !read(".ci/run").includes(line))).toEqual([]);
  });

  test("are run by npm run check", () => {
    expect(scripts["guides"]).toBe("node test/readme/run-blocks.ts");
    expect(scriptsOf("check")).toContain(scripts["guides"]);
  });
});

test.for([
  { output: "> ask\none\ntwo\nthree\n", shown: "one\ntwo", has: true },
  { output: "one two three", shown: "one…three", has: true },
  { output: "one two three", shown: "three…one", has: false },
  { output: "one two", shown: "two one", has: false },
])("finds what a guide shows of an output: $shown", ({ output, shown, has }) => {
  expect(hasShown(output, shown)).toBe(has);
});

test("reads commands with their exit codes", () => {
  expect(typedCommands("# first\nnpm run a \\\n  --b\n\nnpm run c # exits with 2: wrong\n")).toEqual([
    { line: "npm run a --b", exitCode: 0 },
    { line: "npm run c # exits with 2: wrong", exitCode: 2 },
  ]);
});

test("names no npm script that there is not", () => {
  const named = guides.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/gu)].map(([, name]) => name ?? ""),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test.for(guides.map(({ file }) => file))("points at files and headings that there are: %s", (file) => {
  const broken = guides
    .filter((guide) => guide.file === file)
    .flatMap(({ tree }) => targetsIn(tree))
    .filter((target) => !hasTarget(file, target));
  expect(broken).toEqual([]);
});

/** Pictures are made by `npm run pictures`; before the first run there are none. */
function hasTarget(file: string, target: string): boolean {
  if (/^https?:/u.test(target)) return true;
  const [name = "", anchor] = target.split("#");
  const found = path.posix.join(path.posix.dirname(file), name === "" ? path.posix.basename(file) : name);
  if (found.startsWith("docs/pictures/") && !existsSync(path.join(project, "docs/pictures"))) return true;
  if (!existsSync(path.join(project, found))) return false;
  if (anchor === undefined) return true;
  const { tree } = guides.find((guide) => guide.file === found) ?? readGuide(found);
  return headingsIn(tree).map(anchorOf).includes(decodeURIComponent(anchor));
}

test.for(bothOf("docs/settings.md"))("lists every setting with what it is by default: %s", (file) => {
  const { tree } = readGuide(file);
  const rows = tableWith(tree, settingNames[0] ?? "");
  expect(rows.map(([name]) => name)).toEqual(settingNames);
  const defaults = [...read(".env.example").matchAll(/^([A-Z_]+)=(.+)$/gmu)].map((match) => [match[1], match[2]]);
  expect(rows.map(([name, value]) => [name, value])).toEqual(expect.arrayContaining(defaults));
  const others = rows.filter(([name]) => !defaults.some(([other]) => other === name)).map(([, value]) => value);
  expect(others.filter((value) => /^[\d/]+$/u.test(value ?? ""))).toEqual([]);
});

test.for(bothOf("docs/using.md"))("lists every command with its options: %s", (file) => {
  const { tree } = readGuide(file);
  const declared = commands.map(({ declaration: { name, options = [] } }) => [
    `/${name}`,
    options.map((option) => option.name).join(" "),
  ]);
  expect(tableWith(tree, "/ask").map(([name, options]) => [name, options])).toEqual(declared);
});

test.for(bothOf("docs/inviting.md"))("asks for the permissions that the bot uses, and names each: %s", (file) => {
  const { text, tree } = readGuide(file);
  const locale = file.includes("zh-CN") ? "zh-CN" : "en";
  const names = phrases[locale].help.permissions.names;
  expect(tableWith(tree, names.ViewChannel).map(([name, value]) => [name, value])).toEqual(
    permissions.map((permission) => [names[permission], String(PermissionFlagsBits[permission])]),
  );
  const sum = permissions.reduce((bits, permission) => bits | PermissionFlagsBits[permission], 0n);
  expect([...text.matchAll(/permissions=(\d+)/gu)].map(([, number]) => number)).toEqual([String(sum)]);
});

test.for(bothOf("docs/troubleshooting.md"))("quotes what the program says: %s", (file) => {
  const { tree } = readGuide(file);
  const said = globSync("src/**/*.ts", { cwd: project }).map(read).join("\n");
  const others =
    /^(npm warn EBADENGINE|listen EADDRINUSE|The application did not respond|An invalid token was provided\.|"(code|verdict)":.*|50013|\[\[.*)$/u;
  const table = tablesIn(tree).at(-1);
  const quoted = nodesIn(table ?? tree).flatMap((node) => (node.type === "tableRow" ? [node.children[0]] : []));
  const fragments = quoted.flatMap((cell) =>
    (cell?.children ?? []).flatMap((node) => {
      if (node.type === "inlineCode") return node.value.split("…");
      return [...textOf(node).matchAll(/[“"]([^”"]+)[”"]/gu)].map(([, phrase]) => phrase ?? "");
    }),
  );
  const ownWords = fragments.filter((fragment) => !others.test(fragment));
  const isSaid = (fragment: string) => said.includes(fragment.replaceAll(/"| \d{4}$/gu, "").trim());
  expect(ownWords.filter((fragment) => !isSaid(fragment))).toEqual([]);
  expect(ownWords.length).toBeGreaterThan(10);
});

test.for(readmes)("asks in $file for the same permissions", ({ text }) => {
  const sum = permissions.reduce((bits, permission) => bits | PermissionFlagsBits[permission], 0n);
  expect([...text.matchAll(/permissions=(\d+)/gu)].map(([, number]) => number)).toEqual([String(sum)]);
});

test.for(readmes)("keeps $file short", ({ text }) => {
  expect(Buffer.byteLength(text)).toBeLessThan(20_000);
});

/** A guide in both languages. */
function bothOf(file: string): string[] {
  return translatedGuides(guides).flatMap(({ english, chinese }) =>
    english.file === file ? [english.file, chinese.file] : [],
  );
}

/** The rows of the table whose first cell is this. */
function tableWith(tree: Guide["tree"], first: string): readonly (readonly string[])[] {
  return (
    tablesIn(tree)
      .map(rowsOf)
      .find(([row]) => row?.[0] === first) ?? []
  );
}

test("shows the figures that are measured", async () => {
  const { output } = await runInTerminal(["eval", "--split", "report", "--json"]);
  const { groups } = JSON.parse(output);
  const measured = measuredGroups.map((name) => {
    const { answered, withAnswer, withoutAnswer } = groups[name];
    // Right at first, among the first three; declined wrongly, answered wrongly.
    const shares: number[] = [answered.hit1, answered.hit3, withAnswer.declined, withoutAnswer.answered];
    return shares.map((share) => share.toFixed(1));
  });
  const shown = readmes.map(({ tree }) =>
    tablesIn(tree)
      .map(rowsOf)
      .find((rows) => rows.length === measured.length && rows[0]?.length === 5),
  );
  expect(shown.map((rows) => rows?.map(([, ...shares]) => shares))).toEqual([measured, measured]);
});

/** The rows of the table in the READMEs, as `npm run eval` names them. */
const measuredGroups = [
  "all",
  "article meta-gemini in zh-Hans",
  "article meta-gemini in zh-Hant",
  "article meta-gemini in en",
  "article meta-gemini in mixed",
  "article night-market-notice",
  "article volunteer-handbook",
  "articles in one half",
];

describe.for(translatedGuides(guides))("$english.file in both languages", ({ english, chinese }) => {
  test("has the same headings", () => {
    expect(levels(chinese.tree)).toEqual(levels(english.tree));
  });

  test("has the same blocks, but for words", () => {
    expect(shownBlocks(chinese.tree)).toEqual(shownBlocks(english.tree));
  });

  test("has tables of the same size", () => {
    expect(sizes(chinese.tree)).toEqual(sizes(english.tree));
  });

  test("points at the same places", () => {
    expect(places(chinese)).toEqual(places(english));
  });

  test("has the same figures under each heading", () => {
    expect(figures(chinese.tree)).toEqual(figures(english.tree));
  });
});

type Tree = Guide["tree"];

function levels(tree: Tree) {
  return headingsIn(tree).map(({ depth }) => depth);
}

/** Questions are asked of an article in the reader's language, and answered from it. */
function shownBlocks(tree: Tree) {
  return codeIn(tree).map(({ lang, meta, value }) => {
    if (lang === "mermaid") return [lang, arrows(value)];
    return [lang, meta, meta === "output" ? "" : value.replaceAll(/"[^"]*"|--article \S+ |--limit \d+ /gu, "")];
  });
}

/** The nodes and arrows of a diagram without what stands on them. */
function arrows(diagram: string): string[] {
  const lines = diagram.split("\n").filter((line) => line.includes("-->"));
  return lines.map((line) => line.replaceAll(/"[^"]*"|\|[^|]*\|/gu, "").trim());
}

function sizes(tree: Tree) {
  return tablesIn(tree).map((table) => table.children.map((row) => row.children.length));
}

/** Each language has pictures of its own, and headings of other names, and points at the other. */
function places({ file, tree }: Guide) {
  const resolved = targetsIn(tree).map((target) => {
    if (/^https?:/u.test(target)) return target;
    if (target.startsWith("#")) return "#";
    const [name = ""] = target.split("#");
    return inEnglish(path.posix.join(path.posix.dirname(file), name));
  });
  return [...new Set(resolved)].toSorted();
}

function figures(tree: Tree) {
  const told = partsOf(tree).map((part) => part.filter(({ type }) => type !== "code"));
  return told.map((part) => [...new Set(part.flatMap((node) => numbersIn(textOf(node))))].toSorted());
}

/** Numbers in digits; both languages write them alike. */
function numbersIn(text: string): string[] {
  return text.replaceAll(/(\d),(?=\d{3}\b)/gu, "$1").match(/\d+(?:\.\d+)*/gu) ?? [];
}

/** The commands that a script runs in the end, each by itself. */
function scriptsOf(name: string): string[] {
  const script = scripts[name] ?? "";
  const called = [...script.matchAll(/npm run ([\w:]+)/gu)].flatMap(([, each = ""]) => scriptsOf(each));
  return called.length > 0 ? called : [script];
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string | undefined> {
  return new Set(Array.from(text.matchAll(pattern), ([, name]) => name));
}
