import { expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { expectLinear } from "../support/expect-linear.ts";
import { parseChecked } from "../support/parse.ts";

test("finds the bad byte of a large file at once", () => {
  expectLinear(1_000_000, (size) => {
    const bytes = new Uint8Array(size).fill(0x61);
    bytes[size - 1] = 0xff;
    const problem = `tea.txt: is not UTF-8: line 1, byte ${size - 1}; save it as UTF-8`;
    expect(() => parseArticle({ name: "tea.txt", bytes })).toThrow(problem);
  });
});

test("cuts many sentences with many marks in linear time", () => {
  expectLinear(2400, (size) => parseChecked("**a.** b. ".repeat(size), { format: markdown }));
});
