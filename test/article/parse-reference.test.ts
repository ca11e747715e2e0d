import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatReference } from "../../src/article/format-reference.ts";
import { parseReference } from "../../src/article/parse-reference.ts";
import type { Reference } from "../../src/article/reference.ts";

const count = fc.integer({ min: 1, max: 1200 });
const place = fc.record({ paragraph: count, sentence: count });
const part = fc.oneof(
  fc
    .tuple(count, count)
    .map(([from, to]) => ({ kind: "paragraphs" as const, from: Math.min(from, to), to: Math.max(from, to) })),
  fc.tuple(place, place).map(([one, other]) => {
    const later = one.paragraph - other.paragraph || one.sentence - other.sentence;
    return { kind: "sentences" as const, from: later > 0 ? other : one, to: later > 0 ? one : other };
  }),
  fc.tuple(count, count, count).map(([paragraph, one, other]) => ({
    kind: "sentences" as const,
    from: { paragraph, sentence: Math.min(one, other) },
    to: { paragraph, sentence: Math.max(one, other) },
  })),
  place.map((from) => ({ kind: "open" as const, from })),
);
const reference: fc.Arbitrary<Reference> = fc.record({
  section: fc.oneof(fc.constant([0]), fc.array(count, { minLength: 1, maxLength: 4 })),
  parts: fc.array(part, { maxLength: 5 }),
});

test("reads back every canonical reference", () => {
  fc.assert(
    fc.property(reference, (written) => {
      expect(parseReference(formatReference(written))).toEqual({ kind: "reference", reference: written });
    }),
  );
});

test("reads what it formats again whatever it was given", () => {
  const alphabet = fc.constantFrom(
    ..."0123１二十§¶pPs.:：,，、-–~ 至到起第节節段句to[]x".split(""),
    "section ",
    "sentence ",
  );
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 24 }), (input) => {
      const read = parseReference(input);
      const expected =
        read.kind === "reference"
          ? parseReference(formatReference(read.reference))
          : { ...read, found: input.slice(read.at.start, read.at.end) };
      expect(read).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test("never throws on arbitrary text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (input) => {
      expect(["reference", "invalid"]).toContain(parseReference(input).kind);
    }),
  );
});

describe("liberal forms", () => {
  test.for([
    { name: "short letters", input: "2p1:3-4", canonical: "§2 ¶1:3–4" },
    { name: "no section mark", input: "2¶1:3", canonical: "§2 ¶1:3" },
    { name: "letters and spaces", input: "s2 p1 : 3", canonical: "§2 ¶1:3" },
    { name: "a letter for each level", input: "s2p1s3", canonical: "§2 ¶1:3" },
    { name: "upper case", input: "S2 P1:3", canonical: "§2 ¶1:3" },
    { name: "full-width characters", input: "§２．１ ¶３：２，４～５", canonical: "§2.1 ¶3:2,4–5" },
    { name: "full-width letters", input: "ｓ２ｐ１：３", canonical: "§2 ¶1:3" },
    { name: "no spaces", input: "§2¶1:3", canonical: "§2 ¶1:3" },
    { name: "brackets around", input: "[[§2 ¶1:3]]", canonical: "§2 ¶1:3" },
    { name: "a full stop behind", input: "§2 ¶1:3.", canonical: "§2 ¶1:3" },
    { name: "a Chinese full stop behind", input: "第2节第1段。", canonical: "§2 ¶1" },
    { name: "an en dash", input: "§2 ¶1:3–4", canonical: "§2 ¶1:3–4" },
    { name: "an em dash", input: "§2 ¶1:3—4", canonical: "§2 ¶1:3–4" },
    { name: "a double em dash", input: "§2 ¶1:3——4", canonical: "§2 ¶1:3–4" },
    { name: "a minus sign", input: "§2 ¶1:3−4", canonical: "§2 ¶1:3–4" },
    { name: "a tilde", input: "§2 ¶1:3~4", canonical: "§2 ¶1:3–4" },
    { name: "a wave dash", input: "§2 ¶1:3〜4", canonical: "§2 ¶1:3–4" },
    { name: "至", input: "§2 ¶1:3至4", canonical: "§2 ¶1:3–4" },
    { name: "到", input: "§2 ¶1:3到4", canonical: "§2 ¶1:3–4" },
    { name: "colons only", input: "2:1:3", canonical: "§2 ¶1:3" },
    { name: "a bare paragraph before a colon", input: "2 1:3", canonical: "§2 ¶1:3" },
    { name: "a reversed range of sentences", input: "§2 ¶1:4–3", canonical: "§2 ¶1:3–4" },
    { name: "a reversed range over paragraphs", input: "§2 ¶2:1–¶1:4", canonical: "§2 ¶1:4–¶2:1" },
    { name: "a reversed range of paragraphs", input: "§2 ¶3–¶1", canonical: "§2 ¶1–¶3" },
    { name: "a range of one sentence", input: "§2 ¶1:3–3", canonical: "§2 ¶1:3" },
    { name: "a range of one paragraph", input: "§2 ¶1–1", canonical: "§2 ¶1" },
    { name: "a bare second paragraph", input: "§2 ¶1–2", canonical: "§2 ¶1–¶2" },
    { name: "a doubled paragraph mark", input: "§§2 ¶¶1–2", canonical: "§2 ¶1–¶2" },
    { name: "from a paragraph to a sentence", input: "§2 ¶1–¶2:3", canonical: "§2 ¶1:1–¶2:3" },
    { name: "from a sentence to a paragraph", input: "§2 ¶1:3–¶3", canonical: "§2 ¶1:3–,¶2–¶3" },
    { name: "a bare place behind the dash", input: "§2 ¶1:4–2:1", canonical: "§2 ¶1:4–¶2:1" },
    { name: "the section named twice", input: "§2 ¶1:4–§2 ¶2:1", canonical: "§2 ¶1:4–¶2:1" },
    { name: "an open end with more behind", input: "§2 ¶1:3-, 2:1", canonical: "§2 ¶1:3–,¶2:1" },
    { name: "paragraphs behind commas", input: "§2 ¶1,3", canonical: "§2 ¶1,¶3" },
    { name: "a heading", input: "2p0", canonical: "§2 ¶0" },
    { name: "a line of the source", input: "§0¶0:4", canonical: "§0 ¶0:4" },
    { name: "the text before the first heading", input: "§0 ¶1", canonical: "§0 ¶1" },
    { name: "Chinese units", input: "第2节第1段第3句", canonical: "§2 ¶1:3" },
    { name: "Chinese numerals and a range", input: "第二节第一段第三至四句", canonical: "§2 ¶1:3–4" },
    { name: "Traditional units", input: "第十二節第一段第三句", canonical: "§12 ¶1:3" },
    { name: "a Chinese subsection", input: "第2.1节第3段", canonical: "§2.1 ¶3" },
    { name: "a Chinese subsection in numerals", input: "第二点一节", canonical: "§2.1" },
    { name: "a Chinese list", input: "第2节第1段第1、3句", canonical: "§2 ¶1:1,3" },
    { name: "a Chinese list with units", input: "第2节第1段第1句和第3句", canonical: "§2 ¶1:1,3" },
    { name: "a Chinese range over paragraphs", input: "第2节第1段第4句到第2段第1句", canonical: "§2 ¶1:4–¶2:1" },
    { name: "a Chinese range of paragraphs", input: "第二节,第一段至第二段", canonical: "§2 ¶1–¶2" },
    { name: "a Chinese open end", input: "第2节第1段第3句起", canonical: "§2 ¶1:3–" },
    { name: "short forms of tens", input: "第廿三节第卅段", canonical: "§23 ¶30" },
    { name: "formal numerals", input: "第贰拾節第參段", canonical: "§20 ¶3" },
    { name: "hundreds in Chinese", input: "第一百零五节第二十三段", canonical: "§105 ¶23" },
    { name: "marks and units mixed", input: "§2 ¶1 第3句", canonical: "§2 ¶1:3" },
    { name: "English words", input: "section 2 paragraph 1 sentence 3", canonical: "§2 ¶1:3" },
    { name: "English abbreviations", input: "sec. 2, para. 1", canonical: "§2 ¶1" },
    { name: "English with commas", input: "Section 2, paragraph 1, sentences 3 and 5", canonical: "§2 ¶1:3,5" },
    { name: "an English range", input: "section 2 paragraph 1 sentences 3 to 4", canonical: "§2 ¶1:3–4" },
  ])("$name: $input", ({ input, canonical }) => {
    const read = parseReference(input);
    expect(read.kind === "reference" ? formatReference(read.reference) : read).toBe(canonical);
  });
});

