import { expect, test } from "vitest";
import { createExpiringMap } from "../../src/admission/expiring-map.ts";

function start(limit = 10) {
  let time = 0;
  const map = createExpiringMap<string>({ lifetime: 100, limit, now: () => time });
  return { map, at: (now: number) => void (time = now) };
}

test("forgets a value when its time is up", () => {
  const { map, at } = start();
  map.set("a", "one");
  at(99);
  expect(map.get("a")).toBe("one");
  at(100);
  expect(map.get("a")).toBeUndefined();
});

test("a change ends when what it changes would have ended; nothing is made by it", () => {
  const { map, at } = start();
  map.set("a", "one");
  at(50);
  map.change("a", "two");
  map.change("b", "two");
  expect([map.get("a"), map.get("b")]).toEqual(["two", undefined]);
  at(100);
  expect(map.get("a")).toBeUndefined();
});

test("keeps no more than its limit, and nothing whose time is up", () => {
  const { map, at } = start(3);
  for (const key of ["a", "b", "c", "d"]) map.set(key, key);
  expect([map.size, map.get("a"), map.get("d")]).toEqual([3, undefined, "d"]);
  at(200);
  map.set("e", "e");
  expect(map.size).toBe(1);
});
