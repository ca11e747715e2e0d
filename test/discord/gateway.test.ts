import { describe, expect, test, vi } from "vitest";
import type { Features } from "../../src/bot.ts";
import { press, slashCommand, submit } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import { discordError } from "../../src/local-discord/routes.ts";
import type { StartBotOptions } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures, saying } from "../support/probe-features.ts";

const question = slashCommand({ name: "say" });
const callback = "/interactions/:id/:token/callback";

async function start(options: Partial<StartBotOptions> = {}) {
  const features = probeFeatures();
  const started = await startBot({ features, ...options });
  const complaints = () => started.log().filter(({ level }) => level === "warn" || level === "error");
  return { ...started, asked: features.asked, complaints };
}

async function startAnew(interrupt: "invalid" | number) {
  const { discord, complaints } = await start();
  if (interrupt === "invalid") discord.gateway.invalidateSession(false);
  else discord.gateway.close(interrupt);
  const identified = () => discord.gateway.history.filter((event) => event === "identify").length;
  await vi.waitUntil(() => identified() === 2 && discord.gateway.isConnected);
  const answer = await discord.interact(question);
  return { interrupt, answer, resumed: discord.gateway.history.includes("resume"), complaints: complaints() };
}

test("keeps the connection alive with heartbeats", async () => {
  const { discord } = await start();
  discord.gateway.heartbeatInterval = 20;
  discord.gateway.askToReconnect();
  const heartbeats = () => discord.gateway.history.filter((event) => event === "heartbeat").length;
  await vi.waitUntil(() => heartbeats() > 3);
  expect(discord.gateway.isConnected).toBe(true);
});

describe("where the connection ends", () => {
  test.for([
    { name: "rudely", interrupt: undefined },
    { name: "with a request to reconnect", interrupt: "reconnect" },
    ...[4000, 4001, 4002, 4009, 4999].map((code) => ({ name: `with ${code}`, interrupt: code })),
  ] as const)("$name, it resumes and answers what came meanwhile", async ({ interrupt }) => {
    const { discord, complaints } = await start();
    if (interrupt === "reconnect") discord.gateway.askToReconnect();
    else discord.gateway.close(interrupt);
    await vi.waitUntil(() => !discord.gateway.isConnected);
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    const life = discord.gateway.history.filter((event) => event !== "heartbeat");
    expect(life).toEqual(["identify", "close", "resume"]);
    expect(complaints()).toEqual([]);
  });

  test("with a session that can be resumed, it resumes on the same connection", async () => {
    const { discord, complaints } = await start();
    discord.gateway.invalidateSession(true);
    await vi.waitUntil(() => discord.gateway.history.includes("resume"));
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(complaints()).toEqual([]);
  });

  // Discord lets a bot identify once in five seconds, so that these run beside each other.
  test("with a session that is over, or a code that ends it, it starts anew and answers", async () => {
    const ends = ["invalid", 1000, 4003, 4005, 4007, 4008] as const;
    const answer = expect.objectContaining({ type: 4 });
    const anew = ends.map((interrupt) => ({ interrupt, answer, resumed: false, complaints: [] }));
    expect(await Promise.all(ends.map(startAnew))).toEqual(anew);
  });

  test.for([
    { code: 4004, meaning: "token", remedy: "DISCORD_TOKEN" },
    { code: 4010, meaning: "shard", remedy: "SHARDS" },
    { code: 4011, meaning: "servers", remedy: "SHARDS=auto" },
    { code: 4012, meaning: "version", remedy: "discord.js" },
    { code: 4013, meaning: "intents", remedy: "discord.js" },
    { code: 4014, meaning: "intent", remedy: "portal" },
  ])("for good with $code, it says so and what helps, and logs nothing besides", async ({ code, meaning, remedy }) => {
    const { discord, running, complaints } = await start({ environment: { DISCORD_MESSAGE_CONTENT: "off" } });
    discord.gateway.close(code);
    await expect(running.lost).rejects.toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(`for good: ${code} .*${meaning}`, "u")),
      remedy: expect.stringContaining(remedy),
    });
    expect(complaints()).toEqual([]);
  });
});

