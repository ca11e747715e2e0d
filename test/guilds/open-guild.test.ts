import { describe, expect, test } from "vitest";
import type { Guild } from "../../src/community/guild.ts";
import type { Plan } from "../../src/community/change.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import type { Store } from "../../src/store/store.ts";
import { keep, planKept } from "../support/guild-of.ts";
import { openTestStore } from "../support/open-store.ts";
import { parseChecked as parse } from "../support/parse.ts";

function open(store: Store, id = "4"): Guild {
  return openGuild({ id, store, now: () => 7 });
}

const by = (change: string) => ({ change, person: "2" });

/** Sets how many quotes an answer has. */
function setQuotes(state: GuildState, quotesPerAnswer: number): Plan<"same"> {
  const before = state.settings.get("server");
  if (before?.quotesPerAnswer === quotesPerAnswer) return { kind: "refused", refusal: "same" };
  const write = { kind: "settings", key: "server", before, after: { ...before, quotesPerAnswer } } as const;
  return { kind: "change", name: "settings-set", subject: "quotes", writes: [write] };
}

describe("a server's own things", () => {
  test("are changed from the newest state, whoever changed it last", async () => {
    const store = await openTestStore();
    const [one, other] = [open(store), open(store)];
    await one.change(by("1"), (state) => setQuotes(state, 2));
    const seen: (number | undefined)[] = [];
    await other.change(by("2"), (state) => {
      seen.push(state.settings.get("server")?.quotesPerAnswer);
      return setQuotes(state, 4);
    });
    expect(seen).toEqual([2]);
    expect((await one.fresh()).settings.get("server")).toEqual({ quotesPerAnswer: 4 });
    expect(one.state.revision).toBe(8);
  });

  test("are changed by all who change them at once", async () => {
    const store = await openTestStore();
    const guilds = [open(store), open(store), open(store)];
    const made = await Promise.all(
      guilds.map((guild, at) =>
        guild.change(by(String(at)), () => ({
          kind: "change",
          name: "words-added",
          subject: "",
          writes: [{ kind: "words", key: String(at), before: undefined, after: { line: "a, b", at: 1, by: "2" } }],
        })),
      ),
    );
    expect(made.map(({ kind }) => kind)).toEqual(["made", "made", "made"]);
    expect([...(await open(store).fresh()).words.keys()]).toEqual(["0", "1", "2"]);
  });

  test("are changed once by what is asked for twice", async () => {
    const guild = open(await openTestStore());
    await guild.change(by("1"), (state) => setQuotes(state, 2));
    const again = await guild.change(by("1"), (state) => setQuotes(state, 2));
    expect(again).toMatchObject({ kind: "made", change: { id: "1", revision: 7 } });
    expect(guild.state.revision).toBe(7);
  });

  test("keep nothing that could not be read again", async () => {
    const guild = open(await openTestStore());
    await expect(guild.change(by("1"), (state) => setQuotes(state, 11))).rejects.toThrow("settings");
    expect((await guild.fresh()).revision).toBe(0);
  });

  test("are taken back, and that too", async () => {
    const guild = open(await openTestStore());
    await guild.change(by("1"), (state) => setQuotes(state, 2));
    await guild.change(by("2"), (state) => setQuotes(state, 4));
    expect(await guild.undo(by("3"), "2")).toMatchObject({ kind: "made" });
    expect(guild.state.settings.get("server")).toEqual({ quotesPerAnswer: 2 });
    expect(await guild.undo(by("4"), "3")).toMatchObject({ kind: "made" });
    expect(guild.state.settings.get("server")).toEqual({ quotesPerAnswer: 4 });
  });

  test("are not taken back where something was changed since", async () => {
    const guild = open(await openTestStore());
    await guild.change(by("1"), (state) => setQuotes(state, 2));
    await guild.change(by("2"), (state) => setQuotes(state, 4));
    expect(await guild.undo(by("3"), "1")).toEqual({ kind: "refused", refusal: "changed-since" });
    expect(await guild.undo(by("3"), "9")).toEqual({ kind: "refused", refusal: "unknown" });
  });

  test("are not taken back by another server's change", async () => {
    const store = await openTestStore();
    const [own, foreign] = [open(store, "4"), open(store, "5")];
    await own.change(by("1"), (state) => setQuotes(state, 2));
    expect(await foreign.undo(by("2"), "1")).toEqual({ kind: "refused", refusal: "unknown" });
    expect((await own.fresh()).settings.get("server")).toEqual({ quotesPerAnswer: 2 });
  });

  test("hold every version of an article, for that server alone", async () => {
    const store = await openTestStore();
    const [own, foreign] = [open(store, "4"), open(store, "5")];
    const [old, current] = [parse("Tea is hot."), parse("Tea is cold.")];
    await own.change(by("1"), (state) => planKept(state, [keep("tea", [old, current], { title: "Tea" })]));
    expect(await own.readVersion(old.version.slice(0, 8))).toEqual({ ...old, id: "tea", title: "Tea" });
    expect((await own.readVersion(current.version.slice(0, 8)))?.text).toBe("Tea is cold.");
    expect(await own.readVersion("00000000")).toBeUndefined();
    expect(await foreign.readVersion(old.version.slice(0, 8))).toBeUndefined();
    const packed = own.state.article.get("tea")?.versions[0]?.packed ?? "";
    expect(await own.readOriginal(packed)).toBeDefined();
    expect(await foreign.readOriginal(packed)).toBeUndefined();
  });

  test("are forgotten", async () => {
    const store = await openTestStore();
    const guild = open(store);
    await guild.change(by("1"), (state) => planKept(state, [keep("tea", [parse("Tea is hot.")])]));
    const packed = guild.state.article.get("tea")?.versions[0]?.packed ?? "";
    await guild.forget();
    expect((await guild.fresh()).article.size).toBe(0);
    expect(await guild.changes(10)).toEqual([]);
    expect(await guild.readOriginal(packed)).toBeUndefined();
  });
});
