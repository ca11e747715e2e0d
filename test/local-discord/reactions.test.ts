import { expect, test } from "vitest";
import type { LocalEvent } from "../../src/local-discord/channels.ts";
import { privately } from "../../src/local-discord/channels.ts";
import { askerUser, ids } from "../../src/local-discord/world.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { startBot } from "../support/discord/start-bot.ts";

const message = { channel_id: ids.channel, content: "thanks", author: askerUser } as const;

/** What the bot would send to react to a message. */
async function react(apiUrl: string, method: string, id: string, emoji: string): Promise<number> {
  const path = `channels/${ids.channel}/messages/${id}/reactions/${encodeURIComponent(emoji)}/@me`;
  const response = await fetch(`${apiUrl}/v10/${path}`, { method, headers: { authorization: `Bot ${localToken}` } });
  return response.status;
}

test("keeps the bot's reactions, once each, without marking the message as edited", async () => {
  const { discord } = await startBot({ features: { commands: [], controls: [] }, transport: "http" });
  discord.channels.addMessage({ ...message, id: "900" });
  const events: LocalEvent[] = [];
  discord.subscribe((event) => events.push(event));
  for (const emoji of ["👍", "👍", "quill:77"]) expect(await react(discord.apiUrl, "PUT", "900", emoji)).toBe(204);
  const thumb = { emoji: { id: null, name: "👍" }, count: 1, me: true };
  const quill = { emoji: { id: "77", name: "quill" }, count: 1, me: true };
  expect(discord.channels.findMessage(ids.channel, "900")).toMatchObject({
    content: "thanks",
    edited_timestamp: null,
    reactions: [thumb, quill],
  });
  expect(events).toHaveLength(3);
  expect(await react(discord.apiUrl, "DELETE", "900", "👍")).toBe(204);
  expect(discord.channels.findMessage(ids.channel, "900")?.reactions).toEqual([quill]);
});

test("knows no reactions to what is not there, or is another's own", async () => {
  const { discord } = await startBot({ features: { commands: [], controls: [] }, transport: "http" });
  discord.channels.addMessage({ ...message, id: "901", flags: privately });
  expect(await react(discord.apiUrl, "PUT", "900", "👍")).toBe(404);
  expect(await react(discord.apiUrl, "PUT", "901", "👍")).toBe(404);
  expect(await react(discord.apiUrl, "PUT", "900", ":")).toBe(400);
});
