import { expect, test } from "vitest";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { oneParagraph, quoteOf, shelf } from "./answers.ts";

const article = oneParagraph("It rose. Then\r\nit fell.");
const quote = quoteOf(article, "Then\r\nit fell.");

function reply(content: string, given: Partial<typeof quote> = {}): MessageReply {
  return { kind: "message", content, private: false, quotes: [{ ...quote, ...given }] };
}

test("passes a message that shows its quote", () => {
  expect(() => assertQuotes(reply("> **Then**\n> it fell.\n-# x"), shelf(article))).not.toThrow();
});

test("checks every piece that is shown with a quote", () => {
  const both = { ...reply("> It rose.\n…\n> Then\n> it fell."), quotes: [quoteOf(article, "It rose."), quote] };
  expect(() => assertQuotes(both, shelf(article))).not.toThrow();
  expect(() => assertQuotes({ ...both, content: "> Then\n> it fell." }, shelf(article))).toThrow("quote at 0–8");
});

test.for([
  { name: "a changed word", reply: reply("> Then\n> it rose."), message: "does not show the quote at 9–23" },
  { name: "a moved span", reply: reply("> Then\n> it fell.", { span: { start: 0, end: 8 } }), message: "differs" },
  { name: "an unknown article", reply: reply("", { article: "two" }), message: "unknown article: two" },
])("stops $name", ({ reply: wrong, message }) => {
  expect(() => assertQuotes(wrong, shelf(article))).toThrow(message);
});
