import { expect, test } from "vitest";
import { quotePlaced } from "../../src/render/found-pages.ts";
import { rememberPages } from "../../src/render/remember-pages.ts";
import { smallLibrary } from "../support/library.ts";

const pause = async () => {};

test("looks once for the same words in the same library", async () => {
  const find = rememberPages(pause);
  const [one, other] = [smallLibrary(), smallLibrary()];
  expect(find(one, "oxidised")).toBe(find(one, "oxidised"));
  expect(find(one, "oxidised", "tea")).not.toBe(find(one, "oxidised"));
  expect(await find(other, "oxidised")).not.toBe(await find(one, "oxidised"));
});

test("parts places into pages that are quoted as they are shown", async () => {
  const text = Array.from({ length: 12 }, (_, at) => `The lamp of room ${at} is lit. ${"Nobody reads. ".repeat(30)}`);
  const { pages, count, isAll } = await rememberPages(pause)(
    smallLibrary(`Tea\n\nLamps\n\n${text.join("\n\n")}\n`),
    "lamp",
  );
  expect([count, isAll, pages.length > 1]).toEqual([12, true, true]);
  expect(pages.flat().map((place) => quotePlaced(place)?.reference)).toEqual(
    Array.from({ length: 12 }, (_, at) => `§1 ¶${at + 1}:1`),
  );
});
