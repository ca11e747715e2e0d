import { expect, test } from "vitest";
import { syllableSounds } from "../../src/languages/syllable-sounds.ts";

test.for([
  { syllable: "shu", sounds: ["sh", "u"] },
  { syllable: "shi", sounds: ["sh", "-i"] },
  { syllable: "li", sounds: ["l", "i"] },
  { syllable: "er", sounds: ["er"] },
  { syllable: "wu", sounds: ["w", "u"] },
  { syllable: "lv", sounds: ["l", "v"] },
])("cuts $syllable", ({ syllable, sounds }) => {
  expect(syllableSounds(syllable)).toEqual(sounds);
});
