import { expect, test } from "vitest";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { ShownPart } from "../../src/text/shown-part.ts";
import { cutVerbatim } from "../../src/text/verbatim.ts";
import { oneParagraph, quoteOf, shelf } from "./answers.ts";

const article = oneParagraph("It rose. Then\r\nit fell.");
const quote = quoteOf(article, "Then\r\nit fell.");

function reply(content: string, given: Partial<typeof quote> = {}): MessageReply {
  return { kind: "message", content, private: false, quotes: [{ ...quote, ...given }] };
}

function part(start: number, end: number, before: ShownPart["before"] = ""): ShownPart {
  const span = { start, end };
  return { span, text: cutVerbatim(article.text, span), before };
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
  { name: "no part at all", reply: reply("> Then\n> it fell.", { shown: [] }), message: "can be seen at 9–23" },
  {
    name: "a part that is left out",
    reply: reply("> it fell.", { shown: [part(15, 23)] }),
    message: "can be seen at 9–15",
  },
  {
    name: "parts in another order",
    reply: reply("> it fell.\n> Then", { shown: [part(15, 23), part(9, 13, "\n")] }),
    message: "shown part 9–13 is out of place",
  },
  {
    name: "a part twice",
    reply: reply("> Then\n> Then\n> it fell.", { shown: [part(9, 13), part(9, 13, "\n"), part(15, 23, "\n")] }),
    message: "shown part 9–13 is out of place",
  },
  {
    name: "a part from outside",
    reply: reply("> rose. Then it fell.", { shown: [part(3, 23)] }),
    message: "shown part 3–23 is out of place",
  },
  {
    name: "a part that is no slice",
    reply: reply("> Now\n> it fell.", { shown: [{ ...part(0, 2), span: { start: 9, end: 13 } }, part(15, 23, "\n")] }),
    message: "differs from the source at 9–13",
  },
  {
    name: "a space that the article lacks",
    reply: reply("> Th en\n> it fell.", { shown: [part(9, 11), part(11, 23, " ")] }),
    message: "nothing parts what is shown at 11–23",
  },
  {
    name: "parts with something between them",
    reply: reply("> Then, of course,\n> it fell.", { shown: [part(9, 13), part(15, 23, "\n")] }),
    message: "does not show the quote at 9–23",
  },
  { name: "an unknown article", reply: reply("", { article: "two" }), message: "unknown article: two" },
])("stops $name", ({ reply: wrong, message }) => {
  expect(() => assertQuotes(wrong, shelf(article))).toThrow(message);
});
