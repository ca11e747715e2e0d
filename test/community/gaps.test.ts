import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/community/change.ts";
import {
  answerGap,
  forgetInGaps,
  listGaps,
  mostGaps,
  mostOfOne,
  sendGap,
  type SentGap,
  settleGap,
  takeBackGap,
} from "../../src/community/gaps.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import { type GapRecord, gapRecord } from "../../src/community/records.ts";

const sent: SentGap = {
  key: "00000000000000aa",
  question: "Is there parking?",
  comment: "",
  versions: ["tea 01234567"],
  by: "1",
  at: 100,
};
const gap: GapRecord = {
  question: "Is there parking?",
  comments: [],
  askers: ["1"],
  count: 1,
  state: "open",
  first: 100,
  last: 100,
  versions: ["tea 01234567"],
};

const stateOf = (gaps: Readonly<Record<string, GapRecord>>): GuildState => ({
  ...emptyState,
  gap: new Map(Object.entries(gaps)),
});

/** The gaps after a plan, each parsed as the store will. */
function carryOut(state: GuildState, plan: Plan<string>): Record<string, GapRecord> {
  if (plan.kind === "refused") throw new Error(plan.refusal);
  const gaps = new Map(state.gap);
  for (const { key, before, after } of plan.writes) {
    expect(before).toEqual(state.gap.get(key));
    if (after === undefined) gaps.delete(key);
    else gaps.set(key, gapRecord.parse(after));
  }
  return Object.fromEntries(gaps);
}

describe("sending", () => {
  const key = sent.key;
  test.for<{ name: string; before: GapRecord | undefined; given: Partial<SentGap>; after: GapRecord }>([
    { name: "opens a gap", before: undefined, given: {}, after: gap },
    {
      name: "keeps a comment with its writer",
      before: undefined,
      given: { comment: "near the hall" },
      after: { ...gap, comments: [{ by: "1", text: "near the hall" }] },
    },
    {
      name: "counts another person",
      before: gap,
      given: { by: "2", at: 200, question: "is there parking", versions: ["tea 89abcdef"] },
      after: { ...gap, askers: ["1", "2"], count: 2, last: 200, versions: ["tea 89abcdef"] },
    },
    {
      name: "counts nobody twice",
      before: gap,
      given: { at: 200, comment: "please" },
      after: { ...gap, last: 200, comments: [{ by: "1", text: "please" }] },
    },
    {
      name: "opens what was answered again",
      before: { ...gap, state: "answered", settled: 150 },
      given: { by: "2", at: 200 },
      after: { ...gap, askers: ["1", "2"], count: 2, last: 200, settled: 150 },
    },
    ...(["outside", "dismissed"] as const).map((state) => ({
      name: `leaves what is ${state} so`,
      before: { ...gap, state },
      given: { by: "2", at: 200 },
      after: { ...gap, state, askers: ["1", "2"], count: 2, last: 200 },
    })),
  ])("$name", ({ before, given, after }) => {
    const state = stateOf(before ? { [key]: before } : {});
    expect(carryOut(state, sendGap(state, { ...sent, ...given }))).toEqual({ [key]: after });
  });

  test.for<{ name: string; before: GapRecord; comment: string }>([
    { name: "without a comment", before: gap, comment: "" },
    { name: "with the same comment", before: { ...gap, comments: [{ by: "1", text: "please" }] }, comment: "please" },
    {
      name: "with a fourth comment",
      before: { ...gap, comments: ["a", "b", "c"].map((text) => ({ by: "1", text })) },
      comment: "d",
    },
  ])("changes nothing where one person sends it again $name", ({ before, comment }) => {
    const again = sendGap(stateOf({ [key]: before }), { ...sent, at: 200, comment });
    expect(again).toEqual({ kind: "refused", refusal: "already" });
  });

  test("keeps the newest twenty comments", () => {
    const comments = Array.from({ length: 20 }, (_, n) => ({ by: "1", text: `${n}` }));
    const state = stateOf({ [key]: { ...gap, comments } });
    const after = carryOut(state, sendGap(state, { ...sent, by: "2", comment: "new" }));
    expect(after[key]?.comments).toEqual([...comments.slice(1), { by: "2", text: "new" }]);
  });

  test("names the question nowhere in the trail, so that taking it back deletes it", () => {
    expect(JSON.stringify({ ...sendGap(emptyState, sent), writes: [] })).not.toContain("parking");
  });

  const full = (one: Partial<GapRecord>): GuildState =>
    stateOf(
      Object.fromEntries([
        ...Array.from({ length: mostGaps - 4 }, (_, n) => [`open${n}`, { ...gap, askers: [`${n}`] }]),
        ["o", { ...gap, askers: ["o"], state: "outside", last: 1, ...one }],
        ["a", { ...gap, askers: ["a"], state: "answered", last: 2, ...one }],
        ["d1", { ...gap, askers: ["d1"], state: "dismissed", last: 4, ...one }],
        ["d2", { ...gap, askers: ["d2"], state: "dismissed", last: 3, ...one }],
      ]),
    );

  test("makes room by the oldest of the dismissed", () => {
    const state = full({});
    const after = carryOut(state, sendGap(state, sent));
    expect(Object.keys(after)).toHaveLength(mostGaps);
    expect(
      Object.keys(
        state.gap
          .keys()
          .toArray()
          .filter((each) => !(each in after)),
      ),
    ).toHaveLength(1);
    expect(after).not.toHaveProperty("d2");
  });

  test("is refused where all that is kept is open", () => {
    expect(sendGap(full({ state: "open" }), sent)).toEqual({ kind: "refused", refusal: "full" });
    const state = full({ state: "open" });
    expect(Object.keys(carryOut(state, sendGap(state, { ...sent, key: "o" })))).toHaveLength(mostGaps);
  });

  test("is refused to one person who has very many open ones, until some are settled", () => {
    const own = Array.from({ length: mostOfOne }, (_, n) => [`k${n}`, gap] as const);
    expect(sendGap(stateOf(Object.fromEntries(own)), sent)).toEqual({ kind: "refused", refusal: "too-many" });
    const settled = stateOf({ ...Object.fromEntries(own), k0: { ...gap, state: "outside" } });
    expect(sendGap(settled, sent).kind).toBe("change");
    expect(sendGap(stateOf(Object.fromEntries(own)), { ...sent, by: "2" }).kind).toBe("change");
  });
});

