import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { writeAttack } from "./attack-strings.ts";
import { bounded } from "./bounded.ts";
import { collectLiterals, type Found, type FoundPattern } from "./collect-literals.ts";
import { compile } from "./compile.ts";
import { countSteps } from "./count-steps.ts";
import { findGrowth } from "./measure-growth.ts";
import { recordBuilt } from "./record-built.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/u, "");
let found: Found;
let built: readonly FoundPattern[];

beforeAll(async () => {
  found = collectLiterals(["src/**/*.ts", "commands/**/*.ts"], root);
  built = await recordBuilt({ root, files: [...new Set(found.built.map(({ file }) => file))] });
});

test("finds the regular expressions of the tree", () => {
  expect(found.literals.length).toBeGreaterThan(1000);
  expect(found.built.length).toBeGreaterThan(50);
});

test("knows what every place makes that makes one", () => {
  const places = new Set(built.map(placeOf));
  expect(found.built.map(placeOf).filter((place) => !places.has(place))).toEqual([]);
});

test("none written out takes more than its share of steps for a longer text", () => {
  expect(complaintsOf(found.literals)).toEqual([]);
});

test("none that is made takes more than its share of steps for a longer text", () => {
  const places = new Set(found.built.map(placeOf));
  expect(complaintsOf(built.filter((pattern) => places.has(placeOf(pattern))))).toEqual([]);
});

test.for(bounded)("$file still has $begins", ({ file, begins }) => {
  expect(found.literals.some((pattern) => pattern.file === file && pattern.source.startsWith(begins))).toBe(true);
});

describe("the measure itself", () => {
  test.for([
    { name: "what ends a text, tried from each place", source: "\\s+$", flags: "gu" },
    { name: "an opening without its end", source: "\\[[^\\]]*\\]", flags: "gu" },
    { name: "a loop in a loop", source: "^(?:a+)+$", flags: "u" },
    { name: "two ways for one character", source: "^(?:a|[ab])*c", flags: "u" },
    { name: "two loops side by side", source: "^\\s*:?\\s*x", flags: "u" },
    { name: "what is looked back for", source: "(?<=\\.\\w+)/", flags: "gu" },
    { name: "what is looked ahead for", source: "a(?=\\w*:)", flags: "gu" },
    { name: "what stands again", source: "(a+)b?\\1c", flags: "u" },
    { name: "many short loops", source: "\\{(?:[ ]*\\.?[a.]{1,9}){0,20}\\}", flags: "u" },
    { name: "a bound that is none", source: "[ \\n]{0,5000}x", flags: "u" },
  ])("finds $name", ({ source, flags }) => {
    expect(findGrowth(source, flags)).toBeDefined();
  });

  test.for([
    { name: "what ends a text, tried where it begins", source: "(?<!\\s)\\s+$", flags: "gu" },
    { name: "an opening that another ends", source: "\\[[^[\\]]*\\]", flags: "gu" },
    { name: "one loop from the beginning", source: "^a*b", flags: "u" },
    { name: "a bound", source: "[ \\n]{0,80}x", flags: "u" },
    { name: "no loop", source: "a|b?c", flags: "u" },
  ])("lets pass $name", ({ source, flags }) => {
    expect(findGrowth(source, flags)).toBeUndefined();
  });

  test.for([
    { source: "a+b|[^\\n]$", flags: "gu", text: "aab xb\nc" },
    { source: "(?<=(.))\\1", flags: "gu", text: "abba" },
    { source: "(?<!\\p{Lu})[a-z]{2,3}?(?!\\d)", flags: "gu", text: "Ab abc abcd1 xyz" },
    { source: "^(?:x(y)?)*$", flags: "gmu", text: "xxyx\nxy\nq" },
    { source: "\\bt(?=o)", flags: "gi", text: "to bto To" },
  ])("matches $source as the engine does", ({ source, flags, text }) => {
    const ends = [...text.matchAll(new RegExp(source, flags))].map((match) => match.index + match[0].length);
    const seen: number[] = [];
    countSteps(compile(source, flags), text, { most: 10_000, onMatch: (end) => seen.push(end) });
    expect(seen).toEqual(ends);
  });
});

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

function isBounded({ file, source }: FoundPattern): boolean {
  return bounded.some((one) => one.file === file && source.startsWith(one.begins));
}

/** Names each pattern that is slow, where it stands, and the text that shows it. */
function complaintsOf(patterns: readonly FoundPattern[]): readonly string[] {
  const each = new Map(patterns.map((pattern) => [`${placeOf(pattern)} ${pattern.source}`, pattern]));
  return [...each.values()]
    .filter((pattern) => !isBounded(pattern))
    .flatMap((pattern) => {
      const growth = findGrowth(pattern.source, pattern.flags);
      if (!growth) return [];
      const text = JSON.stringify(writeAttack(growth.attack, 40));
      return `${placeOf(pattern)} /${pattern.source}/${pattern.flags} at ${text}…: ${growth.steps.join(", ")} steps a character`;
    });
}
