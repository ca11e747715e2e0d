import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askBot } from "../../../../src/playground/page/box/autocomplete.ts";
import { addOption, beginCommand, focusOption, typeOption } from "../../../../src/playground/page/box/draft.ts";
import type { CommandDraft, PageState } from "../../../../src/playground/page/state.ts";
import { createStore } from "../../../../src/playground/page/store.ts";
import { registeredCommand, registeredOption } from "../../../support/registered-commands.ts";

const begun = beginCommand(registeredCommand("ask"));

function open() {
  const state = { draft: begun, channelId: "1", channels: [], locale: "zh-TW", exchanges: [], isWaiting: false };
  return createStore(state as unknown as PageState, () => {});
}

type PageStore = ReturnType<typeof open>;

const draftOf = ({ state }: PageStore) => state.draft as CommandDraft;

function type(store: PageStore, text: string): void {
  store.update({
    draft: typeOption(draftOf(store), "question", { text, caret: text.length, isTyped: true, isComposing: false }),
  });
  askBot(store);
}

interface Asked {
  readonly body: { readonly type: number; readonly locale: string; readonly data: { readonly options: unknown } };
  readonly answer: () => Promise<void>;
}

let asked: Asked[];

async function answer(place: number): Promise<void> {
  const found = asked.at(place);
  if (!found) throw new Error("the bot was not asked");
  await found.answer();
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal("fetch", (_path: string, init: { body: string }) => {
    const body = JSON.parse(init.body);
    const { promise, resolve } = Promise.withResolvers<Response>();
    const typed = body.data.options.at(-1).value;
    const response = { type: 8, data: { choices: [{ name: `${typed}!`, value: typed }] } };
    const sent = { ...body, id: String(asked.length + 1) };
    const respond = async () => {
      resolve(Response.json({ sent, status: 200, response, refused: [], isLate: false, took: 1 }));
      await vi.advanceTimersByTimeAsync(0);
    };
    asked.push({ body, answer: respond });
    return promise;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("asks once typing pauses, with what is typed last", async () => {
  const store = open();
  type(store, "w");
  await vi.advanceTimersByTimeAsync(60);
  type(store, "wh");
  await vi.advanceTimersByTimeAsync(119);
  expect(asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ body: { type: kind, locale, data } }) => ({ kind, locale, options: data.options }))).toEqual([
    { kind: 4, locale: "zh-TW", options: [{ name: "question", value: "wh", type: 3, focused: true }] },
  ]);
  await answer(0);
  expect(draftOf(store).offered).toEqual({ option: "question", typed: "wh", choices: [{ name: "wh!", value: "wh" }] });
  expect(store.state.isWaiting).toBe(false);
});

test("drops an answer that is older than what is typed", async () => {
  const store = open();
  type(store, "w");
  await vi.advanceTimersByTimeAsync(120);
  type(store, "wh");
  await vi.advanceTimersByTimeAsync(120);
  await answer(1);
  await answer(0);
  expect(draftOf(store).offered?.typed).toBe("wh");
});

test("does not ask twice when a letter is typed and taken back", async () => {
  const store = open();
  type(store, "w");
  type(store, "wh");
  type(store, "w");
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(1);
});

test.for([
  ["the field is left", (store: PageStore) => store.update({ draft: focusOption(draftOf(store), undefined) })],
  ["the list is closed", (store: PageStore) => store.update({ draft: { ...draftOf(store), isDismissed: true } })],
  ["the box is emptied", (store: PageStore) => store.update({ draft: { kind: "text", text: "" } })],
] as const)("neither asks nor listens once %s", async ([, leave]) => {
  const waiting = open();
  type(waiting, "w");
  leave(waiting);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(0);

  const listening = open();
  type(listening, "w");
  await vi.advanceTimersByTimeAsync(120);
  leave(listening);
  await answer(0);
  expect(listening.state.draft).not.toMatchObject({ offered: { typed: "w" } });
});

test("sends the other options along, the one that is typed in last and wrong ones not at all", async () => {
  const store = open();
  const filled = beginCommand(registeredCommand("ask"), { question: { shown: "why?" }, private: { shown: "perhaps" } });
  store.update({ draft: addOption(filled, registeredOption("ask", "article")) });
  askBot(store);
  await vi.advanceTimersByTimeAsync(120);
  expect(asked[0]?.body.data.options).toEqual([
    { name: "question", value: "why?", type: 3 },
    { name: "article", value: "", type: 3, focused: true },
  ]);
});

test("asks nothing for options that the bot offers nothing for", async () => {
  const store = open();
  store.update({ draft: beginCommand(registeredCommand("verify")) });
  askBot(store);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(0);
});

test("keeps of one option's letters the last in the log, unless it is looked at", async () => {
  const store = open();
  for (const text of ["w", "wh", "wha"]) {
    type(store, text);
    await vi.advanceTimersByTimeAsync(120);
    await answer(-1);
  }
  expect(store.state.exchanges.map(({ sent }) => sent.id)).toEqual(["3"]);
  store.update({ inspected: "3" });
  type(store, "what");
  await vi.advanceTimersByTimeAsync(120);
  await answer(-1);
  expect(store.state.exchanges.map(({ sent }) => sent.id)).toEqual(["3", "4"]);
});

test("says nothing where the server does not answer", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  const store = open();
  type(store, "w");
  await vi.advanceTimersByTimeAsync(200);
  expect(store.state).toMatchObject({ exchanges: [], draft: { offered: undefined } });
  expect(store.state.problem).toBeUndefined();
});
