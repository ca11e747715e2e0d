import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { carryOver, carryOverTaught, renameTaught } from "../../src/community/carry-over.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { TaughtRecord } from "../../src/community/records.ts";
import { parseChecked } from "../support/parse.ts";
import { taughtAt } from "../support/taught-at.ts";

const old = "Hours\n\nWe open at nine. We close at six.\n\nFees\n\nAdults pay four pounds. Children pay nothing.\n";

function standing(record: TaughtRecord, article: Article): string | undefined {
  return record.lost ? undefined : article.text.slice(record.span.start, record.span.end);
}

test.for([
  { name: "the same text", text: "We close at six.", now: old, found: "We close at six." },
  {
    name: "a sentence that moved down",
    text: "We close at six.",
    now: "Hours\n\nPlease ring the bell. We open at ten. We close at six.\n",
    found: "We close at six.",
  },
  {
    name: "a sentence that moved into another section",
    text: "Adults pay four pounds.",
    now: "Hours\n\nAdults pay four pounds. We open at nine.\n",
    found: "Adults pay four pounds.",
  },
  {
    name: "two sentences that are broken elsewhere",
    text: "We open at nine. We close at six.",
    now: "Hours\n\nWe open\nat nine. We close\nat six.\n",
    found: "We open\nat nine. We close\nat six.",
  },
  { name: "another number", text: "We close at six.", now: old.replace("six", "five"), found: undefined },
  {
    name: "two sentences that something came between",
    text: "We open at nine. We close at six.",
    now: old.replace("nine. ", "nine. Ring the bell. "),
    found: undefined,
  },
  {
    name: "a sentence that goes on now",
    text: "We close at six.",
    now: old.replace("at six.", "at six. sharp on Sundays."),
    found: undefined,
  },
  {
    name: "a sentence of few letters",
    text: "营业。",
    old: "时间\n\n周一休息。周二营业。营业。\n",
    now: "时间\n\n周一休息。营业。周三休息。\n",
    found: "营业。",
  },
])("carries over $name", ({ text, old: before = old, now, found }) => {
  const article = parseChecked(now);
  expect(standing(carryOver(taughtAt(parseChecked(before), text), article), article)).toBe(found);
});

test("takes the place under the same heading, and of those the nearest", () => {
  const before = parseChecked("# Boats\n\nIt is free.\n\n# Trains\n\nIt is late. It is free.\n");
  const now = parseChecked("# Trains\n\nIt is late. It is free.\n\n# Cars\n\nIt is free. Go. It is free.\n");
  const taught = taughtAt(before, "It is free.", before.text.lastIndexOf("It is free."));
  expect(carryOver(taught, now).span.start).toBe(now.text.indexOf("It is free."));
  const without = parseChecked("# Cars\n\nIt is free. It is far and wide and long. It is free.\n");
  expect(carryOver(taught, without).span.start).toBe(without.text.lastIndexOf("It is free."));
});

test("finds again what was lost, when the text is back", () => {
  const [first, second] = [parseChecked(old), parseChecked(old.replace("six", "five"))];
  const lost = carryOver(taughtAt(first, "We close at six."), second);
  expect(lost.lost).toBe(true);
  expect(carryOver(lost, first)).toEqual(taughtAt(first, "We close at six."));
});

const article = parseChecked(old);
const state: GuildState = {
  ...emptyState,
  taught: new Map([
    ["a", taughtAt(article, "We close at six.")],
    ["b", taughtAt(article, "We open at nine.")],
    ["c", { ...taughtAt(article, "We close at six."), article: "other" }],
  ]),
};

test("writes only what changes, and only of the article", () => {
  const now = parseChecked(old.replace("six", "five"));
  const writes = carryOverTaught(state, article.id, now);
  expect(writes.map(({ key, after }) => [key, after])).toEqual([
    ["a", { ...state.taught.get("a"), lost: true }],
    ["b", { ...state.taught.get("b"), version: now.version }],
  ]);
  expect(carryOverTaught(state, article.id, article)).toEqual([]);
});

test("lets what was taught about an article follow it to a new id", () => {
  expect(renameTaught(state, "other", "new").map(({ key, after }) => [key, after])).toEqual([
    ["c", { ...state.taught.get("c"), article: "new" }],
  ]);
});

test("carries many questions over to a long article in another order", () => {
  const lines = Array.from({ length: 4000 }, (_, index) => `Shelf ${index} holds the books of year ${index}.`);
  const long = parseChecked(`# Shelves\n\n${lines.join("\n")}\n`);
  const many = Array.from({ length: 400 }, (_, index): [string, TaughtRecord] => [
    `${index}`,
    taughtAt(long, lines[index * 10] ?? ""),
  ]);
  const next = parseChecked(`# Shelves\n\nNew. ${lines.toReversed().join("\n")}\n`);
  const writes = carryOverTaught({ ...emptyState, taught: new Map(many) }, long.id, next);
  expect(writes.filter(({ after }) => JSON.stringify(after).includes('"lost":false'))).toHaveLength(400);
});
