import { expect, test } from "vitest";
import { keepTexts, rememberTexts } from "../../src/text/remember-texts.ts";

function counted(most: number, longest = 10) {
  const made: string[] = [];
  const lengthOf = rememberTexts(
    (text) => {
      made.push(text);
      return text.length;
    },
    { most, longest },
  );
  return { lengthOf, made };
}

test("makes the same of a text once", () => {
  const { lengthOf, made } = counted(10);
  expect(["word", "word", "", "word", ""].map(lengthOf)).toEqual([4, 4, 0, 4, 0]);
  expect(made).toEqual(["word", ""]);
});

test("makes what belongs to a longer text anew each time", () => {
  const { lengthOf, made } = counted(10, 3);
  expect(["long", "long", "lon", "lon"].map(lengthOf)).toEqual([4, 4, 3, 3]);
  expect(made).toEqual(["long", "long", "lon"]);
});

test("keeps what is asked for again and again, whatever else is asked", () => {
  const { lengthOf, made } = counted(20);
  for (let at = 0; at < 1000; at += 1) {
    lengthOf("often");
    lengthOf(`once ${at}`);
  }
  expect(made.filter((text) => text === "often")).toHaveLength(1);
});

test("forgets what was not asked for since so many others", () => {
  const { lengthOf, made } = counted(20);
  for (let at = 0; at < 21; at += 1) lengthOf(`n${at}`);
  lengthOf("n20");
  lengthOf("n0");
  expect(made).toHaveLength(22);
  expect(made.at(-1)).toBe("n0");
});

test("knows pieces of a long text again", () => {
  const { lengthOf, made } = counted(10, 40);
  const text = "a sentence of some length, said twice. a sentence of some length, said twice.";
  expect([text.slice(0, 30), text.slice(39, 69)].map(lengthOf)).toEqual([30, 30]);
  expect(made).toHaveLength(1);
});

test.for([
  { name: "a text once", asked: ["a", "a", "a"], made: ["a"] },
  { name: "each text", asked: ["a", "b", "a", "b"], made: ["a", "b"] },
  { name: "what was crowded out anew", asked: ["a", "b", "c", "a"], made: ["a", "b", "c", "a"] },
  { name: "what was asked for again only once", asked: ["a", "b", "a", "c", "a"], made: ["a", "b", "c"] },
])("makes $name, however each is made", ({ asked, made }) => {
  const list: string[] = [];
  const keep = keepTexts<string>({ most: 2, longest: 10 });
  const make = (text: string) => {
    list.push(text);
    return text.toUpperCase();
  };
  expect(asked.map((text) => keep(text, () => make(text)))).toEqual(asked.map((text) => text.toUpperCase()));
  expect(list).toEqual(made);
});

test("keeps that there is nothing, too", () => {
  const made: string[] = [];
  const look = rememberTexts((text) => void made.push(text), { most: 2, longest: 10 });
  expect([look("a"), look("a")]).toEqual([undefined, undefined]);
  expect(made).toEqual(["a"]);
});

test("keeps nothing that is large", () => {
  const made: string[] = [];
  const keep = keepTexts<string>({ most: 4, longest: 10, isSmall: ({ length }) => length < 3 });
  const make = (text: string) => {
    made.push(text);
    return text === "small" ? "xx" : "xxx";
  };
  for (const text of ["small", "small", "large", "large"]) keep(text, make);
  expect(made).toEqual(["small", "large", "large"]);
});

test("keeps nothing of what fails", () => {
  const keep = keepTexts<string>({ most: 2, longest: 10 });
  expect(() => keep("a", fail)).toThrow("not now");
  expect(keep("a", () => "made")).toBe("made");
});

function fail(): string {
  throw new Error("not now");
}
