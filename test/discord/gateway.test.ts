import { expect, onTestFinished, test, vi } from "vitest";
import { commands } from "../../commands/all.ts";
import { createBot } from "../../src/bot.ts";
import type { Command } from "../../src/command.ts";
import { connectGateway } from "../../src/discord/gateway.ts";
import { createLog } from "../../src/log.ts";
import { smallLibrary } from "../support/library.ts";
import { localToken, startLocalDiscord } from "../support/discord/local-discord.ts";
import { slashCommand } from "../support/discord/payloads.ts";
import { discordError } from "../support/discord/routes.ts";

// Processes and connections take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function connectedBot(given: readonly Command[] = commands) {
  const discord = await startLocalDiscord();
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    secrets: [localToken],
    now: () => new Date(0),
    write: (line) => lines.push(line),
  });
  const services = { library: smallLibrary(), quotesPerAnswer: 3 };
  const bot = createBot({ commands: given, services, log, createFaultId: () => "f-1" });
  const gateway = await connectGateway({ token: localToken, apiUrl: discord.apiUrl, bot, log });
  onTestFinished(() => gateway.close());
  await vi.waitUntil(() => lines.some((line) => line.includes('"connected"')), 10_000);
  return { discord, gateway, lines };
}

const question = slashCommand({ name: "ask", options: { question: "Where does black tea come from?" } });

test("answers /ask at once, pinging nobody", async () => {
  const { discord } = await connectedBot();
  const response = await discord.interact(question);
  expect(response).toEqual({
    type: 4,
    data: { content: expect.stringContaining("Yunnan"), flags: 4, allowed_mentions: { parse: [] } },
  });
  expect(discord.requestsTo("POST", "/interactions/:id/:token/callback")).toHaveLength(1);
});

test("answers privately, in direct messages, in the asker's language", async () => {
  const { discord } = await connectedBot();
  const response = await discord.interact(
    slashCommand({ name: "ask", options: { question: "black tea", private: true }, locale: "zh-TW", direct: true }),
  );
  expect(response).toMatchObject({ data: { flags: 68, content: expect.stringContaining("版本") } });
});

test("tells the asker where a command is not known", async () => {
  const { discord } = await connectedBot();
  const response = await discord.interact(slashCommand({ name: "gone" }));
  expect(response).toMatchObject({ data: { flags: 68, content: expect.stringContaining("do not know") } });
});

test("lives on, and logs one line, when an answer comes too late", async () => {
  const { discord, lines } = await connectedBot();
  discord.failNext("POST", "/interactions/:id/:token/callback", discordError(404, 10062, "Unknown interaction"));
  void discord.interact(question);
  await vi.waitUntil(() => lines.length > 1, 10_000);
  expect(lines[1]).toContain("Unknown interaction");
  expect(lines.join("")).not.toContain("aW50ZXJhY3Rpb24_");
  expect(await discord.interact(question)).toMatchObject({ type: 4 });
  expect(lines).toHaveLength(2);
});

test("ignores kinds of interactions that it offers nothing for", async () => {
  const { discord } = await connectedBot();
  void discord.interact({ ...question, type: 3, data: { component_type: 2, custom_id: "old" }, message: { id: "1" } });
  expect(await discord.interact(question)).toMatchObject({ type: 4 });
  expect(discord.requestsTo("POST", "/interactions/:id/:token/callback")).toHaveLength(1);
});

test.for([
  { name: "a broken connection", interrupt: "break" },
  { name: "a request to reconnect", interrupt: "reconnect" },
] as const)("resumes after $name and answers what came meanwhile", async ({ interrupt }) => {
  const { discord } = await connectedBot();
  if (interrupt === "break") discord.gateway.close(4000);
  else discord.gateway.askToReconnect();
  await vi.waitUntil(() => !discord.gateway.isConnected, 10_000);
  expect(await discord.interact(question)).toMatchObject({ type: 4 });
  expect(discord.gateway.history.filter((event) => event !== "heartbeat")).toEqual(["identify", "close", "resume"]);
});

test("keeps the connection alive with heartbeats", async () => {
  const { discord } = await connectedBot();
  discord.gateway.heartbeatInterval = 20;
  discord.gateway.askToReconnect();
  await vi.waitUntil(() => discord.gateway.history.filter((event) => event === "heartbeat").length > 3, {
    timeout: 3000,
  });
  expect(discord.gateway.isConnected).toBe(true);
});

test("finishes the answers under way before it leaves", async () => {
  const slow: Command = {
    declaration: { name: "ask", description: "Ask" },
    run: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { kind: "message", content: "late", private: false, quotes: [] };
    },
  };
  const { discord, gateway } = await connectedBot([slow]);
  const response = discord.interact(question);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await gateway.close();
  expect(await response).toMatchObject({ data: { content: "late" } });
  expect(discord.gateway.isConnected).toBe(false);
});

test("throws where the token is refused", async () => {
  const discord = await startLocalDiscord();
  const log = createLog({ level: "error", secrets: [], now: () => new Date(0), write: () => {} });
  const bot = createBot({
    commands: [],
    services: { library: smallLibrary(), quotesPerAnswer: 1 },
    log,
    createFaultId: () => "f",
  });
  await expect(connectGateway({ token: "wrong", apiUrl: discord.apiUrl, bot, log })).rejects.toThrow("invalid token");
});

test("throws where the gateway refuses the session", async () => {
  const discord = await startLocalDiscord();
  discord.gateway.refuseWith = 4014;
  const log = createLog({ level: "error", secrets: [], now: () => new Date(0), write: () => {} });
  const services = { library: smallLibrary(), quotesPerAnswer: 1 };
  const bot = createBot({ commands: [], services, log, createFaultId: () => "f" });
  const connecting = connectGateway({ token: localToken, apiUrl: discord.apiUrl, bot, log });
  await expect(connecting).rejects.toThrow("4014");
});

test("starts a new session where the old one is over", async () => {
  const { discord } = await connectedBot();
  discord.gateway.invalidateSession(false);
  await vi.waitUntil(() => discord.gateway.history.filter((event) => event === "identify").length === 2, {
    timeout: 12_000,
  });
  expect(await discord.interact(question)).toMatchObject({ type: 4 });
});
