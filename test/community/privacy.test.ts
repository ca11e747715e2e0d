import { expect, test } from "vitest";
import type { MadeChange } from "../../src/community/change.ts";
import { type GuildState, readGuildState } from "../../src/community/guild-state.ts";
import { keptAbout, keptAboutServer, planForgetPerson } from "../../src/community/privacy.ts";

const [a, b] = ["a".repeat(64), "b".repeat(64)];
const version = {
  version: a,
  packed: a,
  original: a,
  file: "a.txt",
  bytes: 10,
  title: "A",
  language: "en",
  sections: 1,
  sentences: 1,
  at: 0,
  by: "1",
};
const state: GuildState = readGuildState(3, [
  { kind: "article", key: "a", value: { versions: [version, { ...version, version: b, by: "2" }], active: a } },
  {
    kind: "draft",
    key: "5",
    value: { article: "b", replaces: false, version: { ...version, original: b }, at: 0, by: "1" },
  },
  {
    kind: "taught",
    key: "t",
    value: { question: "Who?", article: "a", version: a, span: { start: 0, end: 1 }, text: "x", at: 0, by: "2" },
  },
  { kind: "words", key: "w", value: { line: "x, y", at: 0, by: "1" } },
  { kind: "scope", key: "server", value: { articles: "any" } },
  { kind: "settings", key: "server", value: { threads: false } },
  {
    kind: "gap",
    key: "alone",
    value: { question: "How?", comments: [], askers: ["1"], count: 1, state: "open", first: 0, last: 0 },
  },
  {
    kind: "gap",
    key: "g",
    value: { question: "Why?", comments: [], askers: ["1", "2"], count: 2, state: "open", first: 0, last: 0 },
  },
]);

const change: MadeChange = {
  id: "9",
  guild: "8",
  revision: 1,
  by: "1",
  at: 0,
  name: "taught",
  subject: "",
  writes: [],
};

test("tells what is kept about a person", () => {
  expect(keptAbout(state, "1", [change, { ...change, by: "2" }])).toEqual({
    articles: ["a", "b"],
    taught: [],
    words: ["x, y"],
    gaps: ["How?", "Why?"],
    changes: 1,
  });
  expect(keptAbout(state, "3", [change])).toEqual({ articles: [], taught: [], words: [], gaps: [], changes: 0 });
});

test("counts what is kept about a server, each file once", () => {
  expect(keptAboutServer(state)).toEqual({
    articles: 1,
    versions: 2,
    bytes: 20,
    drafts: 1,
    taught: 1,
    words: 1,
    scopes: 1,
    gaps: 2,
    hasSettings: true,
  });
});

test("a person who is forgotten is named in no record, and nothing else is changed", () => {
  const planned = planForgetPerson(state, "1");
  const writes = planned.kind === "change" ? planned.writes : [];
  expect(writes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "article a",
    "draft 5",
    "words w",
    "gap alone",
    "gap g",
  ]);
  expect(JSON.stringify(writes.map(({ after }) => after))).not.toContain('"1"');
  expect(writes.at(-2)).toMatchObject({ key: "alone", after: undefined });
  expect(writes.at(-1)?.after).toEqual({ ...state.gap.get("g"), askers: ["2"], count: 1 });
  expect(planForgetPerson(state, "3")).toEqual({ kind: "refused", refusal: "nothing" });
});
