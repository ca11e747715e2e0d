import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { createLightArticle, headOf } from "../../src/indexes/light-article.ts";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { NotLoaded } from "../../src/text/not-loaded.ts";
import { parseChecked } from "../support/parse.ts";

const tea = parseChecked("# Tea\n\nTea comes from China. It is hot.\n\nGreen tea is green.\n");
const at = [{ kind: "page", label: "1", start: 0 }] as const;

describe("createLightArticle", () => {
  test.for<{ readonly what: string; readonly whole: Article }>([
    { what: "an article", whole: tea },
    { what: "one with pages", whole: { ...tea, landmarks: at } },
  ])("is to the reader the same as $what", ({ whole }) => {
    const { article } = lighten(whole);
    expect(article).toEqual(whole);
    expect("landmarks" in article).toBe("landmarks" in whole);
  });

  test("opens nothing for what its head tells, and the rest once", () => {
    const { article, opened } = lighten(tea);
    expect([article.id, article.title, article.version, opened()]).toEqual([tea.id, tea.title, tea.version, 0]);
    expect([article.text, article.sections === article.sections, opened()]).toEqual([tea.text, true, 1]);
  });

  test("has passages of its own that stay the same while it is open", () => {
    const { article, passages } = lighten(tea);
    const first = passages();
    expect(first).toEqual(passagesOf(tea));
    expect(first.every((passage) => passage.article === article)).toBe(true);
    expect(passages()).toBe(first);
  });

  test("is opened anew where its memory was needed", () => {
    const budget = createMemoryBudget(1, (act) => act());
    const { article, passages, opened } = lighten(tea, budget);
    const first = passages();
    budget.hold(1, () => {});
    expect(passages()).not.toBe(first);
    expect([article.text, opened()]).toEqual([tea.text, 2]);
  });

  test("passes on that it has to be brought first", () => {
    let isThere = false;
    const open = (): Article => {
      if (!isThere) throw new NotLoaded(() => Promise.resolve());
      return tea;
    };
    const { article } = createLightArticle({ head: headOf(tea), open, budget: createMemoryBudget(1000) });
    expect(() => article.text).toThrow(NotLoaded);
    isThere = true;
    expect(article.text).toBe(tea.text);
  });
});

function lighten(whole: Article, budget = createMemoryBudget(1_000_000)) {
  let count = 0;
  const open = (): Article => {
    count += 1;
    return whole;
  };
  return { ...createLightArticle({ head: headOf(whole), open, budget }), opened: () => count };
}
