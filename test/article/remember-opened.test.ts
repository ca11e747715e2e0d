import { expect, test } from "vitest";
import { rememberOpened, rememberOpenedSteps } from "../../src/article/remember-opened.ts";
import { NotLoaded } from "../../src/text/not-loaded.ts";
import { parseChecked } from "../support/parse.ts";

const article = parseChecked("茶在杭州。");

test("makes it once, anew where the sections are others, and another for an article that shares them", () => {
  const titleOf = rememberOpened(({ title }) => ({ title }));
  expect(titleOf(article)).toBe(titleOf(article));
  const renamed = { ...article, title: "Tea" };
  expect(titleOf(renamed)).toEqual({ title: "Tea" });
  expect(titleOf(renamed)).toBe(titleOf(renamed));
  let sections = article.sections;
  const reopened = {
    ...article,
    get sections() {
      return sections;
    },
  };
  const first = titleOf(reopened);
  expect(titleOf(reopened)).toBe(first);
  sections = [...sections];
  expect(titleOf(reopened)).not.toBe(first);
});

test("loads what is far, and gives what was made of it even where that is far again by then", async () => {
  let near = 0;
  const far = {
    ...article,
    get sections() {
      if (near === 0) throw new NotLoaded(async () => void (near = 2));
      near -= 1;
      return article.sections;
    },
  };
  const made = rememberOpenedSteps(function* ({ sections }) {
    yield undefined;
    return sections.length;
  });
  expect(await made.gently(far, async () => void (near = 0))).toBe(article.sections.length);
});
