import { expect, test } from "vitest";
import type { LandmarkRange } from "../../src/article/landmarks.ts";
import type { Locale } from "../../src/render/locale.ts";
import { placeWords } from "../../src/render/place-words.ts";
import { words } from "../../src/render/words/all.ts";

const range = (kind: LandmarkRange["kind"], first: string, last = first): LandmarkRange => ({ kind, first, last });

test.for<{ name: string; landmarks: readonly LandmarkRange[]; said: Readonly<Record<Locale, string>> }>([
  { name: "nothing", landmarks: [], said: { en: "§1", "zh-CN": "§1", "zh-TW": "§1" } },
  {
    name: "a page",
    landmarks: [range("page", "12")],
    said: { en: "§1 (p. 12)", "zh-CN": "§1（第 12 页）", "zh-TW": "§1（第 12 頁）" },
  },
  {
    name: "pages",
    landmarks: [range("page", "xii", "3")],
    said: { en: "§1 (pp. xii–3)", "zh-CN": "§1（第 xii–3 页）", "zh-TW": "§1（第 xii–3 頁）" },
  },
  {
    name: "chapters",
    landmarks: [range("chapter", "3", "4")],
    said: { en: "§1 (chs. 3–4)", "zh-CN": "§1（第 3–4 章）", "zh-TW": "§1（第 3–4 章）" },
  },
  {
    name: "a chapter and a page",
    landmarks: [range("chapter", "3"), range("page", "12")],
    said: { en: "§1 (ch. 3, p. 12)", "zh-CN": "§1（第 3 章，第 12 页）", "zh-TW": "§1（第 3 章，第 12 頁）" },
  },
  {
    name: "a chapter that has a heading alone",
    landmarks: [range("chapter", "The\nTea Road")],
    said: { en: "§1 (The Tea Road)", "zh-CN": "§1（The Tea Road）", "zh-TW": "§1（The Tea Road）" },
  },
  {
    name: "the time at which it begins",
    landmarks: [range("time", "0:14:02", "0:14:08")],
    said: { en: "§1 (0:14:02)", "zh-CN": "§1（0:14:02）", "zh-TW": "§1（0:14:02）" },
  },
])("says $name", ({ landmarks, said }) => {
  const all = Object.entries(words).map(([locale, say]) => [locale, placeWords("§1", landmarks, say)]);
  expect(Object.fromEntries(all)).toEqual(said);
});
