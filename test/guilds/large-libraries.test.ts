import { expect, test } from "vitest";
import { createBotFor } from "../../src/bot-for.ts";
import { applyRecord, unpackArticle } from "../../src/community/pack-article.ts";
import { planRemove } from "../../src/community/remove.ts";
import type { LargeLibraries } from "../../src/guilds/large-libraries.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import { createTending } from "../../src/guilds/tend-guilds.ts";
import { createUnpack } from "../../src/preparing/read-for-guild.ts";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import { memorySegment } from "../../src/search/memory-segment.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { command, somebody } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { openTestStore } from "../support/open-store.ts";
import { parseChecked } from "../support/parse.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { analyse, lexicon } = libraryOf([]);
const harbour = parseChecked("# Harbour\n\nThe harbour opens at six.", { metadata: { id: "harbour" } });
const tea = parseChecked("# Tea\n\nThe tea is poured at noon. It is green.");
const bread = parseChecked("# Bread\n\nThe bread is baked at night. It is brown. It is warm.");

/** Indexes as a disk would have them, for libraries of more than two sentences. */
function openDisk({ isFull = false } = {}) {
  const indexes = new Map<string, readonly string[]>();
  const opened: string[] = [];
  const large: LargeLibraries = {
    outgrows: (bytes) => bytes > 2 * 120,
    find: () => undefined,
    async open(guild, packed) {
      if (isFull) throw new Error("no space left");
      opened.push(`${guild}: ${packed.map(({ id }) => id).join(", ")}`);
      indexes.set(
        guild,
        packed.map(({ sha256 }) => sha256),
      );
      const articles = packed.map(({ id, record, bytes }) => applyRecord(unpackArticle(bytes), id, record));
      const passages = articles.flatMap(passagesOf);
      return { articles, segment: memorySegment(passages, buildIndexData(passages, analyse)) };
    },
    retain(guild, articles) {
      const wanted = new Set(articles.map(({ sha256 }) => sha256));
      if (indexes.get(guild)?.some((sha256) => !wanted.has(sha256))) indexes.delete(guild);
    },
    forget: (guild) => void indexes.delete(guild),
    guilds: () => [...indexes.keys()],
  };
  return { large, opened, warnings: [] as string[] };
}

async function openPlace(disk = openDisk()) {
  const store = await openTestStore();
  const log = { ...silent, warn: (event: string) => void disk.warnings.push(event) };
  const { bot, guilds } = createBotFor(libraryOf([harbour]), {
    config: { quotesPerAnswer: 1, cooldownSeconds: 0 },
    log,
    ownThings: {
      store,
      large: disk.large,
      unpack: createUnpack({ maximumBytes: 5_000_000, analyse }),
      now: () => 7,
      indexed: { articles: new Map() },
      dictionaries: { analyse, lexicon },
      files: { read: () => Promise.reject(new Error("no files")), fetch: () => Promise.reject(new Error("no files")) },
    },
  });
  if (!guilds) throw new Error("no guilds");
  let events = 0;
  const ask = async (question: string): Promise<string> => {
    events += 1;
    const channel = { ...somebody.channel, guildId: "4" };
    const reply = await bot.respond(command("ask", { question }, { id: `1${events}`, channel }));
    return reply.kind === "message" ? reply.content : reply.kind;
  };
  const change = (plan: Parameters<ReturnType<typeof guilds.find>["change"]>[1]) =>
    guilds.find("4").change({ change: `2${(events += 1)}`, person: "2" }, plan);
  return { store, guilds, ask, change, ...disk };
}

test("articles that are too many for memory are asked from disk, together with everybody's", async () => {
  const { ask, change, opened } = await openPlace();
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  expect(await ask("When is the tea poured?")).toContain("noon");
  expect(await ask("When is the bread baked?")).toContain("night");
  expect(await ask("When does the harbour open?")).toContain("six");
  expect(opened).toEqual(["4: bread, tea"]);
});

test("an index follows what is replaced and removed, and goes where memory is enough again", async () => {
  const { ask, change, opened, large } = await openPlace();
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  const later = parseChecked("# Tea\n\nThe tea is poured at midnight. It is green.");
  await change((state) => planKept(state, [keep("tea", [tea, later])]));
  expect(await ask("When is the tea poured?")).toContain("midnight");
  expect(opened).toEqual(["4: bread, tea", "4: bread, tea"]);
  await change((state) => planRemove(state, "bread"));
  expect(await ask("When is the bread baked?")).not.toContain("night");
  expect(await ask("When is the tea poured?")).toContain("midnight");
  expect(large.guilds()).toEqual([]);
});

test("what is set without touching the articles opens nothing anew", async () => {
  const { change, guilds, opened } = await openPlace();
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  const record = { quotesPerAnswer: 2 };
  const before = guilds.known("4");
  await change(() => ({
    kind: "change",
    name: "settings-set",
    subject: "",
    writes: [{ kind: "settings", key: "server", before: undefined, after: record }],
  }));
  expect(guilds.known("4")?.state.settings.get("server")).toEqual(record);
  expect(guilds.known("4")?.segments).toBe(before?.segments);
  expect(opened).toEqual(["4: bread, tea"]);
});

test("of a server that is forgotten no index stays", async () => {
  const { change, guilds, large } = await openPlace();
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  expect(large.guilds()).toEqual(["4"]);
  await guilds.find("4").forget();
  expect(large.guilds()).toEqual([]);
});

test("without room on the disk they are asked from memory, and the log says so", async () => {
  const { ask, change, warnings } = await openPlace(openDisk({ isFull: true }));
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  expect(await ask("When is the tea poured?")).toContain("noon");
  expect(warnings).toContain("index of a server not used");
});

test("an hour's round takes away what other processes removed or forgot", async () => {
  const { store, change, large, guilds } = await openPlace();
  await change((state) => planKept(state, [keep("tea", [tea]), keep("bread", [bread])]));
  await guilds.open("4");
  const find = (id: string) => openGuild({ id, store, now: () => 7 });
  let time = 7;
  const tending = createTending({ store, large, log: silent, now: () => time, leftDays: 30, find, visit: find });
  await tending.tend();
  expect(large.guilds()).toEqual(["4"]);
  await find("4").change({ change: "9", person: "2" }, (state) => planRemove(state, "tea"));
  time += 60 * 60_000;
  await tending.tend();
  expect(large.guilds()).toEqual([]);
});
