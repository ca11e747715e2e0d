import { test } from "vitest";
import { parseMarkdown } from "../../../../src/playground/page/markdown/parse-markdown.ts";
import { expectLinear } from "../../../support/expect-linear.ts";
import { manyMarks } from "./many-marks.ts";

test.for(manyMarks)("is not held up by many %s", ([, content]) => {
  expectLinear(content.length, (size) => parseMarkdown(content.slice(0, size)));
});