describe("the Message Content intent", () => {
  const [withContent, without] = [1 << 15, 0];

  test.for([
    { name: "has it where it is allowed", setting: "auto", refuses: false, readable: "all", bit: withContent },
    { name: "does without where it is refused", setting: "auto", refuses: true, readable: "addressed", bit: without },
    { name: "does not ask where told not to", setting: "off", refuses: false, readable: "addressed", bit: without },
  ] as const)("$name", async ({ setting, refuses, readable, bit }) => {
    const { discord, running, complaints } = await start({
      environment: { DISCORD_MESSAGE_CONTENT: setting },
      prepare: (local) => void (local.gateway.refusesMessageContent = refuses),
    });
    expect(running.readable()).toBe(readable);
    expect(discord.gateway.intents & (1 << 15)).toBe(bit);
    const line = { level: "warn", event: "message content refused", code: 4014 };
    expect(complaints().filter(({ event }) => event !== "gateway error")).toMatchObject(refuses ? [line] : []);
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
  });

  test("goes on without where it is taken away later", async () => {
    const { discord, running, complaints } = await start();
    discord.gateway.refusesMessageContent = true;
    discord.gateway.close(4014);
    await vi.waitUntil(() => running.readable() === "addressed");
    expect(complaints()).toContainEqual(expect.objectContaining({ event: "message content refused" }));
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
  });

  test("tells that it could have it", async () => {
    const { log } = await start({
      environment: { DISCORD_MESSAGE_CONTENT: "off" },
      prepare: (local) => void (local.gateway.applicationFlags = 1 << 19),
    });
    expect(log()).toContainEqual(expect.objectContaining({ event: "message content not asked for" }));
  });
});

