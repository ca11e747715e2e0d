import { expect, test } from "vitest";
import { rememberSuggestions } from "../../src/answer/remember-suggestions.ts";
import { smallLibrary } from "../support/library.ts";

test("makes no suggestion while somebody waits, and has them afterwards", async () => {
  const library = smallLibrary();
  const { suggest, prepare } = rememberSuggestions(async () => {});
  expect(suggest(library, "tea")).toBe(undefined);
  expect(suggest(library)).toBe(undefined);
  await prepare(library, "tea");
  expect(suggest(library, "tea")?.length).toBeGreaterThan(0);
  expect(suggest(library)).toEqual(suggest(library, "tea"));
});

test("has none of an article that is not there", () => {
  expect(rememberSuggestions(async () => {}).suggest(smallLibrary(), "coffee")).toEqual([]);
});
