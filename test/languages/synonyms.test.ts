import { expect, test } from "vitest";
import { parseSynonyms, SynonymError } from "../../src/languages/synonyms.ts";

test.for([
  {
    name: "reads a group whose words find one another",
    text: "公司, 企业",
    rules: [{ asked: ["公司", "企业"], found: ["公司", "企业"], mutual: true }],
  },
  {
    name: "reads a rule that leads one way",
    text: "多高 => 高度, 海拔",
    rules: [{ asked: ["多高"], found: ["高度", "海拔"], mutual: false }],
  },
  {
    name: "keeps words of several parts together",
    text: "set up,founded",
    rules: [{ asked: ["set up", "founded"], found: ["set up", "founded"], mutual: true }],
  },
  {
    name: "leaves comments and empty lines out",
    text: "# 注\n\n  # b\r\na, b\r\n",
    rules: [{ asked: ["a", "b"], found: ["a", "b"], mutual: true }],
  },
  {
    name: "takes a comma and an arrow after a backslash as they are",
    text: String.raw`a\,b, c\=>d`,
    rules: [{ asked: ["a,b", "c=>d"], found: ["a,b", "c=>d"], mutual: true }],
  },
  { name: "drops a word said twice", text: "a, b, a", rules: [{ asked: ["a", "b"], found: ["a", "b"], mutual: true }] },
  { name: "reads nothing in an empty table", text: "", rules: [] },
])("$name", ({ text, rules }) => {
  expect(parseSynonyms(text)).toEqual(rules);
});

test.for([
  {
    name: "refuses a word alone",
    text: "a, b\n公司",
    error: 'line 2: "公司" stands alone; expected "a, b" or "a => b"',
  },
  { name: "refuses an empty word", text: "a,, b", error: 'line 1: word 2 of "a,, b" is empty' },
  { name: "refuses an arrow that leads nowhere", text: "a =>", error: 'line 1: word 1 of "" is empty' },
  { name: "refuses two arrows", text: "a => b => c", error: "line 1: holds 2 arrows; expected one at most" },
])("$name", ({ text, error }) => {
  expect(() => parseSynonyms(text)).toThrow(new SynonymError(Number(error[5]), error.slice(8)));
});