describe("shards", () => {
  test.for([
    {
      setting: "auto",
      recommended: 2,
      shards: [
        [0, 2],
        [1, 2],
      ],
    },
    {
      setting: "3",
      recommended: 1,
      shards: [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    },
    {
      setting: "1-2/4",
      recommended: 1,
      shards: [
        [1, 4],
        [2, 4],
      ],
    },
  ])("$setting", async ({ setting, recommended, shards }) => {
    const { discord } = await start({
      environment: { SHARDS: setting },
      prepare: (local) => void (local.recommendedShards = recommended),
    });
    expect(discord.gateway.shards.toSorted(([a], [b]) => a - b)).toEqual(shards);
  });

  test("are split between processes, each answering for its own servers", async () => {
    // The guild's shard of two is 23841857910 % 2 = 0.
    const even = await start({ environment: { SHARDS: "0/2" } });
    const odd = await start({ environment: { SHARDS: "1/2" }, discord: even.discord });
    expect(await even.discord.interact(question)).toMatchObject({ type: 4 });
    expect([even.asked.length, odd.asked.length]).toEqual([1, 0]);
  });
});

describe("where an answer goes wrong", () => {
  test.for([
    {
      name: "too late",
      status: 404,
      code: 10062,
      reason: "answered later than three seconds, or the interaction is over",
    },
    { name: "not allowed", status: 403, code: 50013, reason: "the bot lacks a permission" },
  ])("logs one line and goes on: $name", async ({ status, code, reason }) => {
    const { discord, complaints } = await start();
    discord.failNext("POST", callback, discordError(status, code, "no"));
    void discord.interact(question);
    await vi.waitUntil(() => complaints().length > 0);
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(complaints()).toMatchObject([{ event: "reply not delivered", code, reason }]);
    expect(JSON.stringify(complaints())).not.toContain("aW50ZXJhY3Rpb24_");
    expect(discord.requestsTo("POST", callback)).toHaveLength(2);
  });

  test.for([500, 502, 503])("asks again after %d, and answers", async (status) => {
    const { discord, complaints } = await start();
    discord.failNext("POST", callback, { status });
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(complaints()).toEqual([]);
  });

  test("answers once where the confirmation got lost", async () => {
    const { discord, log, complaints } = await start();
    discord.loseNext("POST", callback, 502);
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    await vi.waitUntil(() => log().some(({ event, code }) => event === "answered already" && code === 40060));
    expect(complaints()).toEqual([]);
  });

  test("completes later what it deferred, also where the confirmation of that got lost", async () => {
    const { discord, complaints } = await start();
    const said = discord.channels.addMessage({ id: "150000000000000001", channel_id: ids.channel, content: "old" });
    discord.failNext("POST", "/channels/:channel/messages/:message/threads", { status: 200, body: {}, delay: 2500 });
    discord.loseNext("POST", callback, 502);
    const first = await discord.interact(press({ customId: "1:thread", message: said }));
    expect(first).toEqual({ type: 5, data: { flags: 64 } });
    const route = "/webhooks/:application/:token/messages/@original";
    await vi.waitUntil(() => discord.requestsTo("PATCH", route).length === 1);
    expect(complaints().filter(({ event }) => event !== "thread not made")).toEqual([]);
  });

  test("gives up where Discord is down, with one line", async () => {
    const { discord, complaints } = await start();
    for (let attempt = 0; attempt < 4; attempt += 1) discord.failNext("POST", callback, { status: 500 });
    void discord.interact(question);
    await vi.waitUntil(() => complaints().length > 0);
    expect(complaints()).toMatchObject([{ event: "reply not delivered", status: 500 }]);
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
  });

  test("waits as long as Discord tells it to", async () => {
    const { discord, complaints } = await start();
    discord.failNext("POST", callback, {
      status: 429,
      body: { message: "You are being rate limited.", retry_after: 0.5, global: false },
      headers: { "retry-after": "0.5", "x-ratelimit-scope": "user" },
    });
    const before = performance.now();
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(performance.now() - before).toBeGreaterThan(450);
    expect(complaints()).toEqual([]);
  });

  test("answers others while one answer is slow", async () => {
    const { discord } = await start();
    discord.failNext("POST", callback, { status: 204, delay: 10_000 });
    const slow = discord.interact(question).then(() => "slow");
    expect(await Promise.race([slow, discord.interact(question)])).toMatchObject({ type: 4 });
  });

  test("answers an interaction that comes twice once", async () => {
    const { discord, asked, complaints } = await start();
    const sent = { ...question, id: "150000000000000001", token: "x" };
    discord.route("POST", callback, () => ({ status: 204 }));
    discord.gateway.dispatch("INTERACTION_CREATE", sent);
    discord.gateway.dispatch("INTERACTION_CREATE", sent);
    discord.gateway.dispatch("INTERACTION_CREATE", { ...sent, id: "150000000000000002" });
    await vi.waitUntil(() => asked.length === 2);
    await vi.waitUntil(() => discord.requestsTo("POST", callback).length === 2);
    expect(complaints()).toEqual([]);
  });

  test("tells that the message of a button was deleted", async () => {
    const { discord, complaints } = await start();
    discord.failNext("POST", callback, discordError(404, 10008, "Unknown Message"));
    void discord.interact(press({ customId: "1:turn", message: { id: "150000000000000001" } }));
    await vi.waitUntil(() => complaints().length > 0);
    expect(complaints()).toMatchObject([
      { event: "reply not delivered", code: 10008, reason: "the message was deleted" },
    ]);
  });

  test("notes that it was removed from a server, and goes on in the others", async () => {
    const { discord, log, complaints } = await start();
    discord.gateway.dispatch("GUILD_DELETE", { id: ids.guild, guild_id: ids.guild });
    await vi.waitUntil(() => log().some(({ event }) => event === "removed from a server"));
    discord.gateway.dispatch("GUILD_DELETE", { id: ids.guild, guild_id: ids.guild, unavailable: true });
    await vi.waitUntil(() => log().some(({ event }) => event === "server not available"));
    expect(await discord.interact(slashCommand({ name: "say", direct: true }))).toMatchObject({ type: 4 });
    expect(complaints()).toEqual([]);
  });

  test("lets others have their turn, and one answer leave before the next is computed, in a burst", async () => {
    const computed: string[] = [];
    const features: Features = {
      commands: [
        {
          declaration: { name: "say", description: "say" },
          run: ({ id }) => {
            computed.push(id);
            return saying("hello");
          },
        },
      ],
    };
    const { discord } = await startBot({ features });
    const computedBefore = new Map<string, number>();
    const left = Promise.withResolvers<void>();
    discord.route("POST", callback, ({ parameters: { id = "" } }) => {
      computedBefore.set(id, computed.length);
      if (computedBefore.size === 320) left.resolve();
      return { status: 204 };
    });
    const people = Array.from({ length: 20 }, (_, at) => String(300_000_000_000_000_000n + BigInt(at)));
    const send = (user: string, at: number) => {
      const member = { ...Object(question).member, user: { id: user } };
      const id = String(400_000_000_000_000_000n + BigInt(at));
      discord.gateway.dispatch("INTERACTION_CREATE", { ...question, member, id, token: "x" });
    };
    for (let at = 0; at < 300; at += 1) send("310000000000000000", at);
    for (const [at, user] of people.entries()) send(user, 1000 + at);
    await left.promise;
    const places = people.map((_, at) => computed.indexOf(String(400_000_000_000_001_000n + BigInt(at))));
    // Whoever came after 300 of one person's presses waits for a few of them, as many as had come in before.
    expect(Math.max(...places)).toBeLessThan(300);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const [first = ""] = computed;
    expect(computedBefore.get(first)).toBeLessThan(300);
  });

  test("survives what no Discord sends", async () => {
    const { discord, complaints } = await start();
    discord.gateway.dispatch("INTERACTION_CREATE", { id: "1", token: "x", type: 2, data: {} });
    discord.gateway.dispatch("INTERACTION_CREATE", { id: "2", token: "x", type: 99 });
    discord.gateway.dispatch("MESSAGE_CREATE", { id: "3" });
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(complaints()).toMatchObject([{ event: "event not answered", id: "3" }]);
  });
});

/** A bot that takes so many milliseconds for an answer. */
function slowly(milliseconds: number): Features {
  const run = async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return saying("late");
  };
  return { commands: [{ declaration: { name: "say", description: "say" }, run }] };
}

