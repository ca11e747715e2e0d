import { describe, expect, test } from "vitest";
import { CalledOff } from "../../src/admission/called-off.ts";
import { createWorks } from "../../src/admission/works.ts";
import type { Invocation } from "../../src/invocation.ts";
import { command } from "../support/invocations.ts";

const limits = { inAll: 3, inOnePlace: 2, grace: 20 };
const manager = 1n << 5n;

function asking(
  id: string,
  given: { asker?: string; guildId?: string | undefined; permissions?: bigint } = {},
): Invocation {
  const { asker = "2", permissions = 0n } = given;
  const guildId = "guildId" in given ? given.guildId : "4";
  return command("library", {}, { id, asker: { id: asker, permissions }, channel: { id: "3", guildId } });
}

/** A work that ends when it is told to, and when it is called off. */
function waiting() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const act = (signal: AbortSignal) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    return promise;
  };
  return { act, end: () => resolve("done") };
}

const { signal: never } = new AbortController();

test("a work brings what it makes, or throws what it throws, and leaves its place to others", async () => {
  const works = createWorks({ inAll: 1, inOnePlace: 1, grace: 20 });
  expect(await works.perform(asking("1"), { outer: never }, async () => "made")).toEqual({
    kind: "done",
    made: "made",
  });
  const failing = works.perform(asking("2"), { outer: never }, () => Promise.reject(new Error("the shelf fell down")));
  await expect(failing).rejects.toThrow("the shelf fell down");
  expect(works.isFull(asking("3"))).toBe(false);
  expect(await works.perform(asking("3"), { outer: never }, async () => "more")).toEqual({
    kind: "done",
    made: "more",
  });
});

test("few are done at once in one server, and in all", async () => {
  const works = createWorks(limits);
  const done = { kind: "done", made: "done" };
  const [one, two, three] = [waiting(), waiting(), waiting()];
  const outcomes = [
    works.perform(asking("1"), { outer: never }, one.act),
    works.perform(asking("2"), { outer: never }, two.act),
  ];
  expect(works.isFull(asking("3"))).toBe(true);
  expect(await works.perform(asking("3"), { outer: never }, three.act)).toEqual({ kind: "full" });
  expect(works.isFull(asking("4", { guildId: "5" }))).toBe(false);
  outcomes.push(works.perform(asking("4", { guildId: "5" }), { outer: never }, three.act));
  expect(works.isFull(asking("5", { guildId: "6" }))).toBe(true);
  for (const { end } of [one, two, three]) end();
  expect(await Promise.all(outcomes)).toEqual([done, done, done]);
  expect(works.isFull(asking("6"))).toBe(false);
});

describe("the wish to call one off", () => {
  test.for([
    { name: "of whoever began it", by: asking("9"), became: "stopped" },
    { name: "of whoever runs the server", by: asking("9", { asker: "7", permissions: manager }), became: "stopped" },
    { name: "of somebody else", by: asking("9", { asker: "7" }), became: "forbidden" },
    {
      name: "of whoever runs another server",
      by: asking("9", { asker: "7", permissions: manager, guildId: "5" }),
      became: "over",
    },
    { name: "from a direct message", by: asking("9", { guildId: undefined }), became: "over" },
  ] as const)("$name is $became", async ({ by, became }) => {
    const works = createWorks(limits);
    const { act, end } = waiting();
    const outcome = works.perform(asking("1"), { outer: never }, act);
    expect(await works.stop("1", by)).toBe(became);
    if (became !== "stopped") end();
    const stopped = { kind: "called-off", by: "asker" };
    expect(await outcome).toEqual(became === "stopped" ? stopped : { kind: "done", made: "done" });
    expect(await works.stop("1", by)).toBe("over");
  });

  test("reaches one that somebody began in direct messages from there alone", async () => {
    const works = createWorks(limits);
    const direct = { guildId: undefined };
    const outcome = works.perform(asking("1", direct), { outer: never }, waiting().act);
    expect(await works.stop("1", asking("9", { ...direct, asker: "7" }))).toBe("over");
    expect(await works.stop("1", asking("9", direct))).toBe("stopped");
    expect(await outcome).toEqual({ kind: "called-off", by: "asker" });
  });

  test("comes too late where the work ends all the same, which is told", async () => {
    const works = createWorks(limits);
    const { promise, resolve } = Promise.withResolvers<string>();
    const outcome = works.perform(asking("1"), { outer: never }, () => promise);
    await works.stop("1", asking("9"));
    resolve("saved");
    expect(await outcome).toEqual({ kind: "done", made: "saved" });
  });
});

test.for(["restart", "time"] as const)(
  "one is called off from outside, by %s, and waited for a moment only",
  async (by) => {
    const works = createWorks(limits);
    const outer = new AbortController();
    const calledOff = { kind: "called-off", by };
    const deaf = works.perform(asking("1"), { outer: outer.signal }, () => new Promise<string>(() => {}));
    const hearing = works.perform(asking("2"), { outer: outer.signal }, waiting().act);
    outer.abort(new CalledOff(by));
    expect(await Promise.all([deaf, hearing])).toEqual([calledOff, calledOff]);
    let isRun = false;
    const run = async () => (isRun = true);
    expect(await works.perform(asking("3"), { outer: outer.signal }, run)).toEqual(calledOff);
    expect(isRun).toBe(false);
  },
);
