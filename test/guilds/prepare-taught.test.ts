import { expect, test } from "vitest";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { emptyState, type GuildState } from "../../src/community/guild-state.ts";
import type { GuildView } from "../../src/guilds/guild-view.ts";
import { prepareTaught } from "../../src/guilds/prepare-taught.ts";
import { parseChecked } from "../support/parse.ts";
import { taughtAt } from "../support/taught-at.ts";

const dictionaries = loadDictionaries();
const article = parseChecked("House\n\nHours\n\nWe open at nine. We close at six.\n");
const parts = { shared: { articles: [article], dictionaries } };
const opened: GuildView["opened"] = new Map();

function stateWith(text: string, given = {}): GuildState {
  return { ...emptyState, revision: 1, taught: new Map([["a", { ...taughtAt(article, text), ...given }]]) };
}

async function prepared(state: GuildState, before?: GuildView) {
  return prepareTaught({ state, opened }, parts, before);
}

test("makes nothing where nothing is taught", async () => {
  expect(await prepared(emptyState)).toBeUndefined();
});

test("stays the same as long as nothing of it changes", async () => {
  const state = stateWith("We close at six.");
  const taught = await prepared(state);
  const before: GuildView = { state, opened, segments: [], taught, servicesIn: () => expect.unreachable() };
  expect(await prepared({ ...state, revision: 2 }, before)).toBe(taught);
  expect(await prepared({ ...state, taught: new Map(state.taught) }, before)).not.toBe(taught);
});

test("finds a text again in an article of everybody's that is another by now, and leaves out what is lost", async () => {
  const question = "Where is it said: We close at six.";
  const moved = stateWith("We close at six.", { span: { start: 0, end: 16 }, version: "0".repeat(64) });
  expect((await prepared(moved))?.find(question)?.taught.span).toEqual(taughtAt(article, "We close at six.").span);
  for (const given of [{ lost: true }, { text: "We close at ten." }, { article: "gone" }]) {
    expect((await prepared(stateWith("We close at six.", given)))?.size).toBe(0);
  }
});
