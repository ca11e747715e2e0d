import { expect, test, vi } from "vitest";
import { finishSteps, rememberSteps, type Steps, takeSteps } from "../../src/text/steps.ts";

function* count(to: number): Steps<number> {
  for (let at = 0; at < to; at += 1) yield;
  return to;
}

const noPause = async (): Promise<void> => {};

test("takes all steps at once, or one after another with a pause behind each", async () => {
  const pause = vi.fn<() => Promise<void>>(async () => {});
  expect(finishSteps(count(3))).toBe(3);
  expect(await takeSteps(count(3), pause)).toBe(3);
  expect(pause).toHaveBeenCalledTimes(3);
});

test("makes once what is asked for at once, gently and by two at the same time", async () => {
  const make = vi.fn<() => Steps<number>>(() => count(2));
  const made = rememberSteps(make);
  const [one, other] = [{}, {}];
  expect(made.known(one)).toBe(undefined);
  expect(await Promise.all([made.gently(one, noPause), made.gently(one, noPause)])).toEqual([2, 2]);
  expect([made.known(one), made.now(one), made.now(other)]).toEqual([2, 2, 2]);
  expect(make).toHaveBeenCalledTimes(2);
});

test("tries again what failed", async () => {
  let times = 0;
  const made = rememberSteps(function* (): Steps<string> {
    yield;
    times += 1;
    if (times === 1) throw new Error("no");
    return "made";
  });
  const from = {};
  await expect(made.gently(from, noPause)).rejects.toThrow("no");
  expect(await made.gently(from, noPause)).toBe("made");
});
