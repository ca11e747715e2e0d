import { describe, expect, test } from "vitest";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import {
  isInScope,
  mayAsk,
  type Place,
  planClearScope,
  planSetScope,
  renameInScopes,
  type Scope,
  scopeFor,
} from "../../src/community/scope.ts";

const state: GuildState = {
  ...emptyState,
  scope: new Map<string, { articles: "any" | string[]; roles: string[] }>([
    ["thread", { articles: ["t"], roles: [] }],
    ["channel", { articles: ["a", "b"], roles: ["members"] }],
    ["category", { articles: ["c"], roles: [] }],
    ["open", { articles: "any", roles: [] }],
    ["server", { articles: ["s"], roles: [] }],
  ]),
};

describe("scopeFor", () => {
  const rows: { name: string; place: Place; key: string }[] = [
    { name: "a channel's own", place: { id: "channel", categoryId: "category" }, key: "channel" },
    { name: "a thread's channel", place: { id: "x", parentId: "channel", categoryId: "category" }, key: "channel" },
    { name: "a thread's own", place: { id: "thread", parentId: "channel" }, key: "thread" },
    {
      name: "the category of a thread's channel",
      place: { id: "x", parentId: "y", categoryId: "category" },
      key: "category",
    },
    {
      name: "any article in a channel of a narrower category",
      place: { id: "open", categoryId: "category" },
      key: "open",
    },
    { name: "the server's where nothing else is set", place: { id: "x", categoryId: "y" }, key: "server" },
    { name: "the server's where the channel is not known", place: {}, key: "server" },
  ];
  test.for(rows)("finds $name", ({ place, key }) => {
    expect(scopeFor(state, place)).toEqual({ ...state.scope.get(key), key });
  });

  test("finds any article for everybody where nothing is set", () => {
    expect(scopeFor(emptyState, { id: "x" })).toEqual({ articles: "any", roles: [] });
  });
});

describe("mayAsk", () => {
  const members: Scope = { articles: "any", roles: ["members", "guests"] };
  const rows = [
    {
      name: "everybody where no role is named",
      scope: { ...members, roles: [] },
      asker: { manages: false },
      may: true,
    },
    { name: "one of the roles", scope: members, asker: { roles: ["x", "guests"], manages: false }, may: true },
    { name: "other roles", scope: members, asker: { roles: ["x"], manages: false }, may: false },
    { name: "unknown roles", scope: members, asker: { manages: false }, may: false },
    { name: "whoever runs the server", scope: members, asker: { roles: [], manages: true }, may: true },
  ];
  test.for(rows)("$name: $may", ({ scope, asker, may }) => {
    expect(mayAsk(scope, asker)).toBe(may);
  });
});

test("a scope holds the articles that it names, or any", () => {
  const named: Scope = { articles: ["a"], roles: [] };
  expect([isInScope(named, "a"), isInScope(named, "b")]).toEqual([true, false]);
  expect(isInScope({ articles: "any", roles: [] }, "b")).toBe(true);
});

test("what is asked in a channel is set, and taken away", () => {
  const set = planSetScope(state, "x", { articles: ["a", "a"], roles: ["r", "r"] });
  expect(set).toEqual({
    kind: "change",
    name: "scope-set",
    subject: "x",
    writes: [{ kind: "scope", key: "x", before: undefined, after: { articles: ["a"], roles: ["r"] } }],
  });
  const before = state.scope.get("open");
  expect(planSetScope(state, "open", { articles: "any", roles: [] })).toEqual({
    kind: "refused",
    refusal: "unchanged",
  });
  expect(planClearScope(state, "open")).toMatchObject({ writes: [{ key: "open", before, after: undefined }] });
  expect(planClearScope(state, "x")).toEqual({ kind: "refused", refusal: "not-set" });
  const full = {
    ...emptyState,
    scope: new Map(Array.from({ length: 500 }, (_, index) => [String(index), { articles: "any" as const, roles: [] }])),
  };
  expect(planSetScope(full, "x", { articles: "any", roles: [] })).toEqual({ kind: "refused", refusal: "full" });
});

test("a renamed article stays where it is asked, once", () => {
  const before = { articles: ["a", "b"], roles: ["members"] };
  expect(renameInScopes(state, "a", "z")).toEqual([
    { kind: "scope", key: "channel", before, after: { articles: ["z", "b"], roles: ["members"] } },
  ]);
  expect(renameInScopes(state, "a", "b")).toEqual([
    { kind: "scope", key: "channel", before, after: { articles: ["b"], roles: ["members"] } },
  ]);
  expect(renameInScopes(state, "unknown", "b")).toEqual([]);
});
