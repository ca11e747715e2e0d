import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createBotFor } from "../../src/bot-for.ts";
import { planRemove } from "../../src/community/remove.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import { createTending } from "../../src/guilds/tend-guilds.ts";
import { type KeptIndexes, openKeptIndexes } from "../../src/indexes/kept/kept-indexes.ts";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import { createUnpack } from "../../src/preparing/read-for-guild.ts";
import type { Store } from "../../src/store/store.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { libraryOf } from "../support/library-of.ts";
import { openTestStore } from "../support/open-store.ts";
import { parseChecked } from "../support/parse.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
const tea = keep("tea", [parseChecked("# Tea\n\nThe tea is poured at noon.")]);
const bread = keep("bread", [parseChecked("# Bread\n\nThe bread is baked at night.")]);

function openKept(): KeptIndexes {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "yuanwen-kept-")), "kept.db");
  return openKeptIndexes({ file, fingerprint: () => "one", log });
}

/** A process with the servers of a store; tells how many articles it had to index. */
function openProcess(store: Store, kept: KeptIndexes) {
  const { analyse, lexicon } = libraryOf([]);
  const indexed: string[] = [];
  const counting: KeptIndexes = {
    ...kept,
    keep(key, index) {
      indexed.push(key.owner);
      kept.keep(key, index);
    },
  };
  const { guilds } = createBotFor(libraryOf([]), {
    config: { quotesPerAnswer: 3, cooldownSeconds: 0 },
    log,
    ownThings: {
      store,
      kept,
      unpack: createUnpack({ maximumBytes: 5_000_000, analyse, kept: counting }),
      now: () => 7,
      indexed: { articles: new Map() },
      dictionaries: { analyse, lexicon },
      files: { read: () => Promise.reject(new Error("no files")), fetch: () => Promise.reject(new Error("no files")) },
    },
  });
  if (!guilds) throw new Error("no guilds");
  return { guilds, indexed };
}

test("a server's articles are indexed once, whoever opens them later", async () => {
  const [store, kept] = [await openTestStore(), openKept()];
  const first = openProcess(store, kept);
  await first.guilds.find("4").change({ change: "1", person: "2" }, (state) => planKept(state, [tea, bread]));
  await first.guilds.open("4");
  const later = openProcess(store, kept);
  await later.guilds.open("4");
  expect([first.indexed, later.indexed]).toEqual([["4", "4"], []]);
});

test("what a server removes or replaces is kept no longer", async () => {
  const [store, kept] = [await openTestStore(), openKept()];
  const { guilds, indexed } = openProcess(store, kept);
  await guilds.find("4").change({ change: "1", person: "2" }, (state) => planKept(state, [tea, bread]));
  await guilds.open("4");
  await guilds.find("4").change({ change: "2", person: "2" }, (state) => planRemove(state, "tea"));
  await guilds.open("4");
  await guilds.find("4").change({ change: "3", person: "2" }, (state) => planKept(state, [tea]));
  await guilds.open("4");
  expect(indexed).toEqual(["4", "4", "4"]);
});

test("of a server that is forgotten nothing is kept", async () => {
  const [store, kept] = [await openTestStore(), openKept()];
  const { guilds } = openProcess(store, kept);
  for (const guild of ["4", "5"]) {
    await guilds.find(guild).change({ change: guild, person: "2" }, (state) => planKept(state, [tea]));
    await guilds.open(guild);
  }
  await guilds.find("4").forget();
  expect(kept.owners()).toEqual(["5"]);
});

test("what another process forgot or removed is kept no longer after an hour's round", async () => {
  const [store, kept, others] = [await openTestStore(), openKept(), openKept()];
  const { guilds } = openProcess(store, kept);
  const other = openProcess(store, others);
  for (const guild of ["4", "5"]) {
    await guilds.find(guild).change({ change: guild, person: "2" }, (state) => planKept(state, [tea]));
    await guilds.open(guild);
    await other.guilds.open(guild);
  }
  await other.guilds.find("4").forget();
  await other.guilds.find("5").change({ change: "9", person: "2" }, (state) => planRemove(state, "tea"));
  kept.keep({ owner: "folder /articles", madeOf: "a" }, { data: buildIndexData([], libraryOf([]).analyse) });
  const find = (id: string) => openGuild({ id, store, now: () => 7 });
  await createTending({ store, kept, log, now: () => 7, leftDays: 30, find, visit: find }).tend();
  expect(kept.owners()).toEqual(["folder /articles"]);
});
