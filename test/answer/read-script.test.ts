import { expect, test } from "vitest";
import { question } from "../support/analyse.ts";

test.for([
  { name: "谷歌的股价上涨了多少?", language: "zh", script: "Hans" },
  { name: "谷歌的股價上漲了多少?", language: "zh", script: "Hant" },
  { name: "邊個係CEO?", language: "zh", script: "Hant" },
  { name: "Meta裁员了么?", language: "zh", script: "Hans" },
  { name: "水果多少", language: "zh", script: "Hans" },
  { name: "Gemini 是什么?", language: "zh", script: "Hans" },
  { name: "Meta與Gemini", language: "en", script: "Latn" },
  { name: "Who founded Meta?", language: "en", script: "Latn" },
  { name: "What does 手艺 mean in this article?", language: "en", script: "Latn" },
  { name: "ＷＨＯ　ｉｓ　ｉｔ？", language: "en", script: "Latn" },
  { name: "東京電力の株価はいくらですか", language: undefined, script: undefined },
  { name: "Кто основал Google?", language: undefined, script: undefined },
  { name: "من أسس الشركة؟", language: undefined, script: undefined },
  { name: "누가 회사를 설립했습니까?", language: undefined, script: undefined },
  { name: "2024", language: undefined, script: undefined },
  { name: "😀?!", language: undefined, script: undefined },
  { name: "", language: undefined, script: undefined },
])("$name is $language in $script", ({ name, ...expected }) => {
  const { language, script } = question(name);
  expect({ language, script }).toEqual(expected);
});
