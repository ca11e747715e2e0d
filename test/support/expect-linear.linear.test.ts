import { expect, test } from "vitest";
import { expectLinear } from "./expect-linear.ts";
import { countWork } from "./work/count-work.ts";

/** Each does something to or with a text of so many characters. */
const linear: Readonly<Record<string, (size: number) => unknown>> = {
  "a loop": (size) => {
    let sum = 0;
    for (let step = 0; step < size; step += 1) sum = (sum + Math.sqrt(step)) % 1000;
    return sum;
  },
  "a text put together": (size) => Array.from({ length: size }, (_, at) => `${at % 10}`).join(""),
  "a text built up and read once": (size) => {
    let text = "";
    for (let at = 0; at < size; at += 1) text += "ab";
    return text.charCodeAt(size);
  },
  "a list built up": (size) => {
    const list: number[] = [];
    for (let at = 0; at < size; at += 1) list.push(at);
    return list;
  },
  "searches that go on where the last one found": (size) => {
    const text = "a,".repeat(size);
    let found = 0;
    for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) found += 1;
    return found;
  },
  "all matches of a pattern": (size) => [..."a,".repeat(size).matchAll(/,/gu)].length,
  "a text in parts": (size) => "a,".repeat(size).split(/,/u).length,
};
const quadratic: typeof linear = {
  "a loop in a loop": (size) => {
    let sum = 0;
    for (let outer = 0; outer < size; outer += 1) for (let inner = 0; inner < outer; inner += 1) sum += inner;
    return sum;
  },
  "a call in a loop that goes through everything": (size) => {
    const list = Array.from({ length: size }, (_, at) => at);
    return list.filter((one) => list.some((other) => other === one + size)).length;
  },
  "a text built up and read each time": (size) => {
    let [text, sum] = ["", 0];
    for (let at = 0; at < size; at += 1) {
      text += "ab";
      sum += text.charCodeAt(at);
    }
    return sum;
  },
  "a list copied each time": (size) => {
    let list: readonly number[] = [];
    for (let at = 0; at < size; at += 1) list = [...list, at];
    return list;
  },
  "a text searched from its beginning each time": (size) => {
    const text = "ab".repeat(size);
    let found = 0;
    for (let at = 0; at < size; at += 1) if (text.includes("c")) found += 1;
    return found;
  },
  "a list searched from its beginning each time": (size) => {
    const list = Array.from({ length: size }, (_, at) => at);
    return list.filter((one, at) => list.indexOf(one) !== at).length;
  },
  "a pattern that is looked for to the end from each place": (size) => {
    const [text, pattern] = ["ab".repeat(size), /c/gu];
    let found = 0;
    for (let at = 0; at < size; at += 1) {
      pattern.lastIndex = at;
      if (pattern.test(text)) found += 1;
    }
    return found;
  },
  "a list taken from and put together again": (size) => {
    const list = Array.from({ length: size }, (_, at) => at);
    for (let at = 0; at < size; at += 1) list.splice(at, 1, at + 1);
    return list;
  },
};

test.for(Object.entries(linear))("lets %s pass", ([, run]) => {
  expectLinear(4000, run);
});

test.for(Object.entries(quadratic))("finds %s", ([, run]) => {
  expect(() => expectLinear(4000, run)).toThrow(/expected '(?:blocks|scanned|bytes): \d+ → /u);
});

test("counts what is run", () => {
  expect(countWork(() => linear["a loop"]?.(1000)).blocks).toBeGreaterThan(1000);
  expect(countWork(() => "ab".repeat(500).indexOf("c")).scanned).toBe(1000);
  expect(countWork(() => Array.from({ length: 50_000 }, () => 1.5)).bytes).toBeGreaterThan(400_000);
});

test("puts back what it watches", () => {
  const before: unknown = Reflect.get(String.prototype, "indexOf");
  expect(() =>
    countWork(() => {
      throw new Error("broken");
    }),
  ).toThrow("broken");
  expect(Reflect.get(String.prototype, "indexOf")).toBe(before);
});
