import { expect, test } from "vitest";
import { markdown } from "../../../../src/article/formats/markdown.ts";
import { articleFor } from "../../../../src/playground/page/chat/fitting-language.ts";
import { quoteToCheck } from "../../../../src/playground/page/chat/quote-to-check.ts";
import { parseChecked } from "../../../support/parse.ts";

const heading = "# Harbour\n\n## Notes\n\n";

test.for([
  ["The ferry takes 40 passengers and two bicycles.", "The ferry takes 41 passengers and two bicycles."],
  ["The **ferry** takes 999 passengers and [two](x.md) bicycles.", "The ferry takes 1000 passengers and two bicycles."],
  ["It was built in 1876, when 30 people lived here.", "It was built in 1877, when 30 people lived here."],
  ["The last ferry leaves at 22:40 on all days of the week.", undefined],
  ["The water is 3.5 metres deep in front of the quay.", undefined],
  ["The vessel MS-12 and the B52 have been sold to somebody.", undefined],
  ["Nobody knows how many people lived here at that time.", undefined],
  ["Only 3.", undefined],
])("makes of %j the quote %j", ([text, quote]) => {
  expect(quoteToCheck(parseChecked(`${heading}${text}\n`, { format: markdown }))).toBe(quote);
});

test("takes the first sentence that can be read at a glance, in Chinese too", () => {
  const article = parseChecked("小报\n\n首段开头\n\n只有3个。渡船每天最多能载40位乘客和他们的自行车。\n");
  expect(quoteToCheck(article)).toBe("渡船每天最多能载41位乘客和他们的自行车。");
});

test.for([
  ["en", "b"],
  ["zh-CN", "a"],
  ["zh-TW", "a"],
] as const)("finds the article for a reader of %s", ([locale, id]) => {
  const articles = [
    { id: "a", language: "zh" },
    { id: "b", language: "en" },
  ];
  expect(articleFor(articles, locale)?.id).toBe(id);
  expect(articleFor(articles.slice(0, 1), locale)?.id).toBe("a");
  expect(articleFor([], locale)).toBeUndefined();
});
