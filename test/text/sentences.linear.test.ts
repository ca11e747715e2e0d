import { test } from "vitest";
import { languages } from "../../src/languages/all.ts";
import { joinRules } from "../../src/languages/join-rules.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { expectLinear } from "../support/expect-linear.ts";

const rules = joinRules(languages);

test.for(
  [
    "a",
    "a. ",
    "! ",
    "!",
    '"',
    "（",
    "(。",
    "“。",
    "“。”她",
    "；但",
    "U.S. ",
    ". . ",
    "中",
    "茶 ",
    ".'a",
    'a."b',
    "a@",
    "www.",
    "ab:/",
    "1. ",
    "。",
    "😀",
    "\ud83d",
    "http://a!",
  ].map((unit) => ({
    unit,
  })),
)("takes linear time for many times $unit", ({ unit }) => {
  expectLinear(20_000, (size) => splitSentences(unit.repeat(Math.ceil(size / unit.length)), rules));
});
