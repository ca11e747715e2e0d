import { expect, test } from "vitest";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import { copyMessage } from "../../src/render/copy-message.ts";
import { companionOf, oneParagraph, quoteOf, shelf } from "./answers.ts";

const article = oneParagraph("When? At *noon*. It is so. Never on Mondays.", { source: {} });
const source = "— One, §0 ¶1:1 · version 01234567";

test.for([
  { name: "alone", companions: [], shown: ["At *noon*."] },
  {
    name: "with what must be read with it",
    companions: [companionOf(article, "question", "When?"), companionOf(article, "exception", "Never on Mondays.")],
    shown: ["When?", "At *noon*.", "…", "Never on Mondays."],
  },
])("gives a quote $name", ({ companions, shown }) => {
  const reply = copyMessage([quoteOf(article, "At *noon*.", { companions })], shelf(article), "en");
  expect(reply.content).toBe(["```", ...shown, source, "```"].join("\n"));
  expect(reply.quotes).toHaveLength(companions.length + 1);
  expect(() => assertQuotes(reply, shelf(article))).not.toThrow();
});

test("leaves a quote out whose companions have no room", () => {
  const long = oneParagraph(`It rose. ${"c".repeat(1990)}.`, { source: {} });
  const companions = [companionOf(long, "exception", `${"c".repeat(1990)}.`)];
  const reply = copyMessage([quoteOf(long, "It rose.", { companions })], shelf(long), "en");
  expect(reply).toMatchObject({ quotes: [], content: expect.stringContaining("left out whole") });
});
