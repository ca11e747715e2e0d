import { afterAll, beforeAll, expect, test } from "vitest";
import { press, slashCommand, submit, typing } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { Playground } from "../../src/playground/start-playground.ts";
import type { Exchange, Message } from "../../src/playground/wire.ts";
import type { Listener, PlaygroundClient } from "../support/playground-client.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startTestPlayground } from "../support/playground.ts";

let playground: Playground | undefined;
let client: PlaygroundClient;
let heard: Listener;

beforeAll(async () => {
  playground = await startTestPlayground();
  client = createPlaygroundClient(playground.url);
  heard = await client.listen();
});

afterAll(() => playground?.close());

const question = "Meta为什么盯上Gemini?";
const isPrivate = ({ flags }: Message) => (flags & 64) !== 0;

/** The message that an interaction brought about. */
function answerTo({ sent }: Exchange): Promise<Message> {
  return heard.findMessage(({ interaction_metadata: asked }) => asked?.id === sent.id);
}

function buttonOf({ components }: Message, name: string): string {
  const all = components.flatMap((row) => row.components).flatMap(({ custom_id: id }) => id ?? []);
  const found = all.find((id) => id.split(":")[1] === name);
  if (found === undefined) throw new Error(`no button ${name} among ${all.join(" ")}`);
  return found;
}

test("has a server with two channels, direct messages and every command", async () => {
  const world = await client.world();
  expect(world).toMatchObject({ reader: { id: ids.asker }, bot: { id: ids.bot, bot: true } });
  expect(world.channels).toEqual([
    { id: ids.channel, type: 0, name: "general" },
    { id: ids.gaps, type: 0, name: "gap-reports" },
    { id: ids.direct, type: 1 },
  ]);
  expect(world.commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["ask", "verify", "help", "Check this quote"]),
  );
  expect(new Set(world.commands.map(({ id }) => id)).size).toBe(world.commands.length);
});

test("answers /ask through the bot's endpoint, for all to see", async () => {
  const exchange = await client.interact(slashCommand({ name: "ask", options: { question } }));
  expect(exchange).toMatchObject({ status: 200, refused: [], response: { type: 4 } });
  expect(exchange.sent).toMatchObject({ type: 2, token: expect.any(String) });
  const message = await answerTo(exchange);
  expect(message).toMatchObject({
    type: 20,
    channel_id: ids.channel,
    author: { id: ids.bot },
    content: expect.stringContaining("Gemini"),
    edited_timestamp: null,
    interaction_metadata: { id: exchange.sent.id, type: 2, name: "/ask" },
  });
  expect(isPrivate(message)).toBe(false);
  expect(Math.abs(Date.parse(message.timestamp) - Date.now())).toBeLessThan(60_000);
  expect(BigInt(message.id)).toBeGreaterThan(BigInt(exchange.sent.id));
  expect((await client.world()).messages.map(({ id }) => id)).toContain(message.id);
});

/** The message with a button that may stand behind the one for more. */
async function showing(button: string, message: Message): Promise<Message> {
  const has = ({ components }: Message) => JSON.stringify(components).includes(`"1:${button}:`);
  if (has(message)) return message;
  await client.interact(press({ customId: buttonOf(message, "more"), message }));
  return heard.findMessage((changed) => changed.id === message.id && has(changed));
}

test("changes a message by its buttons, and replies privately below it", async () => {
  const message = await answerTo(await client.interact(slashCommand({ name: "ask", options: { question } })));
  const later = await client.interact(press({ customId: buttonOf(message, "later"), message }));
  expect(later.response).toMatchObject({ type: 7 });
  const changed = await heard.findMessage(({ id, edited_timestamp }) => id === message.id && edited_timestamp !== null);
  expect(changed.content).not.toBe(message.content);
  expect(changed.interaction_metadata).toEqual(message.interaction_metadata);

  const opened = await showing("copy", changed);
  const copy = await client.interact(press({ customId: buttonOf(opened, "copy"), message: opened }));
  const copied = await answerTo(copy);
  expect(isPrivate(copied)).toBe(true);
  expect(copied).toMatchObject({ type: 19, referenced_message: { id: message.id, content: opened.content } });
});

test("completes what is typed, without a message", async () => {
  const { response, sent } = await client.interact(typing({ name: "read", options: { reference: "§" } }));
  expect(response).toMatchObject({ type: 8, data: { choices: expect.arrayContaining([expect.anything()]) } });
  const { messages } = await client.world();
  expect(messages.filter(({ interaction_metadata: asked }) => asked?.id === sent.id)).toEqual([]);
});

