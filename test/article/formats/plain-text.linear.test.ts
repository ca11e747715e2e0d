import { test } from "vitest";
import { buildArticle } from "../../../src/article/build-article.ts";
import { plainText } from "../../../src/article/formats/plain-text.ts";
import { english } from "../../../src/languages/english.ts";
import { expectLinear } from "../../support/expect-linear.ts";

const facts = { id: "x", language: "zh", source: {}, version: "0" };

test.for(["a", "一句话。", "word ", "a\n", "line one\n\n", "# H\n\ntext.\n\n", "首页 > ", "\t", "😀", "\ud83d", "\r"])(
  "takes linear time for many of %j",
  (unit) => {
    expectLinear(20_000, (size) => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      return buildArticle({ ...facts, text }, plainText.parse(text, { leaveOut: [], keep: [] }), english);
    });
  },
);
