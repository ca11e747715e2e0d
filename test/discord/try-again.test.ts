import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { describe, expect, test } from "vitest";
import type { TryAgainOptions } from "../../src/discord/try-again.ts";
import { tryAgain } from "../../src/discord/try-again.ts";

const request = { files: undefined, body: undefined };

function answered(status: number): Error {
  return new HTTPError(status, `status ${status}`, "GET", "/gateway/bot", request);
}

function refused(status: number): Error {
  return new DiscordAPIError({ code: 0, message: "no" }, 0, status, "GET", "/gateway/bot", request);
}

function limited(milliseconds: number): Error {
  const given = { global: false, hash: "x", limit: 1, majorParameter: "", method: "GET", route: "/gateway/bot" };
  const times = { retryAfter: milliseconds, timeToReset: milliseconds, sublimitTimeout: 0 };
  return new RateLimitError({ ...given, ...times, url: "", scope: "global" });
}

function network(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

function aborted(): Error {
  return Object.assign(new Error("This operation was aborted"), { name: "AbortError" });
}

/** Fails with each of the errors in turn, then succeeds; gives how it ended and the pauses. */
async function run(errors: readonly Error[], options: Partial<TryAgainOptions> = {}) {
  const left = [...errors];
  const pauses: number[] = [];
  const act = async () => {
    const [error] = left.splice(0, 1);
    if (error) throw error;
    return "done";
  };
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  const outcome = await tryAgain(act, { onWait: () => {}, random: () => 1, wait, ...options }).catch(
    (error: unknown) => error,
  );
  return { outcome, pauses, tries: errors.length - left.length };
}

describe("tries again", () => {
  test.for([
    ...[500, 502, 503, 520, 429].map((status) => ({ name: `${status}`, error: answered(status) })),
    ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT"].map((code) => ({
      name: code,
      error: network(code),
    })),
    { name: "a failed request with its cause", error: new TypeError("fetch failed", { cause: network("ENOTFOUND") }) },
    { name: "no answer in time", error: aborted() },
    { name: "a limited rate", error: limited(10) },
  ])("after $name", async ({ error }) => {
    expect(await run([error, error])).toEqual({ outcome: "done", pauses: [1000, 2000], tries: 2 });
  });

  test("with pauses that double, up to a minute, without an end", async () => {
    const { outcome, pauses } = await run(Array.from({ length: 1200 }, () => answered(503)));
    expect(outcome).toBe("done");
    expect(pauses.slice(0, 9)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(pauses.at(-1)).toBe(60_000);
  });

  test("sooner by chance, up to half", async () => {
    const { pauses } = await run([answered(503), answered(503)], { random: () => 0 });
    expect(pauses).toEqual([500, 1000]);
  });

  test("no sooner than Discord says", async () => {
    const { pauses } = await run([limited(90_000), limited(10)]);
    expect(pauses).toEqual([90_000, 2000]);
  });

  test("and tells each time what it waits for", async () => {
    const told: unknown[] = [];
    const onWait: TryAgainOptions["onWait"] = ({ status, reason }, milliseconds) =>
      told.push([status, reason, milliseconds]);
    await run([answered(503), aborted(), network("ECONNREFUSED")], { onWait });
    expect(told).toEqual([
      [503, "status 503", 1000],
      [undefined, "Discord did not answer in time", 2000],
      [undefined, "connect ECONNREFUSED", 4000],
    ]);
  });
});

describe("gives up", () => {
  test.for([
    { name: "a token that is refused", error: refused(401) },
    { name: "what is not allowed", error: refused(403) },
    { name: "what is not there", error: refused(404) },
    { name: "a fault of our own", error: new TypeError("x is not a function") },
    { name: "a file that is missing", error: network("ENOENT") },
  ])("at once: $name", async ({ error }) => {
    expect(await run([error])).toEqual({ outcome: error, pauses: [], tries: 1 });
  });

  test("after so many attempts", async () => {
    const errors = [500, 501, 502, 503].map(answered);
    expect(await run(errors, { attempts: 3 })).toMatchObject({ outcome: errors[2], tries: 3, pauses: [1000, 2000] });
  });

  test("where Discord asks for too long a pause", async () => {
    const error = limited(3_600_000);
    expect(await run([error], { longestPause: 60_000 })).toEqual({ outcome: error, pauses: [], tries: 1 });
  });

  test("when it is called off while it waits", async () => {
    const calledOff = new AbortController();
    const onWait = () => calledOff.abort();
    const trying = tryAgain(() => Promise.reject(answered(503)), { signal: calledOff.signal, onWait });
    await expect(trying).rejects.toThrow("aborted");
  });
});
