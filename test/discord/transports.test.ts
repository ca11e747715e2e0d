import { describe, expect, test, vi } from "vitest";
import { messageMenu, press, slashCommand, submit, typing } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import { discordError } from "../../src/local-discord/routes.ts";
import type { SentInteraction } from "../../src/local-discord/open-interactions.ts";
import { postSigned } from "../../src/local-discord/sign.ts";
import type { ObservedDiscord } from "../support/discord/observed-discord.ts";
import type { Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures } from "../support/probe-features.ts";

const threads = "/channels/:channel/messages/:message/threads";

const noPings = { allowed_mentions: { parse: [] } };

/** What holds however Discord reaches the bot. */
describe.for(["gateway", "http"] satisfies Transport[])("over %s", (transport) => {
  async function start() {
    const features = probeFeatures();
    const started = await startBot({ features, transport });
    const said = started.discord.channels.addMessage({
      id: "150000000000000001",
      channel_id: ids.channel,
      content: "old",
    });
    return { ...started, asked: features.asked, said };
  }

  test("answers a slash command with everything that can stand below a message", async () => {
    const { discord } = await start();
    expect(await discord.interact(slashCommand({ name: "say" }))).toEqual({
      type: 4,
      data: {
        content: "hello",
        flags: 4,
        ...noPings,
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 1, custom_id: "1:turn:2", label: "Next", disabled: false },
              { type: 2, style: 5, url: "https://example.org/", label: "Source" },
            ],
          },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: "1:turn",
                placeholder: "Which?",
                options: [{ label: "One", value: "1", default: false }],
              },
            ],
          },
        ],
      },
    });
  });

  test("answers privately", async () => {
    const { discord } = await start();
    expect(await discord.interact(slashCommand({ name: "whisper" }))).toMatchObject({ type: 4, data: { flags: 68 } });
  });

  test("hands in who asks what where", async () => {
    const { discord, asked } = await start();
    const thread = { id: "150000000000000002", type: 11, parent_id: ids.reading };
    await discord.interact(
      slashCommand({ name: "say", options: { q: "Why?", n: 2 }, locale: "zh-CN", channel: thread, roles: [ids.role] }),
    );
    expect(asked).toEqual([
      {
        kind: "command",
        id: expect.any(String),
        name: "say",
        subcommand: undefined,
        options: { q: "Why?", n: 2 },
        attachments: {},
        asker: { id: ids.asker, permissions: 0x48_8001_0c00n, roles: [ids.role] },
        channel: {
          id: thread.id,
          guildId: ids.guild,
          kind: "thread",
          parentId: ids.reading,
          categoryId: ids.category,
          hasBot: true,
          botPermissions: 0x48_8001_0c00n,
        },
        locale: "zh-CN",
      },
    ]);
  });

  test("tells direct messages and group messages of a user's own installation apart", async () => {
    const { discord, asked } = await start();
    await discord.interact(slashCommand({ name: "say", direct: true }));
    const group = {
      ...slashCommand({ name: "say", direct: true, channel: { id: "150000000000000003", type: 3 } }),
      context: 2,
    };
    await discord.interact({ ...group, authorizing_integration_owners: { "1": ids.asker } });
    await discord.interact({ ...slashCommand({ name: "say" }), authorizing_integration_owners: { "1": ids.asker } });
    expect(asked.map(({ channel }) => channel)).toMatchObject([
      { kind: "direct", guildId: undefined, hasBot: true },
      { kind: "group", guildId: undefined, hasBot: false },
      { kind: "text", guildId: ids.guild, hasBot: false },
    ]);
  });

  test("offers choices while somebody types", async () => {
    const { discord, asked } = await start();
    const response = await discord.interact(typing({ name: "say", options: { article: "tea", q: "Wh" } }));
    expect(response).toEqual({ type: 8, data: { choices: [{ name: "Wh", value: "Wh" }] } });
    expect(asked).toMatchObject([
      { kind: "autocomplete", options: { article: "tea", q: "Wh" }, focused: { name: "q", value: "Wh" } },
    ]);
  });

  test("answers a message's context menu", async () => {
    const { discord, asked } = await start();
    const target = { id: "150000000000000001", content: "Is that so?" };
    expect(await discord.interact(messageMenu({ name: "Find", target }))).toMatchObject({
      type: 4,
      data: { content: "found" },
    });
    expect(asked).toMatchObject([{ kind: "menu", name: "Find", target }]);
  });

  test("changes the message of a button or select menu, taking its controls away where there are none", async () => {
    const { discord, asked, said } = await start();
    const turned = { type: 7, data: { content: "turned", flags: 4, components: [], ...noPings } };
    expect(await discord.interact(press({ customId: "1:turn:2", message: said }))).toEqual(turned);
    const chosen = press({ customId: "1:turn", values: ["1"], message: { ...said, flags: 64 } });
    expect(await discord.interact(chosen)).toEqual(turned);
    expect(asked).toMatchObject([
      {
        kind: "component",
        customId: "1:turn:2",
        values: [],
        message: { id: said.id, content: "old", isPrivate: false },
      },
      { kind: "component", customId: "1:turn", values: ["1"], message: { isPrivate: true } },
    ]);
  });

  test("opens a form and reads what was written into it", async () => {
    const { discord, asked } = await start();
    expect(await discord.interact(slashCommand({ name: "form" }))).toEqual({
      type: 9,
      data: {
        custom_id: "1:form",
        title: "A form",
        components: [
          {
            type: 18,
            label: "Why?",
            component: { type: 4, custom_id: "why", style: 2, required: true, max_length: 400 },
          },
        ],
      },
    });
    const response = await discord.interact(submit({ customId: "1:form", fields: { why: "Because." } }));
    expect(response).toMatchObject({ type: 4, data: { content: "thanks", flags: 68 } });
    expect(asked.at(-1)).toMatchObject({ kind: "modal", customId: "1:form", fields: { why: "Because." } });
  });

  test("starts a thread on its answer and says the first words there", async () => {
    const { discord, said } = await start();
    const response = await discord.interact(press({ customId: "1:thread", message: said }));
    expect(response).toMatchObject({ type: 4, data: { content: "done", flags: 68 } });
    expect(discord.channels.find(said.id)).toMatchObject({ name: "A thread", type: 11 });
    expect(discord.channels.messagesIn(said.id)).toMatchObject([{ content: "opened" }]);
    const again = await discord.interact(press({ customId: "1:thread", message: said }));
    expect(again).toMatchObject({ data: { content: "exists" } });
  });

  test.for([
    { status: 404, code: 10008, told: "failed", reason: "the message was deleted" },
    { status: 403, code: 50001, told: "forbidden", reason: "the bot cannot see the channel" },
    { status: 403, code: 50013, told: "forbidden", reason: "the bot lacks a permission" },
    { status: 400, code: 50083, told: "forbidden", reason: "the thread is archived" },
    { status: 400, code: 160_005, told: "forbidden", reason: "the thread is locked" },
    {
      status: 400,
      code: 50035,
      errors: { name: { _errors: [{ code: "BASE_TYPE_BAD_LENGTH", message: "What was typed must be shorter" }] } },
      told: "failed",
      reason: "the request's body is wrong · name BASE_TYPE_BAD_LENGTH",
    },
  ])("tells the asker and logs one line where a thread gets $code", async ({ status, code, errors, told, reason }) => {
    const { discord, said, log } = await start();
    const before = log().length;
    const body = { code, message: "no", ...(errors ? { errors } : {}) };
    discord.failNext("POST", threads, { status, body });
    const response = await discord.interact(press({ customId: "1:thread", message: said }));
    expect(response).toMatchObject({ type: 4, data: { content: told, flags: 68 } });
    expect(log().slice(before)).toMatchObject([{ level: "warn", event: "thread not made", code, reason }]);
  });

  describe("a thread's first words", () => {
    test("are said once where the confirmation of the thread, or of the words, got lost", async () => {
      const { discord, said, log } = await start();
      discord.loseNext("POST", threads, 502);
      discord.loseNext("POST", "/channels/:channel/messages", 502);
      expect(await discord.interact(pressed(said))).toMatchObject({ data: { content: "done" } });
      expect(discord.channels.messagesIn(said.id)).toMatchObject([{ content: "opened" }]);
      expect(log().filter(({ level }) => level !== "info")).toEqual([]);
    });

    test("are made up for where a process ended before it said them", async () => {
      const { discord, said } = await start();
      discord.channels.addThread({ id: said.id, name: "A thread", parentId: ids.channel, ownerId: ids.bot });
      expect(await discord.interact(pressed(said))).toMatchObject({ data: { content: "done" } });
      expect(await discord.interact(pressed(said))).toMatchObject({ data: { content: "exists" } });
      expect(discord.channels.messagesIn(said.id)).toHaveLength(1);
    });

    test("are said once where two press at the same time", async () => {
      const { discord, said } = await start();
      const told = await Promise.all([discord.interact(pressed(said)), discord.interact(pressed(said))]);
      expect(told).toMatchObject([{ type: 4 }, { type: 4 }]);
      expect(discord.channels.messagesIn(said.id)).toHaveLength(1);
    });

    test("are left alone where Discord does not tell what stands in the thread", async () => {
      const { discord, said } = await start();
      await discord.interact(pressed(said));
      discord.failNext("GET", "/channels/:channel", discordError(403, 50001, "Missing Access"));
      expect(await discord.interact(pressed(said))).toMatchObject({ data: { content: "exists" } });
    });
  });

  describe.for([{ restarted: false }, { restarted: true }])(
    "an event that comes twice, restarted $restarted,",
    (how) => {
      test.for([
        { customId: "1:thread", made: "opened" },
        { customId: "1:post", made: "posted" },
        { customId: "1:turn", made: undefined },
      ])("has its effect once and causes no complaint: $customId", async ({ customId, made }) => {
        const first = await start();
        const { discord, said } = first;
        const { sent } = await discord.exchange(press({ customId, message: said }));
        if (how.restarted) await first.close();
        const { log } = how.restarted ? await startBot({ features: probeFeatures(), transport, discord }) : first;
        await sendAgain(discord, sent);
        const after = await discord.interact(slashCommand({ name: "say" }));
        expect(after).toMatchObject({ type: 4 });
        const effects = discord.channels.everything().filter(({ content }) => content === made);
        expect(effects).toHaveLength(made === undefined ? 0 : 1);
        expect([...first.log(), ...log()].filter(({ level }) => level !== "info")).toEqual([]);
      });
    },
  );

  test("posts elsewhere and tells the asker, also where it cannot", async () => {
    const { discord, said, log } = await start();
    expect(await discord.interact(press({ customId: "1:post", message: said }))).toMatchObject({
      data: { content: "done" },
    });
    expect(discord.channels.messagesIn(ids.channel).at(-1)).toMatchObject({ content: "posted" });
    discord.failNext("POST", "/channels/:channel/messages", discordError(403, 50013, "Missing Permissions"));
    expect(await discord.interact(press({ customId: "1:post", message: said }))).toMatchObject({
      data: { content: "failed" },
    });
    expect(log().at(-1)).toMatchObject({ event: "post not made", code: 50013 });
  });

  test.for([
    { name: "is slow", response: { status: 200, body: {}, delay: 2500 } },
    {
      name: "limits the rate",
      response: {
        status: 429,
        body: { message: "You are being rate limited.", retry_after: 2.5, global: false },
        headers: { "retry-after": "2.5", "x-ratelimit-scope": "user" },
      },
    },
  ])("acknowledges at once, and completes the answer later, where Discord $name", async ({ response }) => {
    const { discord, said } = await start();
    discord.failNext("POST", "/channels/:channel/messages/:message/threads", response);
    const first = await discord.interact(press({ customId: "1:thread", message: said }));
    expect(first).toEqual({ type: 5, data: { flags: 64 } });
    const route = "/webhooks/:application/:token/messages/@original";
    await vi.waitUntil(() => discord.requestsTo("PATCH", route).length === 1);
    expect(discord.requestsTo("PATCH", route)[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test("says when it leaves how many were not answered in time", async () => {
    let begun = 0;
    const run = () => {
      begun += 1;
      return new Promise<never>(() => {});
    };
    const features = { commands: [{ declaration: { name: "stuck", description: "stuck" }, run }] };
    const { discord, log, close } = await startBot({ features, transport });
    for (let at = 0; at < 3; at += 1) void discord.interact(slashCommand({ name: "stuck" }));
    await vi.waitUntil(() => begun === 3);
    await close();
    expect(log().at(-1)).toMatchObject({ event: "left before all was answered", notDelivered: 3 });
  });

  test("shows a fault's id and goes on", async () => {
    const { discord, log } = await start();
    const before = log().length;
    expect(await discord.interact(slashCommand({ name: "fail" }))).toMatchObject({
      data: { flags: 68, content: expect.stringContaining("f-1") },
    });
    expect(log().slice(before)).toMatchObject([
      { event: "fault", id: "f-1", error: { message: "the shelf fell down" } },
    ]);
    expect(await discord.interact(slashCommand({ name: "say" }))).toMatchObject({ data: { content: "hello" } });
  });

  test("says something where a command or button is not known", async () => {
    const { discord, said } = await start();
    expect(await discord.interact(slashCommand({ name: "gone" }))).toMatchObject({ type: 4, data: { flags: 68 } });
    expect(await discord.interact(press({ customId: "0:gone", message: said }))).toMatchObject({
      type: 4,
      data: { flags: 68 },
    });
    expect(await discord.interact(typing({ name: "gone", options: { q: "x" } }))).toEqual({
      type: 8,
      data: { choices: [] },
    });
  });
});

function pressed(said: { readonly id: string }): object {
  return press({ customId: "1:thread", message: said });
}

/** Hands an interaction in once more, as Discord or a proxy does that heard nothing. */
async function sendAgain(discord: ObservedDiscord, sent: SentInteraction): Promise<void> {
  if (discord.endpoint) await postSigned(discord.endpoint, sent);
  else discord.gateway.dispatch("INTERACTION_CREATE", sent);
}
