import { expect, test } from "vitest";
import {
  composeCommand,
  composeTyping,
  focusedIn,
  pathOf,
} from "../../../../src/playground/page/box/compose-command.ts";
import { beginCommand } from "../../../../src/playground/page/box/draft.ts";
import { optionsOf } from "../../../../src/playground/page/box/command-options.ts";
import { problemOf, sentOptions } from "../../../../src/playground/page/box/option-values.ts";
import { pageCommands, usableCommands } from "../../../../src/playground/page/box/page-commands.ts";
import { parseLine } from "../../../../src/playground/page/box/parse-line.ts";
import { wantedFile } from "../../../../src/playground/page/files/watch-drops.ts";
import type { CommandDraft, GivenValue } from "../../../../src/playground/page/state.ts";
import type { RegisteredCommand } from "../../../../src/playground/wire.ts";

const declared: readonly RegisteredCommand[] = [
  {
    id: "1",
    type: 1,
    name: "library",
    name_localizations: { "zh-CN": "文库" },
    description: "Tends articles",
    default_member_permissions: "32",
    contexts: [0],
    options: [
      {
        type: 1,
        name: "add",
        name_localizations: { "zh-CN": "添加" },
        description: "Adds a file",
        options: [
          { type: 11, name: "file", required: true },
          { type: 3, name: "id", autocomplete: true },
        ],
      },
      {
        type: 2,
        name: "scope",
        description: "Scopes",
        options: [
          {
            type: 1,
            name: "set",
            description: "Sets a scope",
            options: [
              { type: 7, name: "channel", channel_types: [0] },
              { type: 8, name: "role" },
              { type: 4, name: "count", min_value: 1, max_value: 5 },
            ],
          },
        ],
      },
    ],
  },
  {
    id: "2",
    name: "ask",
    description: "Asks",
    contexts: [0, 1, 2],
    options: [{ type: 3, name: "question", required: true }],
  },
];

const world = {
  channels: [
    { id: "10", type: 0, name: "general" },
    { id: "11", type: 4, name: "Rooms" },
    { id: "12", type: 1 },
  ],
  roles: [{ id: "20", name: "Teachers" }],
};
const commands = pageCommands(declared, world);
const [add, set, ask] = commands;
if (!add || !set || !ask) throw new Error("three commands are expected");

function filled(command: RegisteredCommand, values: Readonly<Record<string, GivenValue>>): CommandDraft {
  return beginCommand(command, values);
}

const file = { id: "900", filename: "rules.md", size: 12, url: "http://127.0.0.1:1/attachments/900/rules.md" };

test("lists each subcommand by itself, in every language", () => {
  expect(commands.map(({ name, path, description }) => ({ name, path, description }))).toEqual([
    { name: "library add", path: ["library", "add"], description: "Adds a file" },
    { name: "library scope set", path: ["library", "scope", "set"], description: "Sets a scope" },
    { name: "ask", path: undefined, description: "Asks" },
  ]);
  expect(add.name_localizations).toEqual({ en: "library add", "zh-CN": "文库 添加", "zh-TW": "library add" });
});