test("reports a gap by a form into the other channel", async () => {
  const asked = await client.interact(slashCommand({ name: "ask", options: { question: "How do penguins fly?" } }));
  const declined = await answerTo(asked);
  const opened = await client.interact(press({ customId: buttonOf(declined, "gap"), message: declined }));
  expect(opened.response).toMatchObject({ type: 9, data: { custom_id: expect.any(String) } });
  const { custom_id: customId } = Object(opened.response?.data);
  const fields = { question: "How do penguins fly?", comment: "They do not" };
  const done = await answerTo(await client.interact(submit({ customId, fields, message: declined })));
  expect(isPrivate(done)).toBe(true);
  const report = await heard.findMessage(({ channel_id: channel }) => channel === ids.gaps);
  expect(report).toMatchObject({ author: { id: ids.bot }, content: expect.stringContaining("They do not") });
});

test("opens a thread and answers what is said in it", async () => {
  const message = await answerTo(await client.interact(slashCommand({ name: "ask", options: { question } })));
  const shown = await showing("thread", message);
  await client.interact(press({ customId: buttonOf(shown, "thread"), message: shown }));
  const opened = await heard.find((event) => event.kind === "channel" && event.channel.id === message.id);
  expect(opened).toMatchObject({ channel: { type: 11, parent_id: ids.channel, name: expect.any(String) } });
  await heard.findMessage(({ channel_id: channel }) => channel === message.id);
  const { body: said } = await client.post("api/messages", { channel: message.id, content: "苹果呢?" });
  const answer = await heard.findMessage(({ referenced_message: repliedTo }) => repliedTo?.id === said.id);
  expect(answer).toMatchObject({ channel_id: message.id, author: { id: ids.bot } });
  expect((await client.world()).channels.map(({ id }) => id)).toContain(message.id);
});

test("answers a mention and a direct message over the gateway, but no other message", async () => {
  await client.post("api/messages", { channel: ids.channel, content: question });
  const { body: mention } = await client.post("api/messages", {
    channel: ids.channel,
    content: `<@${ids.bot}> ${question}`,
  });
  const answer = await heard.findMessage(({ referenced_message: repliedTo }) => repliedTo?.id === mention.id);
  expect(answer.content).toContain("Gemini");
  await client.post("api/messages", { channel: ids.direct, content: question });
  const direct = await heard.findMessage(
    ({ channel_id: channel, author }) => channel === ids.direct && author.id === ids.bot,
  );
  expect(direct.content).toContain("Gemini");
  const { messages } = await client.world();
  const answered = messages.filter(({ channel_id: channel, referenced_message: repliedTo }) => {
    return channel === ids.channel && repliedTo?.content === question;
  });
  expect(answered).toEqual([]);
});

test("hears a reply to the bot's message", async () => {
  const message = await answerTo(await client.interact(slashCommand({ name: "ask", options: { question } })));
  const { body } = await client.post("api/messages", { channel: ids.channel, content: "微软呢?", replyTo: message.id });
  const said = await heard.findMessage(({ id }) => id === body.id);
  expect(said).toMatchObject({ type: 19, author: { id: ids.asker }, referenced_message: { id: message.id } });
  await heard.findMessage(({ referenced_message: repliedTo }) => repliedTo?.id === said.id);
});

test("greets in the language that the server prefers", async () => {
  const greet = async () => {
    const { body } = await client.post("api/messages", { channel: ids.channel, content: `<@${ids.bot}>` });
    return (await heard.findMessage(({ referenced_message: repliedTo }) => repliedTo?.id === body.id)).content;
  };
  expect(await greet()).not.toMatch(/\p{Script=Han}/u);
  expect((await client.post("api/locale", { locale: "zh-CN" })).status).toBe(200);
  expect(await greet()).toMatch(/\p{Script=Han}/u);
  await client.post("api/locale", { locale: "en" });
});

test("tells every page, and what one missed while it was away", async () => {
  const other = await client.listen();
  const { body: first } = await client.post("api/messages", { channel: ids.channel, content: "one" });
  await other.findMessage(({ id }) => id === first.id);
  await heard.findMessage(({ id }) => id === first.id);
  other.close();
  const { body: second } = await client.post("api/messages", { channel: ids.channel, content: "two" });
  const again = await client.listen({ lastEventId: other.lastId() });
  await again.findMessage(({ id }) => id === second.id);
  expect(again.events).toHaveLength(1);
  again.close();
});

test("tells what happened between looking at the world and listening", async () => {
  const { lastEvent } = await client.world();
  const { body: said } = await client.post("api/messages", { channel: ids.channel, content: "meanwhile" });
  const late = await client.listen({ after: lastEvent });
  expect(await late.findMessage(({ id }) => id === said.id)).toMatchObject({ content: "meanwhile" });
  late.close();
});

test("answers unknown commands, too", async () => {
  const exchange = await client.interact(slashCommand({ name: "unknown" }));
  expect(exchange).toMatchObject({ status: 200, response: { type: 4, data: { flags: 68 } } });
});
