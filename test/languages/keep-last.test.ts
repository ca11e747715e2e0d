import { expect, test } from "vitest";
import { keepLast } from "../../src/languages/keep-last.ts";

test.for([
  { name: "a key once", asked: ["a", "a", "a"], made: ["a"] },
  { name: "each key", asked: ["a", "b", "a", "b"], made: ["a", "b"] },
  { name: "what was crowded out anew", asked: ["a", "b", "c", "a"], made: ["a", "b", "c", "a"] },
  { name: "what was asked for again only once", asked: ["a", "b", "a", "c", "a"], made: ["a", "b", "c"] },
  {
    name: "a long key each time",
    asked: ["x".repeat(2001), "x".repeat(2001)],
    made: ["x".repeat(2001), "x".repeat(2001)],
  },
])("makes $name", ({ asked, made }) => {
  const list: string[] = [];
  const remembered = keepLast<string>(2);
  const make = (key: string) => () => {
    list.push(key);
    return key.toUpperCase();
  };
  expect(asked.map((key) => remembered(key, make(key)))).toEqual(asked.map((key) => key.toUpperCase()));
  expect(list).toEqual(made);
});

test("keeps that there is nothing, too", () => {
  let count = 0;
  const remembered = keepLast<undefined>(2);
  const make = () => void (count += 1);
  expect([remembered("a", make), remembered("a", make)]).toEqual([undefined, undefined]);
  expect(count).toBe(1);
});

test("keeps nothing that is large", () => {
  let count = 0;
  const remembered = keepLast<string>(2, (made) => made.length < 3);
  const make = (made: string) => () => {
    count += 1;
    return made;
  };
  expect(["a", "a", "b", "b"].map((key) => remembered(key, make(key === "a" ? "xx" : "xxx")))).toEqual([
    "xx",
    "xx",
    "xxx",
    "xxx",
  ]);
  expect(count).toBe(3);
});

test("keeps nothing of what fails", () => {
  const remembered = keepLast<string>(2);
  expect(() => remembered("a", fail)).toThrow("not now");
  expect(remembered("a", () => "made")).toBe("made");
});

function fail(): string {
  throw new Error("not now");
}
