import { expect, test } from "vitest";
import { degreesOf } from "../../src/languages/degrees.ts";

const adjective = (word: string) => ({ word, synset: "a1", count: 1 });

test.for([
  { name: "adds to a short adjective", word: "tall", forms: ["taller", "tallest"] },
  { name: "takes a silent e off", word: "large", forms: ["larger", "largest"] },
  { name: "doubles a consonant behind a short vowel", word: "big", forms: ["bigger", "biggest"] },
  { name: "doubles none behind a long vowel", word: "cheap", forms: ["cheaper", "cheapest"] },
  { name: "turns y into i", word: "early", forms: ["earlier", "earliest"] },
  { name: "knows weak second syllables", word: "narrow", forms: ["narrower", "narrowest"] },
  { name: "leaves long adjectives to more and most", word: "expensive", forms: [] },
])("$name", ({ word, forms }) => {
  expect(degreesOf([adjective(word)]).map(({ form }) => form)).toEqual(forms);
});

test("takes no noun or verb for a degree", () => {
  const senses = [adjective("fore"), { word: "forest", synset: "n2", count: 9 }];
  expect(degreesOf(senses)).toEqual([{ form: "forer", base: "fore" }]);
});

test("leaves out what is an adjective only in theory", () => {
  expect(degreesOf([{ word: "boss", synset: "a1", count: 0 }])).toEqual([]);
});
