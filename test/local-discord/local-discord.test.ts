import { describe, expect, test, vi } from "vitest";
import type { Command, Control } from "../../src/command.ts";
import type { LocalEvent } from "../../src/local-discord/channels.ts";
import { press, slashCommand } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { ObservedDiscord } from "../support/discord/observed-discord.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { startBot } from "../support/discord/start-bot.ts";

const button = { kind: "action", style: "secondary", label: "Press" } as const;

/** Says what it is told, in private if told so, above a button that changes it. */
const echo: Command = {
  declaration: { name: "echo", description: "Echo" },
  run: ({ options }) => said(String(options["text"]), options["private"] === true),
};
const change: Control = {
  name: "change",
  press: () => ({ kind: "update", content: "changed", quotes: [] }),
};
/** Writes into another channel, for which it needs Discord's answer. */
const post: Control = {
  name: "post",
  press: () => ({
    kind: "post",
    channelId: ids.channel,
    message: said("posted", false),
    outcomes: { done: said("done", true), failed: said("failed", true) },
  }),
};

function said(content: string, isPrivate: boolean): MessageReply {
  const components = [{ kind: "buttons", buttons: [{ ...button, customId: "1:change" }] }] as const;
  return { kind: "message", content, private: isPrivate, quotes: [], components };
}

const features = { commands: [echo], controls: [change, post] };

function listen(discord: ObservedDiscord): LocalEvent[] {
  const events: LocalEvent[] = [];
  discord.subscribe((event) => events.push(event));
  return events;
}

/** What the bot itself can read. */
async function historyOf(discord: ObservedDiscord): Promise<readonly { readonly content: string }[]> {
  const response = await fetch(`${discord.apiUrl}/v10/channels/${ids.channel}/messages`, {
    headers: { authorization: `Bot ${localToken}` },
  });
  return Object(await response.json());
}

describe.for(["gateway", "http"] as const)("over %s", (transport) => {
  test("keeps private messages from the bot, and shows them to the reader", async () => {
    const { discord } = await startBot({ features, transport });
    const events = listen(discord);
    await discord.interact(slashCommand({ name: "echo", options: { text: "loud", private: false } }));
    await discord.interact(slashCommand({ name: "echo", options: { text: "quiet", private: true } }));
    expect((await historyOf(discord)).map(({ content }) => content)).toEqual(["loud"]);
    const quiet = discord.channels.everything().at(-1);
    expect(quiet).toMatchObject({ content: "quiet", flags: 68, interaction_metadata: { name: "/echo" }, type: 20 });
    expect(discord.channels.findMessage(ids.channel, quiet?.id ?? "")).toBeUndefined();
    expect(events.map((event) => event.kind === "message" && event.message.content)).toEqual(["loud", "quiet"]);
  });

  test.for([false, true])("changes the message below which a button is pressed (private: %s)", async (isPrivate) => {
    const { discord } = await startBot({ features, transport });
    const events = listen(discord);
    await discord.interact(slashCommand({ name: "echo", options: { text: "first", private: isPrivate } }));
    const [message] = discord.channels.everything();
    expect(message?.edited_timestamp).toBeNull();
    await discord.interact(press({ customId: "1:change", message: { id: message?.id ?? "" } }));
    expect(discord.channels.everything()).toEqual([
      { ...message, content: "changed", components: [], edited_timestamp: expect.any(String) },
    ]);
    expect(events).toHaveLength(2);
  });

  test("shows that the bot thinks until it answers", async () => {
    const { discord } = await startBot({ features, transport });
    const events = listen(discord);
    const slow = Promise.withResolvers<void>();
    discord.route("POST", "/channels/:channel/messages", async () => {
      await slow.promise;
      return { status: 200, body: { id: "1" } };
    });
    await discord.interact(slashCommand({ name: "echo", options: { text: "first", private: false } }));
    const response = await discord.interact(press({ customId: "1:post", message: { id: "1" } }));
    expect(response).toEqual({ type: 5, data: { flags: 64 } });
    const thinking = discord.channels.everything().at(-1);
    expect(thinking).toMatchObject({ content: "", flags: 192 });
    slow.resolve();
    await vi.waitUntil(() => events.length === 3);
    expect(discord.channels.everything().at(-1)).toMatchObject({ id: thinking?.id, content: "done", flags: 68 });
  });
});

