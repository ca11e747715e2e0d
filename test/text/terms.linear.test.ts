import { test } from "vitest";
import { english } from "../../src/languages/english.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { expectLinear } from "../support/expect-linear.ts";

const analyse = createAnalyse({ words: readWords(), stem: english.stem });

test.for(
  [
    "a",
    "一",
    "谷歌广告",
    "e\u0301",
    "a.",
    "1",
    "\ud83d",
    "a-",
    "a-\n",
    "茶\n",
    " ",
    "-\n",
    "\u200b",
    "a\u00ad",
    "a’",
    "é",
  ].map((unit) => ({ unit })),
)("takes linear time for a long run of $unit", ({ unit }) => {
  expectLinear(20_000, (size) => analyse(unit.repeat(size)).terms);
});
