import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { ObservedDiscord } from "../support/discord/observed-discord.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { startBot } from "../support/discord/start-bot.ts";

const identify = { token: localToken, intents: 0 };
const resume = { token: localToken, session_id: "session-1", seq: 0 };

/** Sends one thing to the gateway; gives the code that it closes the connection with. */
async function codeFor(discord: ObservedDiscord, text: string): Promise<unknown> {
  const socket = new WebSocket(gatewayOf(discord));
  await once(socket, "open");
  socket.send(text);
  const [code] = await once(socket, "close");
  return code;
}

function gatewayOf({ apiUrl }: ObservedDiscord): string {
  return new URL("/", apiUrl.replace(/^http/u, "ws")).href;
}

test.for([
  ["no JSON", "x", 4002],
  ["nothing of the protocol", "[]", 4002],
  ["no shard", JSON.stringify({ op: 2, d: { ...identify, shard: "all" } }), 4002],
  ["another token", JSON.stringify({ op: 2, d: { ...identify, token: "guessed" } }), 4004],
  ["another token, for a session that is there", JSON.stringify({ op: 6, d: { ...resume, token: "guessed" } }), 4004],
] as const)("closes the gateway to whoever sends %s, and goes on", async ([, text, expected]) => {
  const { discord } = await startBot({ features: { commands: [] } });

  expect(await codeFor(discord, text)).toBe(expected);

  expect(discord.gateway.isConnected).toBe(true);
});

test("outlives frames that break the websocket's own rules", async () => {
  const { discord } = await startBot({ features: { commands: [] } });
  const socket = new WebSocket(gatewayOf(discord));
  await once(socket, "open");
  const closed = once(socket, "close");

  // A reserved opcode.
  Reflect.get(socket, "_socket").write(Buffer.from([0x83, 0x80, 0, 0, 0, 0]));
  await closed;

  expect(discord.gateway.isConnected).toBe(true);
});

test("opens the gateway to no page of a browser", async () => {
  const { discord } = await startBot({ features: { commands: [] } });
  const socket = new WebSocket(gatewayOf(discord), { origin: "http://evil.example" });

  const [error] = await once(socket, "error").catch((thrown: unknown) => [thrown]);

  expect(String(error)).toContain("401");
});

test.for([
  ["no JSON", "/v10/interactions/1/2/callback", "{"],
  ["a path that cannot be read", "/v10/interactions/%/2/callback", "{}"],
] as const)("refuses %s", async ([, path, body]) => {
  const { discord } = await startBot({ features: { commands: [] } });

  const response = await fetch(`${discord.apiUrl}${path}`, { method: "POST", body });

  expect(response.status).toBe(400);
});
