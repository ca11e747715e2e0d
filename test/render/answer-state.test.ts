import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnswerState } from "../../src/render/answer-state.ts";
import { fitCandidates, readAnswerState, stateWriter } from "../../src/render/answer-state.ts";
import { answerActions } from "../../src/render/answer-buttons.ts";
import { readControlId, writeControlId } from "../../src/render/control-id.ts";
import { locales } from "../../src/render/locale.ts";

const state: AnswerState = {
  locale: "zh-CN",
  versions: ["0a1b2c3d"],
  candidates: [{ span: { start: 180, end: 240 }, version: 0 }],
  at: 0,
  level: 1,
  isUnsure: false,
};

test.for([
  { name: "an answer", isUnsure: false, id: "1:later:s:0a1b2c3d:0:1:50.1o" },
  { name: "an unsure answer", isUnsure: true, id: "1:later:s:0a1b2c3d:0:1u:50.1o" },
])("writes the state of $name so that it can be read by people, too", ({ isUnsure, id }) => {
  expect(stateWriter({ ...state, isUnsure })("later")).toBe(id);
  expect(readAnswerState(readControlId(id)?.state ?? [])).toEqual({ ...state, isUnsure });
});

test.for([
  { name: "how many were shown at first", given: { first: 1 }, look: "11" },
  { name: "that the rarer buttons are shown", given: { showsMore: true }, look: "1m" },
  { name: "all of it", given: { isUnsure: true, first: 10, showsMore: true }, look: "1u10m" },
])("writes $name behind the level of context", ({ given, look }) => {
  const id = stateWriter({ ...state, ...given })("later");
  expect(id).toBe(`1:later:s:0a1b2c3d:0:${look}:50.1o`);
  expect(readAnswerState(readControlId(id)?.state ?? [])).toEqual({ ...state, ...given });
});

const states = fc
  .record({
    locale: fc.constantFrom(...locales),
    versions: fc.uniqueArray(fc.stringMatching(/^[\da-f]{8}$/u), { minLength: 1, maxLength: 3 }),
    spans: fc.array(fc.tuple(fc.nat(5_000_000), fc.integer({ min: 1, max: 50_000 }), fc.nat()), {
      minLength: 1,
      maxLength: 12,
    }),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const),
    at: fc.nat(),
    isUnsure: fc.boolean(),
    first: fc.integer({ min: 1, max: 10 }),
    showsMore: fc.boolean(),
  })
  .map(({ locale, versions, spans, level, at, isUnsure, first, showsMore }): AnswerState => {
    const candidates = spans.map(([start, length, version]) => ({
      span: { start, end: start + length },
      version: version % versions.length,
    }));
    return {
      locale,
      versions,
      candidates,
      level,
      at: at % spans.length,
      isUnsure,
      first,
      ...(showsMore && { showsMore }),
    };
  });

test("fits every state into a custom id, with as many candidates as there is room for, and reads it back", () => {
  fc.assert(
    fc.property(states, (given) => {
      const fitted = { ...fitCandidates(answerActions, { ...given, at: 0 }), at: 0 };
      expect(fitted.candidates.length).toBeGreaterThan(0);
      expect(given.candidates.slice(0, fitted.candidates.length)).toEqual(fitted.candidates);
      const last = { ...fitted, at: fitted.candidates.length - 1 };
      for (const action of answerActions) {
        const id = stateWriter(last)(action);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readAnswerState(readControlId(id)?.state ?? [])).toEqual(last);
      }
    }),
  );
});

test.for([
  { name: "nothing", parts: [] },
  { name: "another language", parts: ["x", "0a1b2c3d", "0", "0", "50.1o"] },
  { name: "a broken hash", parts: ["e", "xyz", "0", "0", "50.1o"] },
  { name: "a place past the end", parts: ["e", "0a1b2c3d", "1", "0", "50.1o"] },
  { name: "no place", parts: ["e", "0a1b2c3d", "", "0", "50.1o"] },
  { name: "a level there is none of", parts: ["e", "0a1b2c3d", "0", "9", "50.1o"] },
  { name: "an unsureness there is none of", parts: ["e", "0a1b2c3d", "0", "0x", "50.1o"] },
  { name: "unsureness without a level", parts: ["e", "0a1b2c3d", "0", "u", "50.1o"] },
  { name: "a version there is none of", parts: ["e", "0a1b2c3d", "0", "0", "50.1o.3"] },
  { name: "something else for candidates", parts: ["e", "0a1b2c3d", "0", "0", "../../etc"] },
])("reads nothing from $name", ({ parts }) => {
  expect(readAnswerState(parts)).toBeUndefined();
});

test.for([
  { name: "another form's", id: "2:later:e" },
  { name: "no name", id: "1:" },
  { name: "something else", id: "hello" },
])("reads nothing from a custom id with $name", ({ id }) => {
  expect(readControlId(id)).toBeUndefined();
});

test("writes no custom id that Discord would not take, or that would read otherwise", () => {
  expect(() => writeControlId("a", ["x".repeat(100)])).toThrow("104 characters");
  expect(() => writeControlId("a", ["b:c"])).toThrow("colon");
});

test("says nothing of what stands in a custom id that Discord would not take", () => {
  expect(() => writeControlId("a", ["private question".repeat(10)])).not.toThrow("private");
  expect(() => writeControlId("a", ["private:"])).not.toThrow("private");
});