test("replies to the message below which a button is pressed", async () => {
  const answer: Control = { name: "answer", press: () => said("answer", false) };
  const { discord } = await startBot({ features: { commands: [echo], controls: [answer] }, transport: "http" });
  await discord.interact(slashCommand({ name: "echo", options: { text: "first", private: false } }));
  const [message] = discord.channels.everything();
  await discord.interact(press({ customId: "1:answer", message: { id: message?.id ?? "" } }));
  expect(discord.channels.everything()[1]).toMatchObject({
    type: 19,
    message_reference: { message_id: message?.id },
    referenced_message: { id: message?.id, content: "first" },
  });
});

test("tells what Discord would refuse, which then has no effect", async () => {
  const { discord } = await startBot({ features, transport: "http" });
  const text = "a".repeat(2001);
  const exchange = await discord.exchange(slashCommand({ name: "echo", options: { text, private: false } }));
  expect(exchange).toMatchObject({ status: 200, response: { type: 4 } });
  // The specification, where it is there, has more to say.
  expect(exchange.refused[0]).toContain("data.content: is not 0 to 2000 characters long");
  expect(discord.channels.everything()).toEqual([]);
  expect(discord.violations.splice(0)).toEqual(exchange.refused);
});

describe.for(["gateway", "http"] as const)("what comes too late over %s", (transport) => {
  const interaction = slashCommand({ name: "echo", options: { text: "late", private: false } });

  test("is an error, and has no effect any more", async () => {
    const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const late: Command = {
      ...echo,
      run: async () => {
        begun.resolve();
        await slow.promise;
        return said("late", false);
      },
    };
    const { discord } = await startBot({ features: { commands: [late] }, transport });
    let ended: AbortSignal | undefined;
    discord.waits = (signal) => {
      ended = signal;
      return begun.promise;
    };
    const { sent, ...rest } = await discord.exchange(interaction);
    expect(rest).toMatchObject({ status: 0, response: undefined, refused: [], isLate: true });
    expect(ended?.aborted).toBe(true);
    const response = await fetch(`${discord.apiUrl}/v10/interactions/${sent.id}/${sent.token}/callback`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: 4, data: { content: "late", allowed_mentions: { parse: [] } } }),
    });
    expect([response.status, await response.json()]).toEqual([404, { code: 10062, message: "Unknown interaction" }]);
    expect(discord.channels.everything()).toEqual([]);
    slow.resolve();
  });

  test("is none where a response comes first", async () => {
    const { discord } = await startBot({ features, transport });
    discord.waits = () => new Promise(() => {});
    expect(await discord.exchange(interaction)).toMatchObject({ status: 200, isLate: false });
    expect(discord.channels.everything()).toHaveLength(1);
  });
});

test("says so where the endpoint cannot be reached, and where it refuses", async () => {
  const { discord, close } = await startBot({ features, transport: "http" });
  const interaction = slashCommand({ name: "echo", options: { text: "first", private: false } });
  const { endpoint } = discord;
  if (endpoint) discord.endpoint = { ...endpoint, url: endpoint.url.replace("/interactions", "/none") };
  expect(await discord.exchange(interaction)).toMatchObject({ status: 404, response: undefined, refused: [] });
  await close();
  expect(await discord.exchange(interaction)).toMatchObject({ status: 0, response: undefined, refused: [] });
});

test("tells the bot which language the server prefers", async () => {
  const heard: string[] = [];
  const hear = ({ locale }: { readonly locale: string }) => {
    heard.push(locale);
    return said("heard", false);
  };
  const { discord } = await startBot({ features: { ...features, hear } });
  for (const locale of ["zh-TW", "ja", "zh-CN"]) {
    discord.preferLocale(locale);
    discord.say({ text: `<@${ids.bot}> hello` });
    await vi.waitUntil(() => heard.length === 1);
    expect(heard.pop()).toBe(localeShown[locale]);
  }
});

const localeShown: Readonly<Record<string, string>> = { "zh-TW": "zh-TW", ja: "en", "zh-CN": "zh-CN" };
