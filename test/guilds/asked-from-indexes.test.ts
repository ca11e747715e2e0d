import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createBotFor } from "../../src/bot-for.ts";
import { planRollback } from "../../src/community/rollback.ts";
import { planSetScope } from "../../src/community/scope.ts";
import { planAddWords } from "../../src/community/words.ts";
import type { LargeLibraries } from "../../src/guilds/large-libraries.ts";
import { fingerprint } from "../../src/indexes/fingerprint.ts";
import { createLargeForGuilds } from "../../src/preparing/large/large-for-guilds.ts";
import { createLargeOnServer } from "../../src/preparing/large/large-on-server.ts";
import { createUnpack } from "../../src/preparing/read-for-guild.ts";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import type { Store } from "../../src/store/store.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { command, somebody } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { openTestStore } from "../support/open-store.ts";
import { parseChecked } from "../support/parse.ts";
import { ask, hasPostgres } from "../support/postgres.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { analyse, lexicon } = libraryOf([]);
const memory = () => createMemoryBudget(10_000_000);
const tea = parseChecked("# Tea\n\nThe tea is poured at noon. It is green.", { metadata: { id: "tea" } });
const laterTea = parseChecked("# Tea\n\nThe tea is poured at midnight. It is green.", { metadata: { id: "tea" } });
const bread = parseChecked("# Bread\n\nThe bread is baked at night. It is brown.", { metadata: { id: "bread" } });

/** Indexes in files. */
function openFiles(): () => LargeLibraries {
  const directory = mkdtempSync(path.join(tmpdir(), "yuanwen-asked-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return () => createLargeForGuilds({ directory, fingerprint, memory: memory() });
}

/** Indexes in PostgreSQL, which several processes share. */
function openServer(): () => LargeLibraries {
  const schema = `test_asked_${randomUUID().slice(0, 8)}`;
  onTestFinished(() => ask(`drop schema if exists ${schema}_1 cascade`));
  return () => {
    const server = { url: process.env["TEST_DATABASE_URL"] ?? "", schema };
    const large = createLargeOnServer({ server, fingerprint, memory: memory() });
    onTestFinished(async () => large.close?.());
    return large;
  };
}

/** A bot that asks all that servers have from indexes. */
function startBot(store: Store, large: LargeLibraries) {
  const warnings: string[] = [];
  const { bot, guilds } = createBotFor(libraryOf([]), {
    config: { quotesPerAnswer: 1, cooldownSeconds: 0 },
    log: { ...silent, warn: (event: string) => void warnings.push(event) },
    ownThings: {
      store,
      large: { ...large, outgrows: (bytes) => bytes > 0 },
      unpack: createUnpack({ maximumBytes: 5_000_000, analyse }),
      now: () => 7,
      indexed: { articles: new Map() },
      dictionaries: { analyse, lexicon },
      files: { read: () => Promise.reject(new Error("no files")), fetch: () => Promise.reject(new Error("no files")) },
    },
  });
  if (!guilds) throw new Error("no guilds");
  const guild = guilds.find("4");
  return {
    guilds,
    warnings,
    ask: async (question: string, channelId = "77"): Promise<string> => {
      await guilds.open("4");
      const channel = { ...somebody.channel, id: channelId, guildId: "4" };
      const reply = await bot.respond(command("ask", { question }, { id: randomUUID(), channel }));
      return reply.kind === "message" ? reply.content : reply.kind;
    },
    change: (plan: Parameters<typeof guild.change>[1]) => guild.change({ change: randomUUID(), person: "2" }, plan),
  };
}

const places = [
  { name: "files", open: openFiles, isThere: true },
  { name: "PostgreSQL", open: openServer, isThere: hasPostgres },
];

describe.for(places.filter(({ isThere }) => isThere))("a server's articles in $name", ({ open }) => {
  async function start() {
    const store = await openTestStore();
    const openLarge = open();
    const started = startBot(store, openLarge());
    await started.change((state) => planKept(state, [keep("tea", [tea, laterTea]), keep("bread", [bread])]));
    return { store, openLarge, ...started };
  }

  // Few tests with much in each: every one has its articles indexed, in threads of their own.
  test("are asked where they lie, within a channel's scope, and by the server's own words", async () => {
    const { ask: say, change, guilds, warnings } = await start();
    expect(await say("When is the bread baked?")).toContain("at night");
    await change((state) => planSetScope(state, "77", { articles: ["tea"], roles: [] }));
    expect(await say("When is the bread baked?")).not.toContain("at night");
    expect(await say("When is the tea poured?")).toContain("at midnight");
    expect(await say("When is the bread baked?", "78")).toContain("at night");
    expect([guilds.known("4")?.segments.length, warnings]).toEqual([1, []]);
    expect(await say("How is the zorbl?", "78")).not.toContain("at night");
    await change((state) => planAddWords(state, { key: "1", line: "zorbl, bread", at: 7, by: "2" }));
    expect(await say("How is the zorbl?", "78")).toContain("at night");
    expect(guilds.known("4")?.segments.length).toBe(1);
  });

  test("are those in use after an earlier version was put back, and only those, in another process as well", async () => {
    const { store, openLarge, change, ask: say, guilds } = await start();
    const other = startBot(store, openLarge());
    for (const process of [say, other.ask]) expect(await process("When is the tea poured?")).toContain("at midnight");
    await change((state) => planRollback(state, tea));
    for (const process of [other.ask, say]) {
      const said = await process("When is the tea poured?");
      expect(said).toContain("at noon");
      expect(said).not.toContain("midnight");
    }
    expect(guilds.known("4")?.segments.length).toBe(1);
    expect(other.warnings).toEqual([]);
  });
});
