import { expect, test } from "vitest";
import { listMembers } from "../../../../src/playground/page/frame/members.ts";
import type { Message } from "../../../../src/playground/wire.ts";

const reader = { id: "5", username: "reader" };
const bot = { id: "2", username: "yuanwen", bot: true };
const helper = { id: "8", username: "helper", bot: true };
const known = { reader, bot, roles: [{ id: "15", name: "Teachers" }], messages: [] };

function saidBy(author: Message["author"]): Message {
  return {
    id: "1000",
    channel_id: "4",
    type: 0,
    author,
    content: "",
    timestamp: "2026-01-01T00:00:00Z",
    edited_timestamp: null,
    flags: 0,
    components: [],
  };
}

test.for([
  { standing: "member", groups: [{ kind: "online", members: [reader, bot] }] },
  {
    standing: "manager",
    groups: [
      { kind: "managers", members: [reader] },
      { kind: "online", members: [bot] },
    ],
  },
  {
    standing: "helper",
    groups: [
      { kind: "role", name: "Teachers", members: [reader] },
      { kind: "online", members: [bot] },
    ],
  },
] as const)("lists the reader as a $standing", ({ standing, groups }) => {
  expect(listMembers({ ...known, standing })).toEqual(groups);
});

test("lists everybody who has said something once, by name", () => {
  const messages = [saidBy(helper), saidBy(reader), saidBy(bot), saidBy(helper)];
  expect(listMembers({ ...known, standing: "manager", messages })).toEqual([
    { kind: "managers", members: [reader] },
    { kind: "online", members: [helper, bot] },
  ]);
});
