import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { unlessCalledOff } from "../../src/discord/unless-called-off.ts";

const never = new Promise<never>(() => {});

test("gives what the work brings, and listens no longer", async () => {
  const { signal } = new AbortController();
  expect(await unlessCalledOff(Promise.resolve("done"), signal)).toBe("done");
  await expect(unlessCalledOff(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  expect(await unlessCalledOff(Promise.resolve("done"), undefined)).toBe("done");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("rejects when it is called off, or was before", async () => {
  const calledOff = new AbortController();
  const waiting = unlessCalledOff(never, calledOff.signal);
  calledOff.abort(new Error("called off"));
  await expect(waiting).rejects.toThrow("called off");
  await expect(unlessCalledOff(Promise.resolve("done"), calledOff.signal)).rejects.toThrow("called off");
});
