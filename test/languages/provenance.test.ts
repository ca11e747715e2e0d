import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../data/languages/", import.meta.url);
const readme = readFileSync(new URL("README.md", folder), "utf8");
const tables = readdirSync(folder).filter((name) => /\.(?:tsv|txt)$/.test(name));

test("tells the origin and terms of every table", () => {
  expect(tables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test.for([
  { name: "CC-CEDICT's licence", text: "https://creativecommons.org/licenses/by-sa/4.0/" },
  { name: "WordNet's notice", text: "WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved." },
])("keeps $name", ({ text }) => {
  expect(readme).toContain(text);
});
