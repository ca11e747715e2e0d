import { expect, test } from "vitest";
import {
  checkCommandList,
  checkFiles,
  checkInteractionResponse,
  checkMessage,
} from "../../src/local-discord/limits.ts";

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
const subcommand = { type: 1, name: "add", description: "Add" };
const group = { type: 2, name: "forum", description: "Forum", options: [subcommand] };

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
  { name: "an option of no type", list: [{ ...command, options: [{ name: "a", description: "A" }] }] },
  { name: "a value beside a subcommand", list: [{ ...command, options: [subcommand, option] }] },
  { name: "a subcommand in a subcommand", list: [{ ...command, options: [{ ...subcommand, options: [subcommand] }] }] },
  { name: "a group in a group", list: [{ ...command, options: [{ ...group, options: [group] }] }] },
  { name: "a group of nothing", list: [{ ...command, options: [{ ...group, options: [] }] }] },
  { name: "a subcommand twice", list: [{ ...command, options: [subcommand, subcommand] }] },
  {
    name: "26 subcommands",
    list: [{ ...command, options: Array.from({ length: 26 }, (_, i) => ({ ...subcommand, name: `a${i}` })) }],
  },
  { name: "options in a value", list: [{ ...command, options: [{ ...option, options: [option] }] }] },
  {
    name: "a file that is completed while it is typed",
    list: [{ ...command, options: [{ ...option, type: 11, autocomplete: true }] }],
  },
  {
    name: "choices that are completed too",
    list: [{ ...command, options: [{ ...option, autocomplete: true, choices: [{ name: "x", value: "x" }] }] }],
  },
  { name: "kinds of channels for words", list: [{ ...command, options: [{ ...option, channel_types: [0] }] }] },
  {
    name: "a kind of channel that there is not",
    list: [{ ...command, options: [{ ...option, type: 7, channel_types: [6] }] }],
  },
  { name: "permissions that are no bits", list: [{ ...command, default_member_permissions: "ManageGuild" }] },
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

test.for([
  { name: "localizations", given: { name_localizations: { "zh-CN": "提问" }, options: [option] } },
  {
    name: "options of every kind",
    given: {
      options: [3, 4, 5, 6, 7, 8, 9, 10, 11].map((type) => ({ ...option, type, name: `a${type}` })),
      default_member_permissions: "32",
    },
  },
  {
    name: "subcommands and a group of them",
    given: {
      options: [
        {
          ...subcommand,
          options: [
            { ...option, type: 11, required: true },
            { ...option, name: "b", autocomplete: true },
          ],
        },
        group,
        { ...subcommand, name: "scope", options: [{ ...option, type: 7, channel_types: [0, 4] }] },
      ],
    },
  },
])("the local Discord takes a command with $name", ({ given }) => {
  expect(checkCommandList([{ ...command, ...given }])).toEqual([]);
});

test("the local Discord counts what stands in subcommands", () => {
  const choices = Array.from({ length: 25 }, (_, i) => ({ name: `${i}`.padEnd(60, "x"), value: `${i}` }));
  const options = [0, 1, 2, 3, 4].map((n) => ({ ...subcommand, name: `a${n}`, options: [{ ...option, choices }] }));
  expect(checkCommandList([{ ...command, options }])).toEqual([]);
  const more = { ...subcommand, name: "more", options: [{ ...option, choices }] };
  expect(checkCommandList([{ ...command, options: [...options, more] }])).toEqual([
    "0: holds more than 8,000 characters",
  ]);
});

const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
const file = { id: "0", name: "a.txt", bytes: megabytes(1) };

test.for([
  { name: "that it names", files: [file], problems: [] },
  {
    name: "that it does not name",
    files: [{ ...file, id: "7" }],
    problems: ["files: a.txt is not among the attachments"],
  },
  { name: "of 11 MiB", files: [{ ...file, bytes: megabytes(11) }], problems: ["files: one is larger than 10 MiB"] },
  {
    name: "of 30 MiB in all",
    files: ["0", "1", "2"].map((id) => ({ ...file, id, bytes: megabytes(10) })),
    problems: ["files: are larger than 25 MiB"],
  },
  {
    name: "more than ten",
    files: Array.from({ length: 11 }, (_, i) => ({ ...file, id: String(i % 3) })),
    problems: ["files: are more than 10"],
  },
])("the local Discord checks a message's files: $name", ({ files, problems }) => {
  expect(checkFiles(files, { attachments: [{ id: "0" }, { id: "1" }, { id: "2" }] })).toEqual(problems);
});