describe("taking back", () => {
  const both: GapRecord = {
    ...gap,
    askers: ["1", "2"],
    count: 2,
    comments: [
      { by: "1", text: "mine" },
      { by: "2", text: "yours" },
    ],
  };

  test("takes out one's own alone", () => {
    const state = stateOf({ k: both });
    expect(carryOut(state, takeBackGap(state, "k", "1"))).toEqual({
      k: { ...gap, askers: ["2"], comments: [{ by: "2", text: "yours" }] },
    });
  });

  test("takes out the whole gap where nobody else sent it", () => {
    const state = stateOf({ k: gap, other: both });
    expect(carryOut(state, takeBackGap(state, "k", "1"))).toEqual({ other: both });
  });

  test.for([
    { name: "somebody else's", key: "k", by: "3" },
    { name: "nobody's", key: "k", by: "" },
    { name: "of an unknown key", key: "constructor", by: "1" },
  ])("is refused: $name", ({ key, by }) => {
    const state = stateOf({ k: { ...gap, askers: ["", "1"] } });
    expect(takeBackGap(state, key, by)).toEqual({ kind: "refused", refusal: "unknown" });
  });

  test("of everything at once leaves nothing of a person", () => {
    const state = stateOf({ a: gap, b: both, c: { ...gap, askers: ["2"] } });
    const after = carryOut(state, {
      kind: "change",
      name: "gap-taken-back",
      subject: "",
      writes: forgetInGaps(state, "1"),
    });
    expect(Object.keys(after)).toEqual(["b", "c"]);
    expect(JSON.stringify(after)).not.toMatch(/"1"|mine/u);
  });
});

describe("settling", () => {
  const state = stateOf({ k: gap });

  test.for(["answered", "outside", "dismissed"] as const)("%s", (to) => {
    expect(carryOut(state, settleGap(state, "k", { to, at: 300 }))).toEqual({ k: { ...gap, state: to, settled: 300 } });
  });

  test.for([
    { name: "unknown", key: "x", to: "outside" },
    { name: "already", key: "k", to: "open" },
  ] as const)("is refused: $name", ({ name, key, to }) => {
    expect(settleGap(state, key, { to, at: 300 })).toEqual({ kind: "refused", refusal: name });
  });

  test("comes with being taught, where there is such a gap", () => {
    expect(answerGap(state, "k", 300)).toEqual([
      { kind: "gap", key: "k", before: gap, after: { ...gap, state: "answered", settled: 300 } },
    ]);
    expect(answerGap(state, "x", 300)).toEqual([]);
  });
});

test("lists those of most people first, of as many the newest", () => {
  const state = stateOf({
    a: { ...gap, last: 1 },
    b: { ...gap, count: 3 },
    c: { ...gap, last: 2 },
    d: { ...gap, state: "dismissed" },
  });
  expect(listGaps(state, "open").map(({ key }) => key)).toEqual(["b", "c", "a"]);
  expect(listGaps(state, "dismissed").map(({ key }) => key)).toEqual(["d"]);
  expect(listGaps(state, "all")).toHaveLength(4);
});
