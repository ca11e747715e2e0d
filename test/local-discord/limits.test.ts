import { expect, test } from "vitest";
import { checkCommandList, checkInteractionResponse, checkMessage } from "../../src/local-discord/limits.ts";

const allowed_mentions = { parse: [] };
const button = { type: 2, style: 2, label: "More", custom_id: "a" };

const optionA = { label: "A", value: "a" };

function menu(...options: readonly object[]): object {
  return { type: 3, custom_id: "m", options };
}

function message(given: object): object {
  return { content: "x", allowed_mentions, ...given };
}

function rowOf(...components: readonly object[]): object {
  return { type: 1, components };
}

test.for([
  { name: "a plain message", body: message({ content: "😀".repeat(2000) }) },
  {
    name: "a menu",
    body: message({ components: [rowOf(menu({ ...optionA, default: true }, { ...optionA, value: "b" }))] }),
  },
  {
    name: "a link",
    body: message({ components: [rowOf({ type: 2, style: 5, label: "Source", url: "https://a.example" })] }),
  },
  { name: "buttons", body: message({ components: [rowOf(button, { ...button, custom_id: "b" })] }) },
])("the local Discord takes $name", ({ body }) => {
  expect(checkMessage(body)).toEqual([]);
  expect(checkInteractionResponse({ type: 4, data: body })).toEqual([]);
});

test.for([
  { name: "2,001 characters", body: message({ content: "x".repeat(2001) }) },
  { name: "nothing but white space", body: message({ content: " \n" }) },
  { name: "a lone surrogate", body: message({ content: "a\uD800" }) },
  { name: "a message that does not say whom it may ping", body: { content: "x" } },
  { name: "a message that may ping", body: message({ allowed_mentions: { parse: ["users"] } }) },
  {
    name: "six rows",
    body: message({ components: Array.from({ length: 6 }, (_, i) => rowOf({ ...button, custom_id: `${i}` })) }),
  },
  {
    name: "six buttons in a row",
    body: message({ components: [rowOf(...Array.from({ length: 6 }, (_, i) => ({ ...button, custom_id: `${i}` })))] }),
  },
  { name: "a blank label", body: message({ components: [rowOf({ ...button, label: " " })] }) },
  { name: "a button that shows nothing", body: message({ components: [rowOf({ ...button, label: undefined })] }) },
  { name: "a button that does nothing", body: message({ components: [rowOf({ ...button, custom_id: undefined })] }) },
  { name: "a link that is a button", body: message({ components: [rowOf({ ...button, style: 5 })] }) },
  { name: "an option twice", body: message({ components: [rowOf(menu(optionA, optionA))] }) },
  {
    name: "two options chosen beforehand",
    body: message({
      components: [rowOf(menu({ ...optionA, default: true }, { ...optionA, value: "b", default: true }))],
    }),
  },
  { name: "a custom_id twice", body: message({ components: [rowOf(button, button)] }) },
  {
    name: "a custom_id of 101 characters",
    body: message({ components: [rowOf({ ...button, custom_id: "x".repeat(101) })] }),
  },
])("the local Discord refuses $name", ({ body }) => {
  expect(checkMessage(body)).not.toEqual([]);
  expect(checkInteractionResponse({ type: 4, data: body })).not.toEqual([]);
});

const command = { type: 1, name: "ask", description: "Ask" };
const option = { type: 3, name: "a", description: "A" };

test.for([
  { name: "a name in capitals", list: [{ ...command, name: "Ask" }] },
  { name: "a name with a space", list: [{ ...command, name: "ask me" }] },
  { name: "no description", list: [{ ...command, description: "" }] },
  { name: "a description of 101 characters", list: [{ ...command, description: "x".repeat(101) }] },
  { name: "a locale it does not know", list: [{ ...command, name_localizations: { zh: "问" } }] },
  { name: "a localized name with a space", list: [{ ...command, name_localizations: { "zh-CN": "提 问" } }] },
  {
    name: "26 options",
    list: [{ ...command, options: Array.from({ length: 26 }, (_, i) => ({ ...option, name: `a${i}` })) }],
  },
  {
    name: "required behind optional",
    list: [{ ...command, options: [option, { ...option, name: "b", required: true }] }],
  },
  { name: "a name twice", list: [command, command] },
  {
    name: "more than 8,000 characters in all, the longest localization counted",
    list: [
      {
        ...command,
        options: Array.from({ length: 25 }, (_, i) => ({
          ...option,
          name: `a${i}`,
          choices: Array.from({ length: 5 }, () => ({
            name: "x",
            value: "x",
            name_localizations: { fr: "x".repeat(70) },
          })),
        })),
      },
    ],
  },
])("the local Discord refuses a command with $name", ({ list }) => {
  expect(checkCommandList(list)).not.toEqual([]);
});

test("the local Discord takes a command with localizations", () => {
  expect(checkCommandList([{ ...command, name_localizations: { "zh-CN": "提问" }, options: [option] }])).toEqual([]);
});
