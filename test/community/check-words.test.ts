import { expect, test } from "vitest";
import { checkWords, wordsNowhere } from "../../src/community/check-words.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { TaughtRecord } from "../../src/community/records.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { libraryOf } from "../support/library-of.ts";
import { parseChecked } from "../support/parse.ts";

const article = parseChecked("# Huts\n\nThe cook earns ten pounds a day.\n\nThe warden earns nine pounds a day.\n");
const library = libraryOf([article]);
const rule = { asked: ["skibbledee"], found: ["warden"], mutual: false };

function taughtAt(question: string, text: string): TaughtRecord {
  const start = article.text.indexOf(text);
  const span = { start, end: start + text.length };
  return {
    question,
    article: article.id,
    version: article.version,
    span,
    text,
    heading: "",
    lost: false,
    at: 0,
    by: "",
  };
}

function stateWith(...taught: TaughtRecord[]): GuildState {
  return { ...emptyState, taught: new Map(taught.map((record, index) => [String(index), record])) };
}

test("tells which taught questions words would lead elsewhere, and whether to what was taught", () => {
  const [warden, cook] = ["The warden earns nine pounds a day.", "The cook earns ten pounds a day."];
  const state = stateWith(
    taughtAt("How much does the skibbledee earn?", warden),
    taughtAt("What does the skibbledee earn a day?", cook),
    taughtAt("How much does the cook earn?", cook),
  );
  const [from, to] = ["§1 ¶1", "§1 ¶2"].map((reference) => ({ article: article.id, reference: `${reference}:1` }));
  expect(finishSteps(checkWords(state, rule, library))).toEqual({
    nearer: [],
    asked: 2,
    touched: 2,
    changed: [
      { question: "How much does the skibbledee earn?", before: from, after: to, taught: "gained" },
      { question: "What does the skibbledee earn a day?", before: from, after: to, taught: "lost" },
    ],
  });
});

test("asks no more questions than anybody would wait for", () => {
  const one = taughtAt("How much does the skibbledee earn?", "The cook earns ten pounds a day.");
  const state = stateWith(...Array.from({ length: 305 }, () => one));
  const { asked, touched, changed } = finishSteps(checkWords(state, rule, library));
  expect({ asked, touched, changed: changed.length }).toEqual({ asked: 300, touched: 305, changed: 300 });
});

test("finds words that stand in no article", () => {
  expect(wordsNowhere(["Warden", "janitor", "nine pounds", "nine janitors"], library)).toEqual([
    "janitor",
    "nine janitors",
  ]);
  const chinese = libraryOf([parseChecked("# 小屋\n\n舍监每天挣九元。\n")]);
  expect(wordsNowhere(["舍监", "舍監", "厨师"], chinese)).toEqual(["厨师"]);
  expect(wordsNowhere(["x"], libraryOf([]))).toEqual([]);
});
