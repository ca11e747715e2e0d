import { expect, test } from "vitest";
import { locales } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { charactersCutOff } from "../support/button-label.ts";

/** What stands on buttons, wherever it stands among the phrases. */
const isButton = /(?:^|\.)(?:buttons?\.\w+|button|undo|stop|publish|drop|keep|add|reset|forgetMe)$/u;

function textsIn(value: object, path = ""): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]): [string, string][] => {
    const place = path === "" ? name : `${path}.${name}`;
    if (typeof each === "string") return [[place, each]];
    return typeof each === "object" && each !== null && !Array.isArray(each) ? textsIn(each, place) : [];
  });
}

test.for(locales)("keeps every button's label short enough for a phone: %s", (locale) => {
  const labels = textsIn(phrases[locale]).filter(([place]) => isButton.test(place));
  expect(labels.length).toBeGreaterThan(30);
  expect(labels.filter(([, label]) => label.trim() === "" || charactersCutOff(label) > 0)).toEqual([]);
});

test.for([
  { label: "x".repeat(38), cut: 0 },
  { label: "x".repeat(40), cut: 2 },
  { label: `▶${"x".repeat(33)}`, cut: 0 },
  { label: `👍${"x".repeat(37)}`, cut: 4 },
])("counts $cut characters cut off", ({ label, cut }) => {
  expect(charactersCutOff(label)).toBe(cut);
});
