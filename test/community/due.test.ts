import { describe, expect, test } from "vitest";
import { guildsToForget, keptSince, nextDue, planDropDrafts } from "../../src/community/due.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { DraftRecord } from "../../src/community/records.ts";

const day = 86_400_000;
const now = 100 * day;

test("a server is forgotten so many days after the bot was removed from it", () => {
  const guilds = [
    { id: "there" },
    { id: "left", left: now - 30 * day },
    { id: "later", left: now - 30 * day + 1 },
    { id: "now", left: now },
  ];
  expect(guildsToForget(guilds, { now, days: 30 })).toEqual(["left"]);
  expect(guildsToForget(guilds, { now, days: 0 })).toEqual(["left", "later", "now"]);
});

test("changes can be undone for thirty days", () => {
  expect(keptSince(now)).toBe(70 * day);
});

test("drafts that nobody published for a day are dropped", () => {
  const hash = "a".repeat(64);
  const draft = (at: number): DraftRecord => ({
    article: `from-${at}`,
    replaces: false,
    version: {
      version: hash,
      packed: hash,
      original: hash,
      file: "a.txt",
      bytes: 1,
      title: "A",
      language: "en",
      sections: 1,
      sentences: 1,
      at,
      by: "1",
    },
    at,
    by: "1",
  });
  const old = draft(now - day);
  const state: GuildState = {
    ...emptyState,
    draft: new Map([
      ["1", old],
      ["2", draft(now - day + 1)],
    ]),
  };
  expect(planDropDrafts(state, now)).toEqual({
    kind: "change",
    name: "draft-dropped",
    subject: old.article,
    writes: [{ kind: "draft", key: "1", before: old, after: undefined }],
  });
  expect(planDropDrafts(emptyState, now)).toEqual({ kind: "refused", refusal: "nothing-due" });
});

describe("the next thing in a server is due", () => {
  const settings = { server: { weeklySummary: true, gapChannel: "100000000000000001" } };
  test.for<{ name: string; state: object; oldestUndo?: number; due: number | undefined }>([
    { name: "never, where there is nothing", state: {}, due: undefined },
    { name: "behind the days in which a change can be undone", state: {}, oldestUndo: now, due: now + 30 * day + 1 },
    { name: "a day after a draft", state: { draft: { d: { at: now - 5 } } }, oldestUndo: now, due: now + day - 5 },
    { name: "at once, where a first summary is wanted", state: { settings }, oldestUndo: now, due: now },
    {
      name: "a week after the last summary",
      state: { settings, routine: { summary: { last: now - day } } },
      due: now + 6 * day,
    },
    {
      name: "at once, where the last summary is yet to come",
      state: { settings, routine: { summary: { last: now + 2 * day } } },
      due: now,
    },
  ])("$name", ({ state, oldestUndo, due }) => {
    const given = Object.fromEntries(
      Object.entries(state).map(([kind, records]) => [kind, new Map(Object.entries(records))]),
    );
    expect(nextDue({ ...emptyState, ...given }, now, oldestUndo)).toBe(due);
  });
});
