import { describe, expect, test } from "vitest";
import { createColumns } from "../../src/answer/columns.ts";
import { orderAndWindow } from "../../src/answer/word-order.ts";
import { question } from "../support/analyse.ts";
import { candidatesOf } from "../support/candidates.ts";

describe("tells how the words of `red green blue` stand", () => {
  test.for([
    { name: "red green blue", order: 1, window: 12 / 14 },
    { name: "blue green red", order: 0, window: 12 / 14 },
    { name: "red and then something else, blue", order: 0.5, window: 7 / 33 },
    { name: "red", order: 0, window: 0 },
    { name: "none of them", order: 0, window: 0 },
  ])("in “$name”", ({ name, order, window }) => {
    const { block } = candidatesOf(name);
    const found = orderAndWindow(block, question("red green blue").words, createColumns(1));
    expect([found.order?.[0], found.window?.[0]]).toEqual([order, window]);
  });
});

test("measures nothing of a single word", () => {
  const { block } = candidatesOf("red");
  expect(orderAndWindow(block, question("red").words, createColumns(1))).toEqual({
    order: undefined,
    window: undefined,
  });
});
