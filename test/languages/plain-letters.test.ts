import { expect, test } from "vitest";
import { plainLetters } from "../../src/languages/plain-letters.ts";

test.for([
  { word: "Schulz", plain: "schulz" },
  { word: "Hammarskjöld", plain: "hammarskjold" },
  { word: "Łódź", plain: "lodz" },
  { word: "Straße", plain: "strasse" },
  { word: "O’Neill", plain: "oneill" },
  { word: "舒尔茨", plain: "" },
])("writes $word as $plain", ({ word, plain }) => {
  expect(plainLetters(word)).toBe(plain);
});
