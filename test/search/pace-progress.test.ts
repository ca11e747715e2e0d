import { expect, test } from "vitest";
import { paceProgress } from "../../src/search/pace-progress.ts";

/** What is told of 10 passages that are told of one by one, each after so many milliseconds. */
function told(milliseconds: number, { patience, interval }: { patience: number; interval: number }) {
  const events: (number | "finish")[] = [];
  let time = 7;
  const report = { show: (done: number) => void events.push(done), finish: () => void events.push("finish") };
  const onProgress = paceProgress({ now: () => time, patience, interval }, report);
  for (let done = 0; done <= 10; done += 1, time += milliseconds) onProgress(done, 10);
  return { events, onProgress };
}

test.for([
  { name: "nothing of what is quick", each: 10, pace: { patience: 1000, interval: 0 }, events: [] },
  {
    name: "all after the patience is over",
    each: 250,
    pace: { patience: 1000, interval: 0 },
    events: [4, 5, 6, 7, 8, 9, "finish"],
  },
  { name: "something every interval", each: 250, pace: { patience: 1000, interval: 700 }, events: [4, 7, "finish"] },
  {
    name: "once where no interval ends",
    each: 250,
    pace: { patience: 1000, interval: Number.POSITIVE_INFINITY },
    events: [4, "finish"],
  },
])("tells $name", ({ each, pace, events }) => {
  expect(told(each, pace).events).toEqual(events);
});

test("begins anew with every index", () => {
  const { events, onProgress } = told(250, { patience: 1000, interval: 0 });
  const before = [...events];
  onProgress(0, 0);
  onProgress(0, 3);
  onProgress(3, 3);
  expect(events).toEqual(before);
});
