import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/community/change.ts";
import { planDraft, planDrop } from "../../src/community/draft.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import { libraryLimits } from "../../src/community/library-limits.ts";
import { planPublish, withDraft } from "../../src/community/publish.ts";
import type { ArticleRecord, DraftRecord, VersionRecord } from "../../src/community/records.ts";
import { planRemove } from "../../src/community/remove.ts";
import { planRename } from "../../src/community/rename.ts";
import { findEarlier, planRollback } from "../../src/community/rollback.ts";
import { applyWrites } from "../../src/guilds/apply-writes.ts";
import { parseChecked } from "../support/parse.ts";
import { taughtAt } from "../support/taught-at.ts";

const old = { ...parseChecked("# Tea\n\nTea is hot. Dogs may come in."), id: "tea" };
const renewed = { ...parseChecked("# Tea\n\nTea is hot. Cats may come in."), id: "tea" };
const DAY = 24 * 60 * 60 * 1000;

function version(hash: string, at = 0): VersionRecord {
  const kept = { packed: "0".repeat(64), original: hash, file: "tea.md", bytes: 10, title: "Tea", language: "en" };
  return { version: hash, ...kept, sections: 1, sentences: 2, at, by: "2" };
}

const first = version(old.version, 1);
const second = version(renewed.version, 2);
const tea: ArticleRecord = { versions: [first], active: first.version, formerIds: [] };
const draft: DraftRecord = { article: "tea", replaces: false, version: first, at: 5, by: "2" };
const withTea: GuildState = { ...emptyState, article: new Map([["tea", tea]]) };
const replacing: DraftRecord = { ...draft, replaces: true, version: second };
const none: ReadonlySet<string> = new Set();

/** What stands after a plan, or why it was refused. */
function after<Refusal>(state: GuildState, plan: Plan<Refusal>): GuildState | Refusal {
  return plan.kind === "refused" ? plan.refusal : applyWrites(state, plan.writes, state.revision + 1);
}

function many<Item>(count: number, item: (place: number) => Item): ReadonlyMap<string, Item> {
  return new Map(Array.from({ length: count }, (_, place) => [`n${place}`, item(place)]));
}

const hashOf = (place: number): string => String(place).padStart(64, "0");

function add(state: GuildState, given: DraftRecord, sharedIds = none) {
  return after(state, planDraft(state, { key: "9", draft: given, contents: [], sharedIds }));
}

describe("a draft", () => {
  test("is kept, and takes the place of the bringer's earlier one and of those that have waited too long", () => {
    const state = {
      ...emptyState,
      draft: new Map([
        ["1", { ...draft, at: 0 }],
        ["2", { ...draft, article: "milk", by: "3", at: 0 }],
        ["3", { ...draft, article: "milk", by: "3", at: DAY }],
      ]),
    };
    const kept = { ...draft, at: DAY + 1 };
    expect(add(state, kept)).toMatchObject({
      draft: new Map([
        ["3", state.draft.get("3")],
        ["9", kept],
      ]),
    });
  });

  test.for<{ name: string; state?: GuildState; given?: DraftRecord; shared?: string; refusal: object }>([
    { name: "everybody's article has the id", shared: "tea", refusal: { kind: "taken" } },
    { name: "there is nothing to replace", given: replacing, refusal: { kind: "no-such-article" } },
    { name: "the text is in use", state: withTea, given: { ...draft, replaces: true }, refusal: { kind: "same-text" } },
    {
      name: "there are too many articles",
      state: { ...emptyState, article: many(libraryLimits.articles, () => tea) },
      refusal: { kind: "too-many-articles", most: libraryLimits.articles },
    },
    {
      name: "too many drafts wait",
      state: { ...emptyState, draft: many(libraryLimits.drafts, () => ({ ...draft, article: "milk", by: "3" })) },
      refusal: { kind: "too-many-drafts", most: libraryLimits.drafts },
    },
    {
      name: "the files are too heavy",
      state: {
        ...emptyState,
        article: new Map([["milk", { ...tea, versions: [{ ...second, bytes: libraryLimits.bytes - 5 }] }]]),
      },
      refusal: { kind: "too-many-bytes", most: libraryLimits.bytes, kept: libraryLimits.bytes - 5 },
    },
  ])("is refused where $name", ({ state = emptyState, given = draft, shared, refusal }) => {
    expect(add(state, given, shared === undefined ? none : new Set([shared]))).toEqual(refusal);
  });

  test("is given up once", () => {
    const state = { ...emptyState, draft: new Map([["9", draft]]) };
    expect(after(state, planDrop(state, "9"))).toMatchObject({ draft: new Map() });
    expect(after(state, planDrop(state, "8"))).toBe("unknown");
  });
});

function publish(state: GuildState, article = old, now = 6) {
  return after(state, planPublish(state, { key: "9", article, now }));
}

function drafted(state: GuildState, given: DraftRecord): GuildState {
  return { ...state, draft: new Map([["9", given]]) };
}

