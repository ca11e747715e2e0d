import { expect, test } from "vitest";
import { messageTexts } from "../../src/discord/message-texts.ts";

const display = (content: string) => ({ type: 10, content });

test.for([
  { name: "its own words", message: { content: " Why? " }, texts: ["Why?"] },
  {
    name: "a forwarded message with an embed",
    message: { content: "", message_snapshots: [{ message: { content: "Why?", embeds: [{ title: "Title" }] } }] },
    texts: ["Why?", "Title"],
  },
  {
    name: "an embed in the order of its parts",
    message: {
      content: "Look:",
      embeds: [
        {
          type: "rich",
          footer: { text: "foot" },
          fields: [{ name: "n", value: "v" }, { name: "m" }],
          description: "text",
          title: "title",
          author: { name: "author" },
        },
      ],
    },
    texts: ["Look:", "author", "title", "text", "n", "v", "m", "foot"],
  },
  {
    name: "no preview of a link",
    message: { content: "https://example.org", embeds: [{ type: "article", title: "Example" }] },
    texts: ["https://example.org"],
  },
  {
    name: "text displays wherever they stand, and what is said of pictures",
    message: {
      components: [
        display("one"),
        {
          type: 17,
          components: [
            { type: 9, components: [display("two")], accessory: { type: 11, description: "a gate" } },
            { type: 1, components: [{ type: 2, label: "Press", custom_id: "x" }] },
            { type: 12, items: [{ media: {}, description: "a lock" }] },
          ],
        },
        { type: 14 },
        display("three"),
      ],
    },
    texts: ["one", "two", "a gate", "a lock", "three"],
  },
  {
    name: "a poll's question, and what is said of files",
    message: { content: "", poll: { question: { text: "Tea?" } }, attachments: [{ description: "a cup" }, {}] },
    texts: ["Tea?", "a cup"],
  },
  { name: "nothing where there is nothing", message: {}, texts: [] },
  {
    name: "what is not odd",
    message: { content: 1, embeds: ["x", { title: 2, fields: "y" }, { title: "z" }], components: [null, 1], poll: 3 },
    texts: ["z"],
  },
  { name: "no message", message: "x", texts: [] },
] as const)("reads $name", ({ message, texts }) => expect(messageTexts(message)).toEqual(texts));

test("reads no more than there can be, whatever is sent", () => {
  const texts = messageTexts({ content: "a".repeat(50_000), embeds: [{ title: "b" }] });
  expect(texts.join("")).toHaveLength(12_000);
  let nested: object = display("deep");
  for (let depth = 0; depth < 1000; depth += 1) nested = { type: 17, components: [nested] };
  expect(messageTexts({ components: [nested] })).toEqual([]);
  expect(messageTexts({ components: Array.from({ length: 5000 }, () => display("x")) })).toHaveLength(100);
});