describe("what is wrong, and where", () => {
  test.for([
    { name: "nothing", input: " ", expected: { problem: "empty", at: { start: 0, end: 1 }, found: " " } },
    {
      name: "no section",
      input: "¶1:3",
      expected: { problem: "missing-number", level: "section", at: { start: 0, end: 1 }, found: "¶" },
    },
    {
      name: "no section number",
      input: "§",
      expected: { problem: "missing-number", level: "section", at: { start: 1, end: 1 }, found: "" },
    },
    {
      name: "no paragraph",
      input: "2:3",
      expected: { problem: "missing-number", level: "paragraph", at: { start: 2, end: 3 }, found: "3" },
    },
    {
      name: "no sentence",
      input: "§2 ¶1:",
      expected: { problem: "missing-number", level: "sentence", at: { start: 6, end: 6 }, found: "" },
    },
    {
      name: "an open range of paragraphs",
      input: "§2 ¶1–",
      expected: { problem: "missing-number", level: "paragraph", at: { start: 6, end: 6 }, found: "" },
    },
    {
      name: "sentence 0",
      input: "§2 ¶1:0",
      expected: { problem: "zero", level: "sentence", at: { start: 6, end: 7 }, found: "0" },
    },
    {
      name: "subsection 0",
      input: "2.0",
      expected: { problem: "zero", level: "section", at: { start: 0, end: 1 }, found: "2" },
    },
    {
      name: "a huge number",
      input: "§2 ¶99999999999",
      expected: { problem: "no-such-number", level: "paragraph", at: { start: 4, end: 15 }, found: "99999999999" },
    },
    {
      name: "two sections",
      input: "§2 ¶1–§3 ¶1",
      expected: { problem: "several-sections", at: { start: 6, end: 7 }, found: "§" },
    },
    {
      name: "a range of sections",
      input: "§2–3",
      expected: { problem: "several-sections", at: { start: 2, end: 3 }, found: "–" },
    },
    {
      name: "another word",
      input: "§2 foo",
      expected: { problem: "unexpected", at: { start: 3, end: 6 }, found: "foo" },
    },
    { name: "an emoji", input: "😀", expected: { problem: "unexpected", at: { start: 0, end: 2 }, found: "😀" } },
    {
      name: "two numbers",
      input: "§2 ¶1:3 4",
      expected: { problem: "unexpected", at: { start: 8, end: 9 }, found: "4" },
    },
  ])("$name: $input", ({ input, expected }) => {
    expect(parseReference(input)).toEqual({ kind: "invalid", ...expected });
  });
});
