import { test } from "vitest";
import { type LineFacts, leftOutReason } from "../../../src/article/formats/left-out-lines.ts";
import { expectLinear } from "../../support/expect-linear.ts";

const none = { leaveOut: [], keep: [] };
const middle: LineFacts = { text: "", previous: "前", next: "后", alone: true, fromTop: 40, fromBottom: 40 };
const top = { ...middle, fromTop: 1 };
const bottom = { ...middle, fromBottom: 1 };

test("takes no more than a moment for a line made to be slow", () => {
  expectLinear(18, (size) => leftOutReason({ ...top, text: `a${`${" ".repeat(size)}>`.repeat(6)}。` }, none));
  expectLinear(110, (size) => leftOutReason({ ...bottom, text: `来源:${" ".repeat(size)}` }, none));
});
