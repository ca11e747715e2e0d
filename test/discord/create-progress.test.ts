import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../src/discord/create-progress.ts";
import { saying } from "../support/probe-features.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Shows what it is told to; each edit takes so many milliseconds. */
function start(takes: number, isShown = true) {
  const edits: { readonly at: number; readonly content: string }[] = [];
  const begun = performance.now();
  const progress = createProgress(async ({ content }) => {
    edits.push({ at: Math.round((performance.now() - begun) / 100) * 100, content });
    await new Promise((resolve) => setTimeout(resolve, takes));
    return isShown;
  });
  const show = async (content: string, milliseconds: number) => {
    progress.show(saying(content));
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  return { edits, progress, show };
}

test("shows about one message a second, of many the last one", async () => {
  const { edits, show } = start(10);
  for (let percent = 1; percent <= 25; percent += 1) await show(`${percent} %`, 100);
  await vi.advanceTimersByTimeAsync(5000);
  expect(edits).toEqual([
    { at: 1000, content: "10 %" },
    { at: 2000, content: "20 %" },
    { at: 3000, content: "25 %" },
  ]);
});

test("shows nothing while Discord still takes the one before", async () => {
  const { edits, show } = start(2500);
  for (const content of ["one", "two", "three"]) await show(content, 1200);
  await vi.advanceTimersByTimeAsync(5000);
  expect(edits).toEqual([
    { at: 1000, content: "one" },
    { at: 3500, content: "three" },
  ]);
});

test("shows nothing after the end, which waits for what is on its way", async () => {
  const { edits, progress, show } = start(500);
  await show("one", 1100);
  await show("two", 0);
  let isOver = false;
  const end = progress.end().then(() => (isOver = true));
  progress.show(saying("three"));
  await vi.advanceTimersByTimeAsync(300);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  await end;
  expect(edits.map(({ content }) => content)).toEqual(["one"]);
});

test("asks no more where the message is gone", async () => {
  const { edits, show } = start(10, false);
  for (const content of ["one", "two", "three"]) await show(content, 2000);
  expect(edits.map(({ content }) => content)).toEqual(["one"]);
});
