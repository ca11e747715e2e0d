import { describe, expect, test, vi } from "vitest";
import type { MessageInvocation } from "../../src/invocation.ts";
import type { Said } from "../../src/local-discord/local-discord.ts";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import { discordError } from "../../src/local-discord/routes.ts";
import type { StartBotOptions } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures, saying } from "../support/probe-features.ts";

const bot = `<@${ids.bot}>`;
const thread = "150000000000000009";

async function start(options: Partial<StartBotOptions> = {}) {
  const features = probeFeatures();
  const environment = { YUANWEN_FORUM_CHANNELS: ids.forum, ...options.environment };
  const started = await startBot({ features, ...options, environment });
  const { discord } = started;
  const messages = () => features.asked.filter((invocation) => invocation.kind === "message");
  /** Ends a test: the bot answers one more mention, and leaves when it has finished all that it is about. */
  const heard = async (): Promise<readonly MessageInvocation[]> => {
    const last = discord.say({ text: `${bot} last` });
    await vi.waitUntil(() => messages().some(({ id }) => id === last));
    await vi.waitUntil(
      () => answers(ids.channel).some(({ message_reference }) => message_reference?.message_id === last),
      5000,
    );
    await started.close();
    return messages().filter(({ id }) => id !== last);
  };
  const answers = (channel: string) =>
    discord.requestsTo("POST", `/channels/${channel}/messages`).map(({ body }) => Object(body));
  return { ...started, asked: features.asked, heard, answers };
}

/** Without the intent, which is harder. */
const blind = { environment: { DISCORD_MESSAGE_CONTENT: "off" } };

