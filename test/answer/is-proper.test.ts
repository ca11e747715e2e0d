import { expect, test } from "vitest";
import { isInOtherScript, isProper } from "../../src/answer/is-proper.ts";
import { question } from "../support/analyse.ts";

const table = new Set(["谷歌", "gemini", "r&d"]);

test.for([
  { name: "谷歌和公司", names: ["谷歌"], why: "the table of names" },
  { name: "李白在做什么工作", names: ["李白"], why: "the dictionary" },
  { name: "谁写了《小城故事》?", names: ["小城", "故事"], why: "the marks of a title" },
  { name: "what is gemini", names: ["gemini"], why: "the table, in whatever case" },
  { name: "how much is r&d", names: [], why: "a short form that names nothing" },
  { name: "Did Adam meet Berta?", names: ["adam", "berta"], why: "capitals within a sentence" },
  { name: "Volunteers meet here. Members too.", names: [], why: "capitals at its beginning only" },
  { name: "“Volunteers” meet", names: [], why: "a capital at the beginning of a quotation" },
  { name: "Adam在哪里?", names: ["adam"], why: "a capital in a Chinese question" },
  { name: "the USA and 3D", names: [], why: "abbreviations without a small letter, and numbers" },
])("$name: $why", ({ name, names }) => {
  const asked = question(name);
  const proper = asked.words.filter((part) => isProper(part, asked, (word) => table.has(word)));
  expect(proper.map(({ text }) => text)).toEqual(names);
});

test.for([
  { text: "Who is Adam?", language: "zh", other: true },
  { text: "Who is Adam?", language: "en", other: false },
  { text: "李白是谁?", language: "en", other: true },
  { text: "李白是谁?", language: "zh", other: false },
])("tells whether the name of “$text” is in another script than $language", ({ text, language, other }) => {
  const [word] = question(text).words;
  expect(word && isInOtherScript(word, language)).toBe(other);
});
