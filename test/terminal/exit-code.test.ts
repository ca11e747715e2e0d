import { expect, test } from "vitest";
import { exitCodeFor } from "../../src/terminal/exit-code.ts";

test.for([
  { name: "no answer", kinds: [], code: 0 },
  { name: "an answer", kinds: ["quotes"], code: 0 },
  { name: "a declined question", kinds: ["declined"], code: 1 },
  { name: "an unsure answer", kinds: ["unsure"], code: 3 },
  { name: "an unsure one among others", kinds: ["quotes", "unsure"], code: 3 },
  { name: "a declined one among others", kinds: ["unsure", "quotes", "declined"], code: 1 },
] as const)("leaves after $name with $code", ({ kinds, code }) => {
  expect(exitCodeFor(new Set(kinds))).toBe(code);
});
