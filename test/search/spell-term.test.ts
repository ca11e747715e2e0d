import fc from "fast-check";
import { expect, test } from "vitest";
import { spellTerm } from "../../src/search/spell-term.ts";

test.for([
  { name: "gemini-2", spelt: "gemini-2" },
  { name: "茶", spelt: "IDDG" },
  { name: "a茶", spelt: "aIDDG" },
  { name: "é", spelt: "AAOJ" },
  { name: "", spelt: "" },
])("$name is $spelt", ({ name, spelt }) => {
  expect(spellTerm(name)).toBe(spelt);
});

test("spells no two folded terms alike", () => {
  const term = fc.string({ unit: "binary" }).map((text) => text.toLowerCase().replaceAll(/[A-Z]/gu, ""));
  fc.assert(
    fc.property(term, term, (one, other) => {
      expect(spellTerm(one) === spellTerm(other)).toBe(one === other);
    }),
  );
});