describe("publishing", () => {
  test("puts the draft into use", () => {
    expect(publish(drafted(emptyState, { ...draft, title: "Tea for all" }))).toMatchObject({
      draft: new Map(),
      article: new Map([["tea", { ...tea, title: "Tea for all" }]]),
    });
  });

  test("replaces, and carries over what was taught", () => {
    const taught = new Map([
      ["a", taughtAt(old, "Tea is hot.")],
      ["b", taughtAt(old, "Dogs may come in.")],
    ]);
    const state = publish({ ...drafted(withTea, replacing), taught }, renewed);
    expect(state).toMatchObject({
      article: new Map([["tea", { ...tea, versions: [first, second], active: second.version }]]),
      taught: new Map([
        ["a", expect.objectContaining({ version: renewed.version, lost: false })],
        ["b", expect.objectContaining({ version: old.version, lost: true })],
      ]),
    });
  });

  test.for<{ name: string; state: GuildState; article?: typeof old; now?: number; refusal: object }>([
    { name: "published already", state: emptyState, refusal: { kind: "unknown" } },
    { name: "another text by now", state: drafted(emptyState, draft), article: renewed, refusal: { kind: "unknown" } },
    { name: "too old", state: drafted(emptyState, draft), now: DAY + 6, refusal: { kind: "expired" } },
    { name: "in another's place", state: drafted(withTea, draft), refusal: { kind: "taken", article: "tea" } },
    {
      name: "to replace what is gone",
      state: drafted(emptyState, replacing),
      article: renewed,
      refusal: { kind: "gone", article: "tea" },
    },
  ])("is refused where the draft is $name", ({ state, article, now, refusal }) => {
    expect(publish(state, article, now)).toEqual(refusal);
  });

  test("gives up the oldest versions, never the one in use until then", () => {
    const versions = Array.from({ length: libraryLimits.versions }, (_, place) => version(hashOf(place)));
    const full = { ...tea, versions, active: hashOf(0) };
    const { versions: kept } = withDraft(full, { version: version("f".repeat(64)) });
    expect(kept.map((each) => each.version)).toEqual([
      hashOf(0),
      ...versions.slice(2).map((each) => each.version),
      "f".repeat(64),
    ]);
  });

  test("keeps one text once", () => {
    const known = { ...tea, versions: [first, second], active: second.version };
    expect(withDraft(known, { version: { ...first, at: 9 } })).toMatchObject({
      versions: [second, { ...first, at: 9 }],
      active: first.version,
    });
  });
});

describe("going back", () => {
  const two = { ...tea, versions: [first, second], active: second.version };

  test("takes the version before, and finds again what was lost", () => {
    const taught = new Map([["b", { ...taughtAt(old, "Dogs may come in."), lost: true }]]);
    const state = { ...emptyState, article: new Map([["tea", two]]), taught };
    expect(findEarlier(two)).toEqual({ kind: "version", version: first });
    expect(after(state, planRollback(state, old))).toMatchObject({
      article: new Map([["tea", { ...two, active: first.version }]]),
      taught: new Map([["b", expect.objectContaining({ lost: false })]]),
    });
  });

  test.for([
    { name: "no such article", record: undefined, hash: undefined, refusal: "no-such-article" },
    { name: "no version before", record: tea, hash: undefined, refusal: "no-earlier-version" },
    { name: "no such version", record: two, hash: "x", refusal: "no-such-version" },
    { name: "the version in use", record: two, hash: second.version.slice(0, 8), refusal: "in-use" },
  ])("is refused where there is $name", ({ record, hash, refusal }) => {
    expect(findEarlier(record, hash)).toEqual({ kind: "refused", refusal });
  });
});

test("removing takes the drafts of its replacement along, and leaves what was taught", () => {
  const taught = new Map([["a", taughtAt(old, "Tea is hot.")]]);
  const state = { ...withTea, draft: new Map([["9", replacing]]), taught };
  expect(after(state, planRemove(state, "tea"))).toMatchObject({ article: new Map(), draft: new Map(), taught });
  expect(after(state, planRemove(state, "milk"))).toBe("no-such-article");
});

describe("renaming", () => {
  test("takes along all that names the article", () => {
    const state: GuildState = {
      ...withTea,
      draft: new Map([["9", replacing]]),
      taught: new Map([["a", taughtAt(old, "Tea is hot.")]]),
      scope: new Map([["server", { articles: ["tea"], roles: [] }]]),
    };
    expect(after(state, planRename(state, { article: "tea", newId: "rules", sharedIds: none }))).toMatchObject({
      article: new Map([["rules", { ...tea, formerIds: ["tea"] }]]),
      draft: new Map([["9", { ...replacing, article: "rules" }]]),
      taught: new Map([["a", expect.objectContaining({ article: "rules" })]]),
      scope: new Map([["server", { articles: ["rules"], roles: [] }]]),
    });
  });

  test.for([
    { name: "no such article", given: { article: "milk", newId: "rules" }, refusal: "no-such-article" },
    { name: "an id that everybody's has", given: { article: "tea", newId: "harbour" }, refusal: "taken" },
    { name: "nothing new", given: { article: "tea", newId: "tea" }, refusal: "nothing-to-change" },
  ])("is refused with $name", ({ given, refusal }) => {
    expect(after(withTea, planRename(withTea, { ...given, sharedIds: new Set(["harbour"]) }))).toBe(refusal);
  });
});
