import { expect, test } from "vitest";
import { NotLoaded, whenLoaded } from "../../src/text/not-loaded.ts";

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
  const away = () => {
    throw new NotLoaded(() => Promise.reject(new Error("away")));
  };
  await expect(whenLoaded(away)).rejects.toThrow("away");
});
