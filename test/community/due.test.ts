import { expect, test } from "vitest";
import { guildsToForget, keptSince, planDropDrafts } from "../../src/community/due.ts";
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
