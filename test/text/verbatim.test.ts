import { describe, expect, test } from "vitest";
import { assertVerbatim, cutVerbatim } from "../../src/text/verbatim.ts";

const source = "他说：“好。” 😀 then\r\nleft";

describe("cutVerbatim", () => {
  test("cuts exactly what stands there, breaks and spaces included", () => {
    expect(cutVerbatim(source, { start: 3, end: 8 })).toBe("“好。” ");
    expect(cutVerbatim(source, { start: 8, end: source.length })).toBe("😀 then\r\nleft");
  });

  test.for([
    { name: "an empty span", span: { start: 3, end: 3 }, message: "span 3–3 lies outside 0–21" },
    { name: "a reversed span", span: { start: 5, end: 3 }, message: "span 5–3 lies outside 0–21" },
    { name: "a span before the beginning", span: { start: -1, end: 3 }, message: "span -1–3 lies outside 0–21" },
    { name: "a span behind the end", span: { start: 1, end: 22 }, message: "span 1–22 lies outside 0–21" },
    {
      name: "a beginning within a character",
      span: { start: 9, end: 12 },
      message: "span 9–12 cuts a character in two",
    },
    { name: "an end within a character", span: { start: 3, end: 9 }, message: "span 3–9 cuts a character in two" },
  ])("refuses $name", ({ span, message }) => {
    expect(() => cutVerbatim(source, span)).toThrow(new RangeError(message));
  });

  test("cuts lone halves of a character, which stand for themselves", () => {
    expect(cutVerbatim("a\ud83db", { start: 1, end: 2 })).toBe("\ud83d");
  });
});

describe("assertVerbatim", () => {
  test("lets the slice pass", () => {
    expect(() => assertVerbatim(source, { start: 0, end: 2 }, "他说")).not.toThrow();
  });

  test.for([
    { name: "another word", text: "她说" },
    { name: "a normalised form", text: "他說" },
    { name: "a shorter text", text: "他" },
    { name: "added white space", text: "他说 " },
  ])("refuses $name", ({ text }) => {
    expect(() => assertVerbatim(source, { start: 0, end: 2 }, text)).toThrow("quote differs from the source at 0–2");
  });
});