describe.for([
  { name: "with the Message Content intent", options: {} },
  { name: "without it", options: blind },
])("$name", ({ options }) => {
  test.for([
    { name: "a mention", said: { text: `${bot} Why?` }, text: "Why?" },
    { name: "a mention in the old form", said: { text: `Why, <@!${ids.bot}>` }, text: "Why" },
    { name: "a mention alone", said: { text: bot }, text: "" },
  ])("answers $name in a reply that pings nobody", async ({ said, text }) => {
    const { discord, heard, answers } = await start(options);
    const id = discord.say(said);
    expect(await heard()).toEqual([
      {
        kind: "message",
        id,
        addressed: "mention",
        text,
        written: text === "" ? undefined : said.text,
        title: undefined,
        earlier: [],
        asker: { id: ids.asker, permissions: 0x48_8001_0c00n, roles: [] },
        channel: {
          id: ids.channel,
          guildId: ids.guild,
          kind: "text",
          parentId: undefined,
          categoryId: undefined,
          hasBot: true,
          botPermissions: 0x48_8001_0c00n,
        },
        locale: "en",
      },
    ]);
    expect(answers(ids.channel)[0]).toEqual({
      content: "heard",
      flags: 4,
      components: [],
      allowed_mentions: { parse: [] },
      message_reference: { message_id: id, fail_if_not_exists: false },
      nonce: id,
      enforce_nonce: true,
    });
  });

  test("answers a reply to one of its answers, with that answer as context", async () => {
    const { discord, heard } = await start(options);
    const { id } = discord.channels.addMessage({
      id: "150000000000000001",
      channel_id: ids.channel,
      content: "earlier",
    });
    discord.say({ text: "And then?", replyTo: id });
    expect(await heard()).toMatchObject([{ addressed: "reply", text: "And then?", earlier: ["earlier"] }]);
  });

  test("answers direct messages, with the conversation as context and without a reference", async () => {
    const { discord, heard, answers } = await start(options);
    discord.say({ text: "Why?", channel: ids.direct });
    await vi.waitUntil(() => answers(ids.direct).length === 1);
    discord.say({ text: "And then?", channel: ids.direct });
    expect(await heard()).toMatchObject([
      { addressed: "direct", text: "Why?", earlier: [], channel: { kind: "direct", guildId: undefined } },
      { addressed: "direct", text: "And then?", earlier: ["heard"] },
    ]);
    expect(answers(ids.direct)[0]).not.toHaveProperty("message_reference");
  });

  test("answers a mention in any thread, with what it said there", async () => {
    const { discord, heard } = await start(options);
    discord.channels.addThread({ id: thread, name: "Readers", parentId: ids.channel, ownerId: ids.asker });
    discord.channels.addMessage({ id: "150000000000000010", channel_id: thread, content: "earlier" });
    discord.say({ text: `${bot} Why?`, channel: thread });
    expect(await heard()).toMatchObject([
      { addressed: "mention", earlier: ["earlier"], channel: { kind: "thread", parentId: ids.channel } },
    ]);
  });

  test("answers a new forum post once", async () => {
    const { discord, heard, answers } = await start(options);
    const id = discord.post({ title: "Why tea?", text: "Tell me." });
    const isReadable = options !== blind;
    expect(await heard()).toMatchObject([
      { id, addressed: "forum-post", title: "Why tea?", text: isReadable ? "Tell me." : "" },
    ]);
    expect(answers(id)).toHaveLength(1);
  });

  test.for<{ name: string; said: Said }>([
    { name: "another bot", said: { text: bot, author: { id: ids.otherBot, bot: true } } },
    { name: "Discord itself", said: { text: bot, type: 18 } },
    { name: "somebody who speaks to everyone", said: { text: "@everyone <@&100000000000000011> hello" } },
    { name: "somebody who speaks to nobody", said: { text: "Why?" } },
    { name: "somebody who speaks to somebody else", said: { text: `<@${ids.otherBot}> Why?` } },
  ])("stays silent towards $name", async ({ said }) => {
    const { discord, heard, answers } = await start(options);
    discord.say(said);
    expect(await heard()).toEqual([]);
    expect(answers(ids.channel)).toHaveLength(1);
  });

  test("answers a message once that comes again after a restart", async () => {
    const first = await start(options);
    const { discord } = first;
    const id = discord.say({ text: `${bot} Why?` });
    await first.heard();
    const { heard } = await start({ ...options, discord });
    discord.gateway.dispatch("MESSAGE_CREATE", discord.channels.findMessage(ids.channel, id));
    expect(await heard()).toHaveLength(1);
    const replies = discord.channels.messagesIn(ids.channel).filter(({ referenced_message: to }) => to?.id === id);
    expect(replies).toHaveLength(1);
  });

  test("answers a message that comes twice once", async () => {
    const { discord, heard, answers } = await start(options);
    const id = discord.say({ text: `${bot} Why?` });
    discord.gateway.dispatch("MESSAGE_CREATE", discord.channels.findMessage(ids.channel, id));
    expect(await heard()).toHaveLength(1);
    expect(answers(ids.channel)).toHaveLength(2);
  });
});

