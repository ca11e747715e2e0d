import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Invocation } from "../../src/invocation.ts";
import { createClient } from "../../src/discord/create-client.ts";
import { watchGuilds } from "../../src/discord/watch-guilds.ts";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { discordError, ok } from "../../src/local-discord/routes.ts";
import { guild, ids } from "../../src/local-discord/world.ts";
import type { Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures, saying } from "../support/probe-features.ts";

const other = guild({ id: ids.otherGuild, channels: [{ id: ids.otherChannel, type: 0, name: "lobby" }] });
const thread = { id: "150000000000000002", type: 11, parent_id: ids.reading };
const channelRoute = "/channels/:channel";

describe("the servers that the bot is in", () => {
  test("are told at the start, and as they come and go", async () => {
    const { discord, told } = await start();
    discord.addGuild(other);
    await vi.waitUntil(() => told.length === 3);
    discord.removeGuild(ids.guild, true);
    discord.removeGuild(ids.otherGuild);
    await vi.waitUntil(() => told.length === 4);
    expect(told).toEqual([
      ["known", [ids.guild], true],
      ["there", ids.guild],
      ["there", ids.otherGuild],
      ["left", ids.otherGuild],
    ]);
  });

  test("are told again when a session begins anew, and of which servers that tells", () => {
    const client = createClient({ apiUrl: "http://127.0.0.1", shards: "auto", messageContent: false });
    onTestFinished(() => client.destroy());
    const told: unknown[] = [];
    watchGuilds(client, {
      onGuildsKnown: (known, covers) => void told.push([known, [onFirst, onSecond].map(covers)]),
    });
    const [onFirst, onSecond] = ["100000000000000000", String((1n << 22n) + 100_000_000_000_000_000n)];
    client.ws.emit("READY", { guilds: [{ id: onFirst }], shard: [0, 2] });
    client.ws.emit("READY", { guilds: [], shard: [1, 2] });
    client.ws.emit("READY", { guilds: [] });
    expect(told).toEqual([
      [[onFirst], [true, false]],
      [[], [false, true]],
      [[], [true, true]],
    ]);
  });
});

describe.for(["gateway", "http"] satisfies Transport[])("over %s, the category", (transport) => {
  async function ask(...channels: readonly { id: string; type: number; parent_id?: string | null }[]) {
    const features = probeFeatures();
    const started = await startBot({ features, transport });
    for (const channel of channels) await started.discord.interact(slashCommand({ name: "say", channel }));
    const asked = started.discord.requestsTo("GET", channelRoute).map(({ path }) => path);
    return { found: features.asked.map(({ channel }: Invocation) => channel.categoryId), asked };
  }

  test("of a channel is what Discord tells with it", async () => {
    const channels = [
      { id: ids.reading, type: 0, parent_id: ids.category },
      { id: ids.channel, type: 0, parent_id: null },
    ];
    expect(await ask(...channels)).toEqual({ found: [ids.category, undefined], asked: [] });
  });

  test("of a thread is that of its channel, which is asked for once where the gateway does not tell", async () => {
    const { found, asked } = await ask(thread, thread, { id: ids.reading, type: 0 });
    expect(found).toEqual([ids.category, ids.category, ids.category]);
    expect(asked).toEqual(transport === "http" ? [`/channels/${ids.reading}`] : []);
  });
});

/** In milliseconds: longer than a test may take, so that whoever waits for it fails. */
const neverHere = 3_600_000;

test("over http, a question is answered without the category where Discord does not tell it", async () => {
  const features = probeFeatures();
  const { discord, log } = await startBot({ features, transport: "http" });
  discord.failNext("GET", channelRoute, discordError(403, 50001, "Missing Access"));
  for (let count = 0; count < 2; count += 1) {
    expect(await discord.interact(slashCommand({ name: "say", channel: thread }))).toMatchObject({ type: 4 });
  }
  discord.failNext("GET", channelRoute, { ...discordError(500, 0, "late"), delay: neverHere });
  const slow = slashCommand({ name: "say", channel: { ...thread, parent_id: ids.channel } });
  expect(await discord.interact(slow)).toMatchObject({ type: 4 });
  expect(features.asked.map(({ channel }) => channel.categoryId)).toEqual([undefined, undefined, undefined]);
  expect(log().filter(({ event }) => event === "channel not read")).toMatchObject([{ code: 50001 }]);
});

