import { describe, expect, test } from "vitest";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { GapRecord, SettingsRecord } from "../../src/community/records.ts";
import { claimSummary, isSummaryDue, weeklySummary } from "../../src/community/weekly-summary.ts";

const day = 24 * 3_600_000;
const now = 1000 * day;
const wanted: SettingsRecord = { weeklySummary: true, gapChannel: "77" };
const gap: GapRecord = {
  question: "Is there parking?",
  comments: [],
  askers: ["1"],
  count: 1,
  state: "open",
  first: now - 30 * day,
  last: now - 30 * day,
  versions: [],
};

function stateWith(settings: SettingsRecord | undefined, last?: number): GuildState {
  return {
    ...emptyState,
    settings: new Map(settings ? [["server", settings]] : []),
    routine: new Map(last === undefined ? [] : [["summary", { last }]]),
  };
}

describe("a summary", () => {
  test.for([
    { name: "is due at once", settings: wanted, last: undefined, due: true },
    { name: "is due after a week", settings: wanted, last: now - 7 * day, due: true },
    { name: "is not due before", settings: wanted, last: now - 7 * day + 1, due: false },
    { name: "is due where a clock was ahead", settings: wanted, last: now + 300 * day, due: true },
    { name: "is not due where another's clock is a little ahead", settings: wanted, last: now + 5000, due: false },
    { name: "is not due without a channel", settings: { weeklySummary: true }, last: undefined, due: false },
    { name: "is not due where it is not wanted", settings: { gapChannel: "77" }, last: undefined, due: false },
    { name: "is not due where nothing is set", settings: undefined, last: undefined, due: false },
  ])("$name", ({ settings, last, due }) => {
    const state = stateWith(settings, last);
    expect(isSummaryDue(state, now)).toBe(due);
    expect(claimSummary(state, now)).toEqual(
      due
        ? {
            kind: "change",
            name: "routine-done",
            subject: "summary",
            writes: [
              {
                kind: "routine",
                key: "summary",
                before: last === undefined ? undefined : { last },
                after: { last: now },
              },
            ],
          }
        : { kind: "refused", refusal: "not-due" },
    );
  });

  test("counts what happened within the week, and lists what is open", () => {
    const gaps: Record<string, GapRecord> = {
      old: { ...gap, count: 2 },
      again: { ...gap, count: 9, last: now - day },
      new: { ...gap, first: now - day, last: now - day, count: 3 },
      answered: { ...gap, state: "answered", settled: now - day },
      longAnswered: { ...gap, state: "answered", settled: now - 8 * day },
      outside: { ...gap, state: "outside", settled: now - day },
      dismissed: { ...gap, state: "dismissed", settled: now - day, first: now - 2 * day },
    };
    const summary = weeklySummary({ ...emptyState, gap: new Map(Object.entries(gaps)) }, now);
    expect({ ...summary, most: summary?.most.map(({ key }) => key) }).toEqual({
      sent: 2,
      answered: 1,
      outside: 1,
      dismissed: 1,
      open: 3,
      most: ["again", "new", "old"],
    });
  });

  test.for([
    { name: "what came since the one before, some hours more than a week ago", last: now - 7 * day - 5000, sent: 1 },
    { name: "nothing twice", last: now - 7 * day - 500, sent: undefined },
    { name: "no more than a week after a long pause", last: now - 30 * day, sent: undefined },
  ])("counts $name", ({ last, sent }) => {
    const early = { ...gap, first: now - 7 * day - 1000, last: now - 7 * day - 1000 };
    expect(weeklySummary({ ...emptyState, gap: new Map([["k", early]]) }, now, last)?.sent).toBe(sent);
  });

  test("is nothing where nothing happened", () => {
    expect(weeklySummary({ ...emptyState, gap: new Map([["k", gap]]) }, now)).toBeUndefined();
    expect(weeklySummary(emptyState, now)).toBeUndefined();
  });
});
