import { describe, expect, test } from "vitest";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { SettingsRecord } from "../../src/community/records.ts";
import {
  builtIn,
  builtInDefaults,
  type Defaults,
  isForum,
  originOf,
  planAddTo,
  planSettings,
  planTakeFrom,
  settingsInForce,
  settingsOf,
} from "../../src/community/settings.ts";

import { readConfig } from "../../src/config.ts";

const defaults: Defaults = { ...builtInDefaults, quotesPerAnswer: 5, forumChannels: new Set(["7"]), gapChannel: "8" };

function withSettings(set: SettingsRecord): GuildState {
  return { ...emptyState, settings: new Map([["server", set]]) };
}

test("what a server sets stands before what the environment says, and that before what is built in", () => {
  const set: SettingsRecord = { cooldownSeconds: 0, forumChannels: ["9"] };
  expect(settingsInForce(set, defaults)).toEqual({
    quotesPerAnswer: 5,
    cooldownSeconds: 0,
    private: false,
    locale: undefined,
    threads: true,
    gapChannel: "8",
    weeklySummary: false,
    forumChannels: ["9"],
    teachers: [],
  });
  const origins = (["cooldownSeconds", "quotesPerAnswer", "gapChannel", "threads"] as const).map((name) =>
    originOf(name, set, defaults),
  );
  expect(origins).toEqual(["server", "environment", "environment", "built-in"]);
  expect(originOf("gapChannel", set, builtInDefaults)).toBe("built-in");
  expect(["7", "8", "9"].map((id) => isForum(set, defaults, id))).toEqual([true, false, true]);
});

test("what is built in is what the environment's settings are by default", () => {
  const read = readConfig({});
  expect(read).toMatchObject({ kind: "config", config: builtIn });
});

describe("planSettings", () => {
  const rows: {
    name: string;
    before: SettingsRecord;
    given: Partial<SettingsRecord>;
    after: SettingsRecord | undefined;
  }[] = [
    {
      name: "sets several at once",
      before: {},
      given: { threads: false, quotesPerAnswer: 2 },
      after: { threads: false, quotesPerAnswer: 2 },
    },
    {
      name: "keeps the others",
      before: { threads: false },
      given: { private: true },
      after: { threads: false, private: true },
    },
    {
      name: "takes one back",
      before: { threads: false, private: true },
      given: { private: undefined },
      after: { threads: false },
    },
    {
      name: "keeps nothing where nothing is set",
      before: { private: true },
      given: { private: undefined },
      after: undefined,
    },
  ];
  test.for(rows)("$name", ({ before, given, after }) => {
    const planned = planSettings(withSettings(before), given);
    expect(planned).toMatchObject({
      name: "settings-set",
      writes: [{ kind: "settings", key: "server", before, after }],
    });
  });

  test("refuses what is set already", () => {
    const refused = { kind: "refused", refusal: "unchanged" };
    expect(planSettings(withSettings({ private: true }), { private: true })).toEqual(refused);
    expect(planSettings(emptyState, { gapChannel: undefined })).toEqual(refused);
    expect(planSettings(emptyState, {})).toEqual(refused);
  });

  test("never stores what could not be read again", () => {
    expect(() => planSettings(emptyState, { quotesPerAnswer: 11 })).toThrow("quotesPerAnswer");
  });
});

test("lists grow and shrink one by one", () => {
  const one = withSettings({ teachers: ["1"] });
  expect(planAddTo(one, "teachers", "2")).toMatchObject({ writes: [{ after: { teachers: ["1", "2"] } }] });
  expect(planAddTo(one, "teachers", "1")).toEqual({ kind: "refused", refusal: "listed" });
  const full = withSettings({ teachers: Array.from({ length: 25 }, (_, index) => String(index)) });
  expect(planAddTo(full, "teachers", "x")).toEqual({ kind: "refused", refusal: "full" });
  expect(planTakeFrom(one, "teachers", "1")).toMatchObject({ writes: [{ after: undefined }] });
  expect(planTakeFrom(one, "teachers", "2")).toEqual({ kind: "refused", refusal: "not-listed" });
  expect(settingsOf(emptyState)).toEqual({});
});
