import { expect, test } from "vitest";
import { quotePlaced } from "../../src/render/found-pages.ts";
import { rememberPages } from "../../src/render/remember-pages.ts";
import { smallLibrary } from "../support/library.ts";

const options = { pause: async () => {}, now: () => 0 };

test("looks once for the same words in the same library", async () => {
  const find = rememberPages(options);
  const [one, other] = [smallLibrary(), smallLibrary()];
  expect(find(one, "oxidised")).toBe(find(one, "oxidised"));
  expect(find(one, "oxidised", "tea")).not.toBe(find(one, "oxidised"));
  expect(await find(other, "oxidised")).not.toBe(await find(one, "oxidised"));
});

test("parts places into pages that are quoted as they are shown", async () => {
  const text = Array.from({ length: 12 }, (_, at) => `The lamp of room ${at} is lit. ${"Nobody reads. ".repeat(30)}`);
  const found = await rememberPages(options)(smallLibrary(`Tea\n\nLamps\n\n${text.join("\n\n")}\n`), "lamp");
  expect([found?.count, found?.isAll, (found?.pages.length ?? 0) > 1]).toEqual([12, true, true]);
  expect(found?.pages.flat().map((place) => quotePlaced(place)?.reference)).toEqual(
    Array.from({ length: 12 }, (_, at) => `§1 ¶${at + 1}:1`),
  );
});

test("looks for one after the other, and for none that waited too long, until it is asked for again", async () => {
  let time = 0;
  const find = rememberPages({ pause: async () => void (time += 1000), now: () => time });
  const library = smallLibrary();
  const all = await Promise.all(["oxidised", "tea", "Yunnan"].map((words) => find(library, words)));
  expect(all.map((found) => found !== undefined)).toEqual([true, false, false]);
  expect((await find(library, "Yunnan"))?.count).toBe(1);
});