describe.for([
  { name: "with the Message Content intent", options: {} },
  { name: "without it", options: blind },
])("understands who is meant, $name", ({ options }) => {
  const others = { id: "150000000000000030", username: "mara" };

  test("by its own role, which stands beside it where people pick", async () => {
    const { discord, heard } = await start(options);
    discord.say({ text: `<@&${ids.botRole}> Why?` });
    discord.say({ text: `<@&${ids.role}> Why?` });
    discord.say({ text: `\`<@&${ids.botRole}>\` is a role` });
    const text = options === blind ? "" : "Why?";
    expect(await heard()).toMatchObject([{ addressed: "mention", text }]);
  });

  test("by a mention that an edit adds, once", async () => {
    const { discord, heard, answers } = await start(options);
    const id = discord.say({ text: "Why?" });
    for (const text of ["Why not?", `${bot} Why then?`, `${bot} Why now?`]) discord.edit(ids.channel, id, text);
    expect(await heard()).toMatchObject([{ id: `${id}e`, addressed: "mention", text: "Why then?" }]);
    expect(answers(ids.channel)[0]).toMatchObject({ message_reference: { message_id: id }, nonce: `${id}e` });
  });

  test("never by an edit of what was a mention already, nor of an old message", async () => {
    const { discord, heard } = await start(options);
    const id = discord.say({ text: `${bot} Why?` });
    discord.edit(ids.channel, id, `${bot} Why, though?`);
    const old = { channel_id: ids.channel, content: "Why?", author: others, timestamp: "2026-01-01T00:00:00Z" };
    discord.channels.addMessage({ ...old, id: "150000000000000031" });
    discord.edit(ids.channel, "150000000000000031", `${bot} Why?`);
    discord.edit(ids.direct, discord.say({ text: "Why?", channel: ids.direct }), `${bot} Why?`);
    expect(await heard()).toMatchObject([{ id }, { addressed: "direct", text: "Why?" }]);
  });

  test.for([
    { name: "was not answered", isAnswered: false },
    { name: "was answered", isAnswered: true },
  ])("by an edit after a restart, where the message $name", async ({ isAnswered }) => {
    const { discord, heard } = await start({
      ...options,
      prepare({ channels }) {
        const timestamp = "2026-10-31T23:50:00Z";
        channels.addMessage({
          id: "150000000000000032",
          channel_id: ids.channel,
          content: "Why?",
          author: others,
          timestamp,
        });
        const message_reference = { message_id: isAnswered ? "150000000000000032" : "1" };
        channels.addMessage({ id: "150000000000000033", channel_id: ids.channel, content: "So.", message_reference });
      },
    });
    discord.edit(ids.channel, "150000000000000032", `${bot} Why?`);
    expect(await heard()).toHaveLength(isAnswered ? 0 : 1);
  });

  test("answers what a mention alone replies to, as far as it may be read", async () => {
    const { discord, heard } = await start(options);
    const asked = { channel_id: ids.channel, content: "Why is **tea** green?", author: others };
    discord.channels.addMessage({ ...asked, id: "150000000000000034" });
    discord.say({ text: bot, replyTo: "150000000000000034" });
    expect(await heard()).toMatchObject([{ addressed: "mention", text: options === blind ? "" : "Why is tea green?" }]);
  });
});

test("reads what is forwarded, and knows stickers, files and emoji from a mention alone", async () => {
  const { discord, heard } = await start();
  const [channel, text] = [ids.direct, ""];
  const forwarded = { content: `When does the **gate** close, <@${ids.otherBot}>?`, embeds: [{ title: "Gates" }] };
  discord.say({ channel, text, message_snapshots: [{ message: forwarded }] });
  discord.say({ channel, text, sticker_items: [{ id: "1", name: "wave", format_type: 1 }] });
  discord.say({ channel, text: "<:wave:150000000000000035>" });
  discord.say({
    channel,
    text,
    attachments: [discord.attachments.add(channel, { name: "a.png", bytes: Buffer.of(1) })],
  });
  expect(await heard()).toMatchObject([
    { text: "When does the gate close?\nGates" },
    { text: "", showsMore: true },
    { text: "", showsMore: true },
    { text: "", showsMore: true },
  ]);
});

test("understands marks and mentions as what they show", async () => {
  const { discord, heard } = await start();
  const text = `${bot} <:leaf:150000000000000036> What does **<@&${ids.role}>** mean in <#${ids.reading}>, <@${ids.asker}>?`;
  discord.say({ text });
  expect(await heard()).toMatchObject([{ text: "What does Teachers mean in reading?", written: text }]);
});

