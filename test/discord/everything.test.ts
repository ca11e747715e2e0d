import { expect, test, vi } from "vitest";
import { commands, controls, hear, menus } from "../../commands/all.ts";
import { messageMenu, press, slashCommand, submit, typing } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { StartBotOptions, Transport } from "../support/discord/start-bot.ts";
import { startBot } from "../support/discord/start-bot.ts";

const features = { commands, menus, controls, hear };
const question = "Where does black tea come from?";

async function start(options: Partial<StartBotOptions> = {}) {
  const started = await startBot({ features, ...options });
  const { discord } = started;
  /** Asks, and puts the answer into the channel the way Discord does. */
  const ask = async (given: Parameters<typeof slashCommand>[0] = { name: "ask", options: { question } }) => {
    const { data } = Object(await discord.interact(slashCommand(given)));
    return { data, message: discord.channels.addMessage({ ...data, id: discord.newId(), channel_id: ids.channel }) };
  };
  return { ...started, ask };
}

/** The custom id of the button whose own id begins so. */
function customId(data: { components: { components: { custom_id?: string }[] }[] }, name: string): string {
  const all = data.components.flatMap(({ components }) => components.map(({ custom_id }) => custom_id ?? ""));
  return all.find((id) => id.startsWith(`1:${name}`)) ?? `no ${name} among ${all.join(" ")}`;
}

test.for(["gateway", "http"] satisfies Transport[])(
  "over %s a reader asks, leafs, copies and shares",
  async (transport) => {
    const { discord, ask } = await start({ transport });
    expect(await discord.interact(typing({ name: "ask", options: { question: "green" } }))).toEqual({
      type: 8,
      data: {
        choices: [
          { name: "green", value: "green" },
          { name: "Green tea", value: "Green tea" },
        ],
      },
    });
    const { data, message } = await ask({ name: "ask", options: { question, private: true } });
    expect(data).toMatchObject({ flags: 68, content: expect.stringContaining("Yunnan") });
    const pressing = (name: string) =>
      discord.interact(press({ customId: customId(data, name), message: { ...message, flags: 64 } }));
    expect(await pressing("wider")).toMatchObject({ type: 7, data: { content: expect.stringContaining("§1 ¶1:1–2") } });
    expect(await pressing("copy")).toMatchObject({
      type: 4,
      data: { flags: 68, content: expect.stringContaining("```") },
    });
    expect(await pressing("share")).toMatchObject({
      type: 4,
      data: { flags: 4, content: expect.stringContaining("shared by") },
    });
  },
);

test("every control works on another process, after a restart", async () => {
  const first = await start();
  const { data, message } = await first.ask();
  await first.close();
  const { discord } = await start({ discord: first.discord });
  const response = await discord.interact(press({ customId: customId(data, "wider"), message }));
  expect(response).toMatchObject({ type: 7, data: { content: expect.stringContaining("§1 ¶1:1–2") } });
});

test("goes on in a thread, with the earlier question as context, without the bot remembering anything", async () => {
  const first = await start();
  const { data, message } = await first.ask();
  void first.discord.interact(press({ customId: customId(data, "thread"), message }));
  const posts = () =>
    first.discord.requestsTo("POST", `/channels/${message.id}/messages`).map(({ body }) => Object(body));
  await vi.waitUntil(() => posts().length > 0);
  expect(posts()[0].content).toMatch(/^-# 💬 Where does black tea come from\?\n/u);
  await first.close();
  const { discord } = await start({ discord: first.discord });
  discord.say({ channel: message.id, text: "And green tea?" });
  await vi.waitUntil(() => posts().length > 1);
  expect(posts()[1]).toMatchObject({
    content: expect.stringContaining("-# 💬 And green tea?"),
    allowed_mentions: { parse: [] },
  });
});

test("answers mentions and references, and is silent to everything else", async () => {
  const { discord } = await start();
  const said = () =>
    discord.requestsTo("POST", `/channels/${ids.channel}/messages`).map(({ body }) => String(Object(body).content));
  discord.say({ text: "Where does black tea come from?" });
  discord.say({ text: "As in [[§2 ¶1:1]] and `[[§1]]`." });
  discord.say({ text: `<@${ids.bot}> ${question}` });
  await vi.waitUntil(() => said().length > 1);
  expect(said()).toHaveLength(2);
  expect(said()[0]).toContain("> Green tea is not oxidised.");
  expect(said()[1]).toContain("Yunnan");
});

test("reports a gap to the channel that was set, once its asker has agreed", async () => {
  const { discord } = await start();
  const target = { id: "150000000000000001", content: "It comes from Yunnan and Ceylon." };
  expect(await discord.interact(messageMenu({ name: "Check this quote", target }))).toMatchObject({
    data: { flags: 68, content: expect.stringContaining("~~Ceylon~~ → **Assam**") },
  });
  expect(await discord.interact(submit({ customId: "1:gap", fields: { question: "Who?" } }))).toMatchObject({
    data: { flags: 68 },
  });
});
