import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/community/store-error.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import { createTending } from "../../src/guilds/tend-guilds.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore } from "../support/open-store.ts";
import { change, write } from "../store/changes.ts";

const DAY = 24 * 60 * 60 * 1000;
const all = () => true;

/** A store that keeps something about these servers, and what tends it; time and the store's absence are the test's to change. */
async function open({ guilds = ["4", "5"], leftDays = 30 }) {
  const real = await openTestStore();
  for (const guild of guilds)
    await real.change(change({ guild, writes: [write("k", { line: "a, b", at: 1, by: "" })] }));
  const world = { time: 100 * DAY, isAway: false };
  const gate =
    <Given extends readonly unknown[], Made>(act: (...given: Given) => Promise<Made>) =>
    async (...given: Given): Promise<Made> => {
      if (world.isAway) throw new StoreError("unavailable");
      return act(...given);
    };
  const store: Store = {
    ...real,
    guilds: gate((...given) => real.guilds(...given)),
    dueGuilds: gate((...given) => real.dueGuilds(...given)),
    markLeft: gate((...given) => real.markLeft(...given)),
  };
  const now = () => world.time;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const find = (id: string) => openGuild({ id, store, now });
  const visited: string[] = [];
  const visit = (id: string) => {
    visited.push(id);
    return find(id);
  };
  /** As after a restart. */
  const start = () => createTending({ store, log, now, leftDays, find, visit });
  const kept = async () => (await real.guilds()).map(({ id, left }) => (left === undefined ? id : `${id} left`));
  return { world, start, tending: start(), kept, real, visited };
}

describe("a server", () => {
  test("that was left while the bot was away is forgotten when its days are over", async () => {
    const { world, tending, kept } = await open({});
    await tending.known(new Set(["4"]), all);
    world.time += 29 * DAY;
    await tending.tend();
    expect(await kept()).toEqual(["4", "5 left"]);
    world.time += DAY;
    await tending.tend();
    expect(await kept()).toEqual(["4"]);
  });

  test("of another shard is nobody else's to judge", async () => {
    const { world, tending, kept } = await open({});
    await tending.known(new Set([]), (id) => id === "4");
    world.time += 31 * DAY;
    await tending.tend();
    expect(await kept()).toEqual(["5"]);
  });

  test("that is kept for no day goes at once when the bot is removed, but not where a list lacks it once", async () => {
    const { world, tending, kept } = await open({ guilds: ["4", "5", "6"], leftDays: 0 });
    await tending.left("4");
    expect(await kept()).toEqual(["5", "6"]);
    await tending.known(new Set(["6"]), all);
    world.time += DAY - 1;
    await tending.tend();
    expect(await kept()).toEqual(["5 left", "6"]);
    await tending.known(new Set(["5"]), all);
    world.time += DAY;
    await tending.tend();
    expect(await kept()).toEqual(["5"]);
  });

  test("that the bot came back to stays, though the store was away when that was told", async () => {
    const { world, start, tending, kept } = await open({});
    await tending.left("4");
    const again = start();
    world.isAway = true;
    await again.known(new Set(["4", "5"]), all);
    await again.there("4");
    await again.left("5");
    world.isAway = false;
    world.time += 40 * DAY;
    await again.tend();
    expect(await kept()).toEqual(["4", "5 left"]);
  });

  test("is looked after when it was changed or something is due in it, and at no other time", async () => {
    const { world, tending, real, visited, start } = await open({});
    await tending.tend();
    expect(visited.splice(0)).toEqual(["4", "5"]);
    await start().tend();
    expect(visited.splice(0)).toEqual([]);
    await real.change(
      change({
        id: "d",
        guild: "5",
        revision: 1,
        at: world.time,
        writes: [write("l", { line: "c, d", at: 1, by: "" })],
      }),
    );
    await tending.tend();
    expect(visited.splice(0)).toEqual(["5"]);
    world.time += 30 * DAY + 1;
    await tending.tend();
    expect(visited.splice(0)).toEqual(["5"]);
    await tending.tend();
    expect(visited).toEqual([]);
    expect((await real.changes("5", 9)).map(({ writes }) => writes.length)).toEqual([0, 0]);
  });
});
