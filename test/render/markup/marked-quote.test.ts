import { expect, test } from "vitest";
import { markedQuote, quoteReadings } from "../../../src/render/markup/marked-quote.ts";

test.for([
  ["He wrote:\n>>> Rent is due monthly.", "Rent is due monthly."],
  ["> one\n> **two**\nand\n> three", "one\ntwo"],
  ["a\n>>> b\n> c", "b\nc"],
  ["no > quote", undefined],
  ["> \nnothing", undefined],
] as const)("finds what is marked as a quote: %j", ([content, quote]) => expect(markedQuote(content)).toBe(quote));

test.for([
  ["plain words", ["plain words"]],
  ["**Rent** is due.", ["**Rent** is due.", "Rent is due."]],
  ["Rent is due.\n-# §1 ¶1:1", ["Rent is due.\n-# §1 ¶1:1", "Rent is due.\n§1 ¶1:1", "Rent is due."]],
  ["So:\n> Rent", ["So:\n> Rent", "So:\nRent", "Rent"]],
  [" ", []],
] as const)("takes a text in several ways: %j", ([content, readings]) =>
  expect(quoteReadings(content)).toEqual(readings),
);