describe("when it leaves", () => {
  test("finishes the answers under way", async () => {
    const { discord, close } = await startBot({ features: slowly(50) });
    const response = discord.interact(question);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await close();
    expect(await response).toMatchObject({ data: { content: "late" } });
    expect(discord.gateway.isConnected).toBe(false);
  });

  test("waits for Discord where that is slow, tells who comes meanwhile to come again, and loses no form", async () => {
    const form = submit({ customId: "1:form", fields: { why: "x" } });
    const { discord, close, asked, log } = await start();
    discord.route("POST", callback, ({ parameters: { id = "" } }) => ({ status: 204, delay: id === "1" ? 800 : 0 }));
    discord.gateway.dispatch("INTERACTION_CREATE", { ...question, id: "1", token: "x" });
    await vi.waitUntil(() => discord.requestsTo("POST", callback).length === 1);
    const closing = close();
    discord.gateway.dispatch("INTERACTION_CREATE", { ...question, id: "2", token: "x" });
    discord.gateway.dispatch("INTERACTION_CREATE", { ...form, id: "3", token: "x" });
    discord.say({ text: `<@${ids.bot}> Why?` });
    await closing;
    const told = { data: { flags: 68, content: expect.stringContaining("try again") } };
    expect(discord.requestsTo("POST", callback)).toMatchObject([
      { body: { data: { content: "hello" } } },
      { body: told },
      { body: { data: { content: "thanks" } } },
    ]);
    expect(asked.map(({ kind }) => kind)).toEqual(["command", "modal"]);
    expect(log().filter(({ event }) => event.startsWith("left"))).toEqual([]);
  });

  test("waits no longer than an answer counts, and logs how many were not delivered", async () => {
    const { discord, close, log } = await start();
    discord.route("POST", callback, () => ({ status: 204, delay: 6000 }));
    for (const id of ["1", "2"]) discord.gateway.dispatch("INTERACTION_CREATE", { ...question, id, token: "x" });
    await vi.waitUntil(() => discord.requestsTo("POST", callback).length === 2);
    await close();
    expect(log().at(-1)).toMatchObject({ level: "warn", event: "left before all was answered", notDelivered: 2 });
    expect(discord.gateway.isConnected).toBe(false);
  });
});

describe("where Discord is down at the start", () => {
  const route = "/gateway/bot";
  const limited = {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: 0.2, global: false },
    headers: { "retry-after": "0.2", "x-ratelimit-scope": "user" },
  };

  test.for([
    { name: "5xx", fault: { status: 503 }, times: 4, line: { status: 503 } },
    { name: "a limited rate", fault: limited, times: 1, line: { status: 429, reason: "Discord limits the rate" } },
  ])("waits, says for what, and connects: $name", async ({ fault, times, line }) => {
    const prepare: StartBotOptions["prepare"] = (local) => {
      for (let attempt = 0; attempt < times; attempt += 1) local.failNext("GET", route, fault);
    };
    const { discord, complaints } = await start({ prepare });
    expect(await discord.interact(question)).toMatchObject({ type: 4 });
    expect(complaints()).toMatchObject([{ level: "warn", event: "waiting for Discord", ...line }]);
  });

  test("ends at once where something else than Discord answers", async () => {
    const nothing = { status: 404, body: {} };
    const prepare: StartBotOptions["prepare"] = (local) => local.failNext("GET", route, nothing);
    await expect(start({ prepare })).rejects.toMatchObject({
      code: 404,
      remedy: expect.stringContaining("DISCORD_API_URL"),
    });
  });
});

test.for([
  { name: "the gateway refuses the session", refuseWith: 4013, said: "4013" },
  { name: "the token is refused", refuseWith: 4004, said: "4004" },
])("throws where $name", async ({ refuseWith, said }) => {
  const prepare: StartBotOptions["prepare"] = (local) => void (local.gateway.refuseWith = refuseWith);
  await expect(start({ prepare })).rejects.toThrow(said);
});
