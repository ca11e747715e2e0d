import { expect, test } from "vitest";
import { englishForms } from "../../src/languages/english-forms.ts";

const irregular = new Map([["bought", ["buy"]]]);

test.for([
  ["companies", "company"],
  ["boxes", "box"],
  ["heroes", "hero"],
  ["ads", "ad"],
  ["women", "woman"],
  ["acquired", "acquire"],
  ["planned", "plan"],
  ["tried", "try"],
  ["died", "die"],
  ["running", "run"],
  ["launching", "launch"],
  ["bigger", "big"],
  ["bought", "buy"],
  ["profit", "profits"],
] as const)("finds the base of %s", ([word, base]) => {
  expect(englishForms(word, irregular)).toContain(base);
});

test.for([["bus"], ["glass"], ["university"], ["is"]] as const)(
  "keeps %s first and makes no singular of it",
  ([word]) => {
    const forms = englishForms(word, irregular);
    expect(forms[0]).toBe(word);
    expect(forms).not.toContain(word.slice(0, -1));
  },
);