describe("in threads, with the Message Content intent", () => {
  test.for(["@everyone We meet at eight", "@here Why?", `<@&${ids.role}> Why?`])(
    "leaves to those who are called: %s",
    async (text) => {
      const { discord, heard } = await start();
      discord.channels.addThread({ id: thread, name: "Tea", parentId: ids.channel, ownerId: ids.bot });
      discord.say({ text, channel: thread });
      discord.say({ text: "Why?", channel: thread });
      expect(await heard()).toMatchObject([{ addressed: "thread", text: "Why?" }]);
    },
  );

  test("takes plain messages for questions where the bot started the thread, after a restart too", async () => {
    const first = await start();
    const { discord } = first;
    discord.channels.addThread({ id: thread, name: "Tea", parentId: ids.channel, ownerId: ids.bot });
    discord.say({ text: "Why?", channel: thread });
    await vi.waitUntil(() => first.answers(thread).length === 1);
    await first.close();
    const { heard } = await start({ discord });
    discord.say({ text: "And then?", channel: thread });
    expect(await heard()).toMatchObject([{ addressed: "thread", text: "And then?", earlier: ["heard"] }]);
  });

  test("listens where it was asked with a command, and only there", async () => {
    const { discord, heard } = await start();
    for (const id of [thread, "150000000000000010"]) {
      discord.channels.addThread({ id, name: "Tea", parentId: ids.channel, ownerId: ids.asker });
      discord.say({ text: "Hello all", channel: id });
    }
    await vi.waitUntil(() => discord.requestsTo("GET", "/channels/:channel/messages").length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await discord.interact(slashCommand({ name: "say", channel: { id: thread, type: 11, parent_id: ids.channel } }));
    discord.say({ text: "Why?", channel: thread });
    discord.say({ text: "Why?", channel: "150000000000000010" });
    expect(await heard()).toMatchObject([{ addressed: "thread", earlier: ["hello"], channel: { id: thread } }]);
  });

  test("leaves people alone who speak with each other", async () => {
    const { discord, heard } = await start();
    discord.channels.addThread({ id: thread, name: "Tea", parentId: ids.channel, ownerId: ids.bot });
    const id = discord.say({ text: `<@${ids.otherBot}> What do you think?`, channel: thread });
    discord.say({ text: "I agree", channel: thread, replyTo: id });
    expect(await heard()).toEqual([]);
  });

  test("hands in messages with references, meant for nobody", async () => {
    const { discord, heard } = await start();
    discord.say({ text: "See [[§2 ¶1:3]]" });
    expect(await heard()).toMatchObject([{ addressed: "none", text: "See [[§2 ¶1:3]]" }]);
  });

  test("answers without context where the history cannot be read", async () => {
    const { discord, heard, log } = await start();
    discord.failNext("GET", "/channels/:channel/messages", discordError(403, 50001, "Missing Access"));
    discord.say({ text: "Why?", channel: ids.direct });
    expect(await heard()).toMatchObject([{ earlier: [] }]);
    expect(log().at(-1)).toMatchObject({ level: "warn", event: "history not read", code: 50001 });
  });
});

describe("where Discord is slow or silent about a channel", () => {
  const messagesRoute = "/channels/:channel/messages";
  const never = { status: 200, body: [], delay: 20_000 };

  test("answers without context, and says nothing of it", async () => {
    const { discord, heard, answers, log } = await start();
    discord.channels.addMessage({ id: "150000000000000001", channel_id: ids.direct, content: "earlier" });
    discord.failNext("GET", messagesRoute, never);
    discord.say({ text: "Why?", channel: ids.direct });
    await vi.waitUntil(() => answers(ids.direct).length === 1);
    expect(answers(ids.direct)).toMatchObject([{ content: "heard" }]);
    expect(await heard()).toMatchObject([{ addressed: "direct", earlier: [] }]);
    expect(log().filter(({ level }) => level !== "info")).toEqual([]);
  });

  test.for([
    { name: "says nothing for long", fault: never, lines: [] },
    {
      name: "does not tell",
      fault: discordError(403, 50001, "Missing Access"),
      lines: [{ level: "warn", event: "channel not read", code: 50001 }],
    },
  ])("answers a mention in a channel that it knows nothing of, where Discord $name", async ({ fault, lines }) => {
    const { discord, heard, answers, log } = await start();
    const channel = "150000000000000020";
    discord.channels.addThread({ id: channel, name: "Private", parentId: ids.channel, ownerId: ids.asker });
    discord.failNext("GET", "/channels/:channel", fault);
    discord.say({ text: `${bot} Why?`, channel });
    await vi.waitUntil(() => answers(channel).length === 1);
    expect(await heard()).toMatchObject([{ addressed: "mention", channel: { id: channel, kind: undefined } }]);
    expect(log().filter(({ level }) => level !== "info")).toMatchObject(lines);
  });

  test("reads no context for messages that only have to wait, nor for one that comes twice", async () => {
    const { discord, heard } = await start({ admission: { cooldown: 60_000, now: () => 0 } });
    const author = { id: "150000000000000021" };
    const first = discord.say({ text: "Why?", channel: ids.direct, author });
    for (let at = 0; at < 30; at += 1) discord.say({ text: `Why ${at}?`, channel: ids.direct, author });
    discord.gateway.dispatch("MESSAGE_CREATE", discord.channels.findMessage(ids.direct, first));
    // Of those that wait the newest is answered when the bot leaves.
    expect(await heard()).toMatchObject([{ id: first }, { text: "Why 29?" }]);
    expect(discord.requestsTo("GET", messagesRoute)).toHaveLength(2);
  });

  test("asks once for what many want to know of a thread at the same time", async () => {
    const { discord, heard } = await start();
    discord.channels.addThread({ id: thread, name: "Readers", parentId: ids.channel, ownerId: ids.asker });
    for (let at = 0; at < 30; at += 1) discord.say({ text: `Why ${at}?`, channel: thread });
    expect(await heard()).toEqual([]);
    expect(discord.requestsTo("GET", "/channels/:channel")).toHaveLength(1);
    expect(discord.requestsTo("GET", messagesRoute)).toHaveLength(1);
  });
});

describe("where an answer cannot be sent", () => {
  test.for([
    { code: 50001, status: 403, isTold: true },
    { code: 50013, status: 403, isTold: true },
    { code: 50083, status: 400, isTold: true },
    { code: 160_005, status: 400, isTold: true },
    { code: 10003, status: 404, isTold: false },
  ])("logs one line for $code and tells the author where that helps", async ({ code, status, isTold }) => {
    const { discord, log, answers, heard } = await start();
    discord.failNext("POST", "/channels/:channel/messages", discordError(status, code, "no"));
    const id = discord.say({ text: `${bot} Why?` });
    await vi.waitUntil(() => log().some(({ event }) => event === "reply not delivered"));
    await heard();
    expect(log().filter(({ level }) => level !== "info")).toMatchObject([
      { event: "reply not delivered", message: id, channel: ids.channel, code },
    ]);
    const told = { content: expect.stringContaining(`<#${ids.channel}>`), nonce: id };
    expect(answers(ids.direct)).toMatchObject(isTold ? [told] : []);
  });

  test("gives up where the author takes no direct messages either", async () => {
    const { discord, log, heard } = await start();
    discord.failNext("POST", "/channels/:channel/messages", discordError(403, 50013, "Missing Permissions"));
    discord.failNext(
      "POST",
      "/channels/:channel/messages",
      discordError(403, 50007, "Cannot send messages to this user"),
    );
    discord.say({ text: `${bot} Why?` });
    await vi.waitUntil(() => log().some(({ event }) => event === "direct message not delivered"));
    expect(await heard()).toHaveLength(1);
  });

  test("answers without a reference where it may not read the history", async () => {
    const { discord, answers, heard } = await start();
    discord.failNext(
      "POST",
      "/channels/:channel/messages",
      discordError(403, 160_002, "Cannot reply without permission"),
    );
    const id = discord.say({ text: `${bot} Why?` });
    await heard();
    const sent = answers(ids.channel).filter(({ nonce }) => nonce === id);
    expect(sent).toMatchObject([{ message_reference: { message_id: id } }, { content: "heard" }]);
    expect(sent[1]).not.toHaveProperty("message_reference");
  });

  test("says it once where the confirmation got lost and discord.js asks again", async () => {
    const { discord, heard, answers } = await start();
    discord.loseNext("POST", "/channels/:channel/messages", 502);
    discord.say({ text: `${bot} Why?` });
    await heard();
    expect(answers(ids.channel)).toHaveLength(3);
    const own = discord.channels.messagesIn(ids.channel).filter(({ author }) => author.id === ids.bot);
    expect(own).toHaveLength(2);
  });

  test("sends what is private directly", async () => {
    const features = { ...probeFeatures(), hear: () => saying("slowly", { private: true }) };
    const { discord } = await startBot({ features });
    discord.say({ text: `${bot} Why?` });
    await vi.waitUntil(() => discord.channels.messagesIn(ids.direct).length === 1);
    expect(discord.channels.messagesIn(ids.channel)).toHaveLength(1);
  });
});