test("a message's category is told too, in threads as well", async () => {
  const features = probeFeatures();
  const { discord } = await startBot({ features });
  const starter = discord.say({ text: "Look here", channel: ids.reading });
  discord.channels.addThread({ id: starter, name: "Tea", parentId: ids.reading, ownerId: ids.asker });
  for (const channel of [ids.reading, starter, ids.channel]) discord.say({ text: `<@${ids.bot}> Why?`, channel });
  await vi.waitUntil(() => features.asked.length === 3);
  const found = new Map(features.asked.map(({ channel }) => [channel.id, channel.categoryId]));
  expect([ids.reading, starter, ids.channel].map((id) => found.get(id))).toEqual([
    ids.category,
    ids.category,
    undefined,
  ]);
});

test("forums are those that the server has chosen", async () => {
  const features = probeFeatures();
  const asked: unknown[] = [];
  const isForum = (guildId: string, channelId: string) => (asked.push([guildId, channelId]), true);
  const { discord } = await startBot({ features, isForum });
  discord.post({ title: "Tea", text: "Why?" });
  await vi.waitUntil(() => features.asked.length === 1);
  expect(features.asked).toMatchObject([{ addressed: "forum-post", title: "Tea", text: "Why?" }]);
  expect(asked[0]).toEqual([ids.guild, ids.forum]);
});

describe.for(["gateway", "http"] satisfies Transport[])("over %s, a message that nobody asked for", (transport) => {
  test("is sent to a channel, and what came of it is told", async () => {
    const { discord, running, log } = await startBot({ features: probeFeatures(), transport });
    expect(await running.sendTo(ids.reading, saying("12 questions this week"))).toBe("sent");
    expect(await running.findGuild(ids.reading)).toBe(ids.guild);
    expect(await running.findGuild("999999999999999999")).toBeUndefined();
    expect(discord.requestsTo("POST", "/channels/:channel/messages")).toMatchObject([
      { body: { content: "12 questions this week", allowed_mentions: { parse: [] }, enforce_nonce: true } },
    ]);
    for (const code of [50013, 50001, 10003]) {
      discord.failNext("POST", "/channels/:channel/messages", discordError(code === 10003 ? 404 : 403, code, "no"));
    }
    const again = [1, 2, 3].map(() => running.sendTo(ids.reading, saying("again")));
    expect(await Promise.all(again)).toEqual(["forbidden", "forbidden", "failed"]);
    expect(log().filter(({ event }) => event === "message not sent")).toHaveLength(3);
  });
});

/** A page of Discord's list. */
function pageOf(length: number, first = 1) {
  return { status: 200, body: Array.from({ length }, (_, at) => ({ id: String(first + at), name: "A server" })) };
}

describe("over HTTP the servers that the bot is in", () => {
  test("are listed page by page", async () => {
    const { discord, running } = await startBot({ features: probeFeatures(), transport: "http" });
    for (const page of [pageOf(200), pageOf(3, 201)]) discord.failNext("GET", "/users/@me/guilds", page);
    expect(await running.listGuilds?.()).toEqual(Array.from({ length: 203 }, (_, at) => String(at + 1)));
    const asked = discord.requestsTo("GET", "/users/@me/guilds").map(({ query }) => query.get("after"));
    expect(asked).toEqual(["0", "200"]);
  });

  test.for([
    { name: "a page fails", page: discordError(403, 50001, "no") },
    { name: "a page is none", page: ok({ guilds: [] }) },
  ])("are not known where $name", async ({ page }) => {
    const { discord, running } = await startBot({ features: probeFeatures(), transport: "http" });
    for (const each of [pageOf(200), page]) discord.failNext("GET", "/users/@me/guilds", each);
    expect(await running.listGuilds?.()).toBeUndefined();
  });
});

test("a message that quotes what no article says is not sent", async () => {
  const { discord, running } = await startBot({ features: probeFeatures() });
  const span = { start: 0, end: 3 };
  const quotes = [{ article: "tea", span, text: "Tea", shown: [] }] as never;
  await expect(running.sendTo(ids.reading, saying("> Tea", { quotes }))).rejects.toThrow("unknown article: tea");
  expect(discord.requestsTo("POST", "/channels/:channel/messages")).toEqual([]);
});

async function start() {
  const told: unknown[] = [];
  const guildEvents = {
    onGuildsKnown: (known: readonly string[], covers: (id: string) => boolean) =>
      void told.push(["known", known, covers(ids.otherGuild)]),
    onGuildThere: (id: string) => void told.push(["there", id]),
    onGuildLeft: (id: string) => void told.push(["left", id]),
  };
  const started = await startBot({ features: probeFeatures(), guildEvents });
  return { ...started, told };
}
