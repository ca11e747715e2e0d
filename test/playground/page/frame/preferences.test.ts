import { expect, test, vi } from "vitest";
import {
  clampShare,
  loadPreferences,
  preferenceWriter,
  preferredLocale,
  readPreferences,
  themeFor,
  type Keeper,
} from "../../../../src/playground/page/frame/preferences.ts";

const preferences = {
  locale: "zh-TW",
  themeChoice: "light",
  standing: "member",
  isSourceOpen: false,
  sourceShare: 30,
} as const;

function forbidden(): never {
  throw new Error("storage is forbidden");
}

test.for([
  ["{}", {}],
  ["null", {}],
  ['"text"', {}],
  [JSON.stringify(preferences), preferences],
  ['{"locale":"fr","themeChoice":"pink","isSourceOpen":1,"sourceShare":"30"}', {}],
  ['{"sourceShare":900,"more":1}', { sourceShare: 60 }],
] as const)("reads %s", ([text, read]) => {
  expect(readPreferences(text)).toEqual(read);
});

test("loads what was written, and writes it once", () => {
  const kept = new Map<string, string>();
  const setItem = vi.fn<Keeper["setItem"]>((key, value) => void kept.set(key, value));
  const keeper = () => ({ getItem: (key: string) => kept.get(key) ?? null, setItem });
  const write = preferenceWriter(keeper);
  write({ ...preferences });
  write({ ...preferences });
  expect(setItem).toHaveBeenCalledTimes(1);
  expect(loadPreferences(keeper)).toEqual(preferences);
});

test("does without a place to keep things", () => {
  expect(loadPreferences(forbidden)).toEqual({});
  expect(() => preferenceWriter(forbidden)(preferences)).not.toThrow();
});

test("does without what cannot be read", () => {
  expect(loadPreferences(() => ({ getItem: () => "{", setItem: forbidden }))).toEqual({});
});

test.for([
  [["zh-TW"], "zh-TW"],
  [["zh-Hant-HK"], "zh-TW"],
  [["zh-HK"], "zh-TW"],
  [["zh"], "zh-CN"],
  [["zh-Hans-SG", "en"], "zh-CN"],
  [["en-GB", "zh-CN"], "en"],
  [["fr", "zh-CN"], "zh-CN"],
  [[], "en"],
] as const)("prefers for %o %s", ([languages, locale]) => {
  expect(preferredLocale(languages)).toBe(locale);
});

test.for([
  ["dark", true, "dark"],
  ["light", false, "light"],
  ["system", true, "light"],
  ["system", false, "dark"],
] as const)("shows for the theme %s where light is preferred (%s) %s", ([choice, prefersLight, theme]) => {
  expect(themeFor(choice, prefersLight)).toBe(theme);
});

test.for([
  [10, 20],
  [33.4, 33],
  [99, 60],
  [Number.NaN, 34],
])("keeps a share of %d at %d", ([share, kept]) => {
  expect(clampShare(share ?? 0)).toBe(kept);
});
