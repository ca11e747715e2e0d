import { expect, test } from "vitest";
import { titleSubjects } from "../../src/search/title-subjects.ts";
import { analyse } from "../support/analyse.ts";

test.for([
  { title: "Meta与谷歌的广告之争", subjects: ["meta", "谷歌"] },
  { title: "猫和狗", subjects: ["猫", "狗"] },
  { title: "綠茶、紅茶與白茶", subjects: ["绿茶", "红茶", "白茶"] },
  { title: "Google vs. Meta", subjects: ["googl", "meta"] },
  { title: "Cats and dogs", subjects: ["cat", "dog"] },
  { title: "合租公约", subjects: [] },
  { title: "", subjects: [] },
])("$title", ({ title, subjects }) => {
  expect(titleSubjects(analyse(title)).toSorted()).toEqual(subjects.toSorted());
});
