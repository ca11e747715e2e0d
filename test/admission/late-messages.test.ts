import { expect, test } from "vitest";
import { createLateMessages, longestDelay } from "../../src/admission/late-messages.ts";
import { heard, somebody } from "../support/invocations.ts";

/** A clock that is wound by hand. */
function start(limit?: number) {
  const timers = new Set<{ readonly milliseconds: number; readonly act: () => void }>();
  const late = createLateMessages({
    limit,
    after(milliseconds, act) {
      const timer = { milliseconds, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  const ring = () => {
    for (const timer of timers) timer.act();
  };
  return { late, timers, ring };
}

const message = heard("Why?", "mention");
const elsewhere = heard("Why?", "mention", { channel: { ...somebody.channel, id: "33" } });
const others = heard("Why?", "mention", { asker: { id: "22" } });

test("keeps the newest message of each writer in each channel", async () => {
  const { late, timers, ring } = start();
  const waiting = [message, elsewhere, others, message].map((each) => late.wait(each, 1000));
  expect(await waiting[0]).toBe("replaced");
  ring();
  expect(await Promise.all(waiting.slice(1))).toEqual(["over", "over", "over"]);
  expect(timers.size).toBe(0);
});

test("lets nobody wait for long, and no more than there is room for", async () => {
  const { late, ring } = start(1);
  expect(await late.wait(message, longestDelay + 1)).toBe("refused");
  const first = late.wait(message, longestDelay);
  expect(await late.wait(others, 1)).toBe("refused");
  const newer = late.wait(message, 1);
  expect(await first).toBe("replaced");
  ring();
  expect(await newer).toBe("over");
  const next = late.wait(others, 1);
  ring();
  expect(await next).toBe("over");
});

test("lets all go when the process leaves, and keeps nothing of them", async () => {
  const { late, timers } = start();
  const leaving = new AbortController();
  const waiting = [message, others].map((each) => late.wait(each, 1000, leaving.signal));
  leaving.abort();
  expect(await Promise.all(waiting)).toEqual(["leaving", "leaving"]);
  expect(await late.wait(message, 1000, leaving.signal)).toBe("leaving");
  expect(timers.size).toBe(0);
});
