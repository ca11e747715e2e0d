import { expect, test } from "vitest";
import { columns } from "../../src/text/width.ts";

test.for([
  { name: "nothing", text: "", width: 0 },
  { name: "Latin letters", text: "Meta AI", width: 7 },
  { name: "accented letters", text: "café", width: 4 },
  { name: "ideographs", text: "谷歌", width: 4 },
  { name: "kana and Hangul", text: "かな한", width: 6 },
  { name: "full-width signs", text: "（Ａ）！", width: 8 },
  { name: "ideographs beyond the basic plane", text: "𠮷", width: 2 },
  { name: "emoji", text: "😀", width: 2 },
  { name: "combining marks and joiners", text: "e\u0301\u200d", width: 1 },
  { name: "curly quotes as Latin ones", text: "“a”", width: 3 },
])("counts $name", ({ text, width }) => {
  expect(columns(text)).toBe(width);
});
