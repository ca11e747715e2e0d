import { expect, test } from "vitest";
import type { StoredRecord } from "../../src/community/change.ts";
import { runWeeklySummaries } from "../../src/guilds/weekly-summaries.ts";
import { checkMessage } from "../../src/local-discord/limits.ts";
import { writeMessage } from "../../src/discord/write-message.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Guild } from "../../src/community/guild.ts";
import { guildWith } from "../support/guild-with.ts";
import { openTestStore } from "../support/open-store.ts";

const now = 1_790_000_000_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function records(settings: object, question = "Who *is* @everyone?"): StoredRecord[] {
  const value = { question, comments: [], askers: ["5"], count: 2, state: "open", first: now - 1, last: now - 1 };
  return [
    { kind: "settings", key: "server", value: { gapChannel: "77", weeklySummary: true, ...settings } },
    { kind: "gap", key: "a", value },
    { kind: "gap", key: "b", value: { ...value, state: "answered", settled: now - 1, first: 0, count: 1 } },
  ];
}

async function run(guilds: readonly Guild[], at = now) {
  const sent: [string, MessageReply][] = [];
  const send = async (channel: string, message: MessageReply) => void sent.push([channel, message]);
  await runWeeklySummaries({ guilds, send, now: () => at, log: quiet });
  return sent;
}

test("a server hears once a week what was asked, and nobody's name", async () => {
  const guild = await guildWith(records({}));
  const [[channel, message] = []] = await run([guild]);
  expect(channel).toBe("77");
  expect(message?.content.split("\n")).toEqual([
    "**Questions that the articles lack: the last seven days**",
    "one new question · 1 answered",
    "One is open.",
    "Sent by most people:",
    "- Who \\*is\\* \\@everyone? · 2 people",
    "-# `/library gaps` shows them all.",
  ]);
  expect(await run([guild], now + 1)).toEqual([]);
  expect(await run([guild], now + 7 * 24 * 3_600_000 - 2)).toEqual([]);
  expect(guild.state.routine.get("summary")).toEqual({ last: now });
});

test("of two processes that look at the same moment one sends it", async () => {
  const store = await openTestStore();
  const here = await guildWith(records({}), "4", store);
  const there = await guildWith([], "4", store);
  expect((await Promise.all([run([here]), run([there])])).flat()).toHaveLength(1);
});

test.for([
  { name: "in its own language", settings: { locale: "zh-TW" }, said: ["**文章的缺漏：最近七天**"] },
  { name: "not where it is not wanted", settings: { weeklySummary: false }, said: [] },
  { name: "not where there is no channel", settings: { gapChannel: undefined }, said: [] },
])("a server hears of it $name", async ({ settings, said }) => {
  const sent = await run([await guildWith(records(settings))]);
  expect(sent.map(([, { content }]) => content.split("\n")[0])).toEqual(said);
});

test("one server's trouble is none of the others'", async () => {
  const store = await openTestStore();
  const guilds = await Promise.all(["1", "2"].map((id) => guildWith(records({ gapChannel: id }), id, store)));
  const warned: unknown[] = [];
  const sent: string[] = [];
  await runWeeklySummaries({
    guilds,
    async send(channel) {
      if (channel === "1") throw new Error("no such channel");
      sent.push(channel);
    },
    now: () => now,
    log: { ...quiet, warn: (event, fields) => void warned.push([event, fields?.["guild"]]) },
  });
  expect(sent).toEqual(["2"]);
  expect(warned).toEqual([["summary not sent", "1"]]);
});

test("the longest questions fit", async () => {
  const long = records({}).concat(
    Array.from({ length: 9 }, (_, n) => ({ ...(records({}, "_".repeat(500))[1] as StoredRecord), key: `k${n}` })),
  );
  const [[, message] = []] = await run([await guildWith(long)]);
  expect(message && checkMessage(writeMessage(message))).toEqual([]);
});