test("lists the same when a channel is added, with that channel", () => {
  const more = { ...world, channels: [...world.channels, { id: "13", type: 0, name: "rules" }] };
  expect(pageCommands(commands, more).map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
  expect(optionsOf(pageCommands(commands, more)[1] ?? ask)[0]?.choices.map(({ name }) => name)).toEqual([
    "#general",
    "#rules",
  ]);
});

test.for([
  {
    who: "somebody who runs the server",
    permissions: 32n,
    isDirect: false,
    names: ["library add", "library scope set", "ask"],
  },
  { who: "a member", permissions: 0n, isDirect: false, names: ["ask"] },
  { who: "somebody in direct messages", permissions: 32n, isDirect: true, names: ["ask"] },
])("$who may use $names", ({ permissions, isDirect, names }) => {
  expect(usableCommands(commands, { permissions, isDirect }).map(({ name }) => name)).toEqual(names);
});

test.for([
  ["/library add", "library add", {}, false],
  ["/library add id: rules", "library add", { id: "rules" }, true],
  ["/文库 添加 ", "library add", {}, true],
  ["/library scope set channel: #general count: 3", "library scope set", { channel: "#general", count: "3" }, true],
  ["/library scope set channel: general", "library scope set", { channel: "general" }, true],
] as const)("reads %j", ([line, name, values, isEnded]) => {
  const parsed = parseLine(line, commands);
  expect([parsed?.command.name, parsed?.values, parsed?.isEnded]).toEqual([name, values, isEnded]);
});

test.for(["/library", "/library ", "/library nope", "/librarys add"])("reads %j as no command", (line) => {
  expect(parseLine(line, commands)).toBeUndefined();
});

test("sends a file within its subcommand, with what Discord knows of it", () => {
  const sent = composeCommand(
    filled(add, { file: { shown: "rules.md", value: "900", file }, id: { shown: "rules" } }),
    {},
  );
  expect(sent).toMatchObject({
    type: 2,
    data: {
      id: "1",
      name: "library",
      options: [
        {
          name: "add",
          type: 1,
          options: [
            { name: "file", type: 11, value: "900" },
            { name: "id", type: 3, value: "rules" },
          ],
        },
      ],
      resolved: { attachments: { "900": file } },
    },
  });
});

test("sends channels, roles and numbers as what they are, within their group", () => {
  const values = { channel: { shown: "general" }, role: { shown: "@Teachers", value: "20" }, count: { shown: "３" } };
  expect(composeCommand(filled(set, values), {})).toMatchObject({
    data: {
      name: "library",
      options: [
        {
          name: "scope",
          type: 2,
          options: [
            {
              name: "set",
              type: 1,
              options: [
                { name: "channel", type: 7, value: "10" },
                { name: "role", type: 8, value: "20" },
                { name: "count", type: 4, value: 3 },
              ],
            },
          ],
        },
      ],
    },
  });
});

test("tells which option is typed", () => {
  const sent = composeTyping(filled(add, { id: { shown: "ru" } }), { values: { id: "ru" }, focused: "id" }, {});
  expect(sent).toMatchObject({
    type: 4,
    data: { options: [{ name: "add", options: [{ name: "id", type: 3, value: "ru", focused: true }] }] },
  });
  const { options } = { options: [{ name: "add", type: 1, options: [{ name: "id", type: 3, focused: true }] }] };
  expect([focusedIn(options), pathOf("library", options)]).toEqual(["id", "library add"]);
});

test.for([
  ["file", { shown: "" }, { kind: "missing" }],
  ["file", { shown: "rules.md" }, { kind: "no-file" }],
  ["file", { shown: "rules.md", value: "900", file }, undefined],
  ["count", { shown: "" }, undefined],
  ["count", { shown: "three" }, { kind: "no-number", isWhole: true }],
  ["count", { shown: "1.5" }, { kind: "no-number", isWhole: true }],
  ["count", { shown: "0" }, { kind: "low", least: 1 }],
  ["count", { shown: "6" }, { kind: "high", most: 5 }],
  ["count", { shown: "5" }, undefined],
  ["channel", { shown: "nowhere" }, { kind: "no-choice" }],
  ["channel", { shown: "#GENERAL" }, undefined],
] as const)("finds for %s: %j the problem %j", ([name, given, problem]) => {
  const option = [...optionsOf(add), ...optionsOf(set)].find((each) => each.name === name);
  if (!option) throw new Error(`no option ${name}`);
  expect(problemOf(option, given)).toEqual(problem);
});

test("sends nothing of what is not filled in", () => {
  expect(sentOptions(filled(set, { count: { shown: " " } }))).toEqual({});
});

test.for([
  { name: "the option that wants one", draft: filled(add, {}), wanted: "file" },
  {
    name: "none where it has one",
    draft: { ...filled(add, { file: { shown: "a", value: "900", file } }), focused: "id" },
    wanted: undefined,
  },
  {
    name: "the one that the focus is on",
    draft: { ...filled(add, { file: { shown: "a", value: "900", file } }), focused: "file" },
    wanted: "file",
  },
  { name: "none of a command without", draft: filled(ask, {}), wanted: undefined },
  { name: "none of a message", draft: { kind: "text" as const, text: "" }, wanted: undefined },
])("a dropped file is for $name", ({ draft, wanted }) => {
  expect(wantedFile(draft)).toBe(wanted);
});
