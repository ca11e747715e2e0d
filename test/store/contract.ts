import { expect, test, vi } from "vitest";
import type { Write } from "../../src/community/change.ts";
import type { Store } from "../../src/store/store.ts";
import { change, content, made, write } from "./changes.ts";

/** An empty store, and the same one as another process sees it. */
export interface OpenedTwice {
  readonly store: Store;
  readonly other: Store;
}

/** All that is heard through a store. */
export function listenTo(store: Store) {
  const said: string[] = [];
  let isHearing = false;
  store.watch({
    changed: (guild, revision) => void said.push(`${guild} ${revision}`),
    stopped: (guild, work) => void said.push(`stopped ${guild} ${work}`),
    begin() {
      isHearing = true;
      said.push("begin");
    },
    lose(error) {
      isHearing = false;
      said.push(`lost: ${String(error)}`);
    },
  });
  return { said, isHearing: () => isHearing };
}

const empty = { revision: 0, records: [] };

/** What holds for every store, whatever keeps it. */
export function describeStore(open: () => Promise<OpenedTwice>): void {
  test("has nothing at first", async () => {
    const { store } = await open();
    expect(await store.read("1")).toEqual(empty);
    expect(await store.revision("1")).toBe(0);
    expect(await store.guilds()).toEqual([]);
    expect(await store.changes("1", 9)).toEqual([]);
    expect(await store.findChange("1", "a")).toBeUndefined();
    expect(await store.readContent("1", content("x").sha256)).toBeUndefined();
    await store.markLeft("1", 5);
    await store.sweep("1", 5);
    await store.forgetGuild("1");
    await store.forgetPerson("1", "7");
    expect(await store.guilds()).toEqual([]);
  });

  test("shows a change to every process, wholly", async () => {
    const { store, other } = await open();
    const writes = [write("k", { b: [1, null, "二"], a: { d: true, c: "\0\u{d800}" } }), write("漢 \"'\\", "")];
    expect(await store.change(change({ writes }))).toEqual({ kind: "made", revision: 1 });
    for (const each of [store, other]) {
      const { revision, records } = await each.read("1");
      expect(revision).toBe(1);
      expect(new Map(records.map(({ key, value }) => [key, value]))).toEqual(
        new Map(writes.map(({ key, after }) => [key, after])),
      );
      expect(await each.findChange("1", "c")).toEqual({ ...made, writes });
      expect(await each.guilds()).toEqual([{ id: "1", revision: 1 }]);
    }
    expect(await store.read("2")).toEqual(empty);
  });

  test("tells every other process of what was changed or forgotten", async () => {
    const { store, other } = await open();
    const [near, far] = [listenTo(store), listenTo(other)];
    await vi.waitUntil(() => near.isHearing() && far.isHearing());
    const seen = async (revision: number) => {
      await vi.waitUntil(() => far.said.some((each) => each === "begin" || each === `1 ${revision}`));
      far.said.length = 0;
      expect((await other.revisions(["1", "2"])).get("1") ?? 0).toBe(revision);
    };
    far.said.length = 0;
    await store.change(change({}));
    await seen(1);
    await store.change(change({ id: "d", revision: 1 }));
    await seen(2);
    await store.forgetGuild("1");
    await seen(0);
    // The file itself may be made by the first change.
    expect(new Set(near.said)).toEqual(new Set(["begin"]));
  });

  test("replaces and removes records, and keeps what they were", async () => {
    const { store } = await open();
    await store.change(change({ writes: [write("k", 1), write("l", 2)] }));
    const writes: readonly Write[] = [
      { kind: "words", key: "k", before: 1, after: 3 },
      { kind: "words", key: "l", before: 2, after: undefined },
      { kind: "scope", key: "k", before: undefined, after: 4 },
    ];
    expect(await store.change(change({ id: "d", revision: 1, writes }))).toEqual({ kind: "made", revision: 2 });
    const { records } = await store.read("1");
    expect(records.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: "scope", key: "k", value: 4 },
      { kind: "words", key: "k", value: 3 },
    ]);
    expect((await store.changes("1", 1)).map(({ id }) => id)).toEqual(["d"]);
    expect(await store.changes("1", 9)).toEqual([
      { ...made, id: "d", revision: 2, writes },
      { ...made, writes: [write("k", 1), write("l", 2)] },
    ]);
  });

  test("makes a change once, however often it is asked for", async () => {
    const { store, other } = await open();
    const asked = change({ writes: [write("k", 1)] });
    const outcomes = await Promise.all([store, store, other, other].map((each) => each.change(asked)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["made", "repeated", "repeated", "repeated"]);
    expect(await store.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
    expect(await other.change(asked)).toEqual({ kind: "repeated", revision: 1 });
    expect(await store.changes("1", 9)).toHaveLength(2);
  });

  test("refuses what was worked out from another state, wholly", async () => {
    const { store } = await open();
    const stale = change({ id: "d", writes: [write("k", 2)], contents: [content("stale")] });
    expect(await store.change({ ...stale, revision: 4 })).toEqual({ kind: "conflict", revision: 0 });
    expect(await store.guilds()).toEqual([]);
    await store.change(change({ writes: [write("k", 1)] }));
    expect(await store.change(stale)).toEqual({ kind: "conflict", revision: 1 });
    expect((await store.read("1")).records).toEqual([{ kind: "words", key: "k", value: 1 }]);
    expect(await store.readContent("1", content("stale").sha256)).toBeUndefined();
  });

  test("lets one of many that write at the same moment through", async () => {
    const { store, other } = await open();
    const asked = Array.from({ length: 8 }, (_, at) => change({ id: `${at}`, writes: [write("k", at)] }));
    const outcomes = await Promise.all(asked.map((each, at) => (at % 2 === 0 ? store : other).change(each)));
    expect(outcomes.filter(({ kind }) => kind === "made")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "conflict")).toHaveLength(7);
    expect(await other.revision("1")).toBe(1);
  });

  test("gives a server the contents that its own changes brought", async () => {
    const { store, other } = await open();
    const contents = [content("long ".repeat(9999)), content(""), content("short")];
    await store.change(change({ contents: [...contents, ...contents] }));
    await store.change(change({ guild: "2", contents: contents.slice(0, 1) }));
    for (const { sha256, bytes } of contents) expect(await other.readContent("1", sha256)).toEqual(bytes);
    const seen = await Promise.all(contents.map(({ sha256 }) => store.readContent("2", sha256)));
    expect(seen).toEqual([contents[0]?.bytes, undefined, undefined]);
  });

  test("takes no content under another one's name", async () => {
    const { store } = await open();
    const forged = { ...content("mine"), sha256: content("theirs").sha256 };
    await expect(store.change(change({ contents: [forged] }))).rejects.toThrow("a content is named");
    expect(await store.read("1")).toEqual(empty);
  });

  test("takes a change of ten thousand records", async () => {
    const { store } = await open();
    const writes = Array.from({ length: 10_000 }, (_, at) => write(`${at}`, { at }));
    await store.change(change({ writes }));
    expect((await store.read("1")).records).toHaveLength(10_000);
    await store.change(change({ id: "d", revision: 1, writes: writes.map((each) => ({ ...each, after: undefined })) }));
    expect(await store.read("1")).toEqual({ revision: 2, records: [] });
  });

  test("notes that the bot has left, and that it is back", async () => {
    const { store } = await open();
    await store.change(change({}));
    await store.markLeft("1", 1_760_000_000_000);
    await store.markLeft("2", 5);
    expect(await store.guilds()).toEqual([{ id: "1", revision: 1, left: 1_760_000_000_000 }]);
    await store.markLeft("1", undefined);
    expect(await store.guilds()).toEqual([{ id: "1", revision: 1 }]);
  });

  test("lists servers by their ids, behind any of them", async () => {
    const { store, other } = await open();
    for (const guild of ["20", "10", "3"]) await store.change(change({ guild }));
    expect((await other.guilds()).map(({ id }) => id)).toEqual(["10", "20", "3"]);
    expect((await other.guilds("10")).map(({ id }) => id)).toEqual(["20", "3"]);
    expect(await other.guilds("3")).toEqual([]);
  });

  test("lists servers that were changed, in which something is due, or that were left", async () => {
    const { store, other } = await open();
    for (const guild of ["1", "2", "3", "4"]) await store.change(change({ guild }));
    const due = async (now: number, leftBy = 0, after = "") =>
      (await other.dueGuilds({ now, leftBy, after })).map(({ id }) => id);
    expect(await due(5)).toEqual(["1", "2", "3", "4"]);
    await store.noteTended("1", { revision: 1, due: undefined });
    await store.noteTended("2", { revision: 1, due: 9 });
    await store.noteTended("3", { revision: 0, due: 9 });
    await store.noteTended("4", { revision: 1, due: undefined });
    await store.markLeft("4", 7);
    expect(await due(5)).toEqual(["3"]);
    expect(await due(9)).toEqual(["2", "3"]);
    expect(await due(9, 7, "2")).toEqual(["3", "4"]);
    await store.change(change({ id: "d", revision: 1 }));
    expect(await due(5)).toEqual(["1", "3"]);
  });

  test("forgets a server, and contents that no other has", async () => {
    const { store, other } = await open();
    const [own, shared] = [content("own"), content("shared")];
    await store.change(change({ writes: [write("k", 1)], contents: [own, shared] }));
    await store.change(change({ guild: "2", contents: [shared] }));
    await store.forgetGuild("1");
    expect(await other.read("1")).toEqual(empty);
    expect(await store.changes("1", 9)).toEqual([]);
    expect((await store.guilds()).map(({ id }) => id)).toEqual(["2"]);
    expect(await store.readContent("1", shared.sha256)).toBeUndefined();
    expect(await store.readContent("2", shared.sha256)).toEqual(shared.bytes);
    expect(await store.change(change({ contents: [own] }))).toEqual({ kind: "made", revision: 1 });
  });

  test("forgets who did what, in one server", async () => {
    const { store } = await open();
    const writes = [write("k", { by: "7", askers: ["7", "8"], text: "7 and 77" })];
    await store.change(change({ by: "7", writes }));
    await store.change(change({ id: "d", revision: 1, by: "8", writes }));
    await store.change(change({ guild: "2", by: "7", writes }));
    await store.forgetPerson("1", "7");
    await store.forgetPerson("1", "");
    const blank = [write("k", { by: "", askers: ["", "8"], text: "7 and 77" })];
    expect(await store.changes("1", 9)).toEqual([
      { ...made, id: "d", revision: 2, by: "8", writes: blank },
      { ...made, by: "", writes: blank },
    ]);
    expect(await store.changes("2", 9)).toEqual([{ ...made, guild: "2", by: "7", writes }]);
  });

  test("gives a state that begins anew no number that an earlier one had", async () => {
    const { store, other } = await open();
    await store.change(change({ at: 1_760_000_000_000 }));
    await store.forgetGuild("1");
    await other.change(change({ at: 1_760_000_000_009 }));
    expect(await store.revision("1")).toBe(1_760_000_000_009);
  });

  test("sweeps what no record names and nothing can bring back", async () => {
    const { store } = await open();
    const [kept, gone, recent] = [content("kept"), content("gone"), content("recent")];
    const names = [write("kept", { original: kept.sha256 }), write("gone", { versions: [{ packed: gone.sha256 }] })];
    await store.change(change({ at: 10, writes: names, contents: [kept, gone, recent] }));
    const after = [{ ...write("gone", undefined), before: { versions: [{ packed: gone.sha256 }] } }];
    await store.change(change({ id: "d", revision: 10, at: 20, writes: [...after, write("r", recent.sha256)] }));
    await store.change(
      change({ id: "e", revision: 11, at: 30, writes: [{ ...write("r", undefined), before: recent.sha256 }] }),
    );
    const held = async () =>
      Promise.all([kept, gone, recent].map(async ({ sha256 }) => (await store.readContent("1", sha256)) !== undefined));
    expect(await store.sweep("1", 20)).toBe(20);
    expect(await held()).toEqual([true, true, true]);
    await store.sweep("1", 25);
    expect(await held()).toEqual([true, false, true]);
    expect((await store.changes("1", 9)).map(({ id, writes }) => [id, writes.length])).toEqual([
      ["e", 1],
      ["d", 0],
      ["c", 0],
    ]);
    expect(await store.sweep("1", 31)).toBeUndefined();
    expect(await held()).toEqual([true, false, false]);
    expect(await store.revision("1")).toBe(12);
  });
}
