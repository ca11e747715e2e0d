import { expect, test } from "vitest";
import { loadTogether, NotLoaded, whenLoaded } from "../../src/text/not-loaded.ts";

test("asks again once what lacked is there", async () => {
  const there = new Set<string>();
  const need = (name: string): void => {
    if (there.has(name)) return;
    throw new NotLoaded(async () => void there.add(name));
  };
  const asked = () => {
    need("words");
    need("articles");
    return "answer";
  };
  expect(await whenLoaded(asked)).toBe("answer");
  expect([...there]).toEqual(["words", "articles"]);
});

test("gives up where something lacks again and again", async () => {
  let rounds = 0;
  const never = () => {
    rounds += 1;
    throw new NotLoaded(async () => {});
  };
  await expect(whenLoaded(never)).rejects.toThrow(NotLoaded);
  expect(rounds).toBe(12);
});

test("hands on what loading throws", async () => {
  await expect(whenLoaded(lackForEver)).rejects.toThrow("away");
});

function lackForEver(): never {
  throw new NotLoaded(() => Promise.reject(new Error("away")));
}

test("loads all that several things lack at once", async () => {
  const there = new Set<string>();
  const rounds: string[][] = [];
  const needed = (name: string) => (): string => {
    if (there.has(name)) return name;
    throw new NotLoaded(async () => void there.add(name));
  };
  const asked = () => {
    rounds.push([...there]);
    return loadTogether([needed("words"), needed("articles"), () => "nothing"]);
  };
  expect(await whenLoaded(asked)).toEqual(["words", "articles", "nothing"]);
  expect(rounds).toEqual([[], ["words", "articles"]]);
});

test("does not hide what goes wrong behind what lacks", () => {
  expect(() => loadTogether([lackForEver, fail])).toThrow("wrong");
});

function fail(): never {
  throw new RangeError("wrong");
}
