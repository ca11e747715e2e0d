import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { SignatureWatch } from "../../src/discord/watch-signatures.ts";
import { watchSignatures } from "../../src/discord/watch-signatures.ts";
import { createLog } from "../../src/log.ts";

/** Discord's time when a test begins, in seconds. */
const start = 1_800_000_000;

interface Machine {
  /** How many seconds its clock is ahead. */
  readonly ahead?: number;
  /** What Discord says of the key. */
  readonly isKeyRight?: boolean | undefined;
}

/** A watch on a machine, with hands for its clock and for the time that passes. */
function watched({ ahead = 0, isKeyRight }: Machine = {}) {
  const lines: string[] = [];
  let [passed, offset] = [0, ahead];
  const now = () => new Date((start + passed + offset) * 1000);
  let asked = 0;
  const checkKey = (): Promise<boolean | undefined> => {
    asked += 1;
    return Promise.resolve(isKeyRight);
  };
  const log = createLog({ level: "info", secrets: [], now, write: (line) => void lines.push(line) });
  return {
    watch: watchSignatures({ log, now, elapsed: () => 5000 + passed * 1000, checkKey }),
    asked: () => asked,
    discord: () => start + passed,
    pass: (seconds: number) => void (passed += seconds),
    setClock: (to: number) => void (offset = to),
    logged: () => lines.map((line) => (JSON.parse(line) as { event: string }).event),
    lines,
  };
}

const [refused, again] = ["every interaction is refused", "interactions are taken again"];

test("is content before anything came", () => {
  expect(watched().watch.problem()).toBeUndefined();
});

/** Lets what was asked be answered. */
async function forge(watch: SignatureWatch, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) watch.forged();
  await setImmediate();
}

test.for([
  { name: "Discord says so", isKeyRight: false },
  { name: "Discord does not tell", isKeyRight: undefined },
])("finds the key wrong after three wrong signatures where $name, and says so once", async ({ isKeyRight }) => {
  const { watch, logged, lines, asked } = watched({ isKeyRight });
  await forge(watch, 2);
  expect([watch.problem(), asked()]).toEqual([undefined, 0]);
  await forge(watch, 1000);
  expect(watch.problem()).toContain("DISCORD_PUBLIC_KEY");
  expect(logged()).toEqual([refused]);
  expect(lines[0]).toContain("DISCORD_PUBLIC_KEY");
  expect(asked()).toBe(1);
});

test("takes wrong signatures for the internet's where Discord says that the key is right, and asks no more", async () => {
  const { watch, pass, logged, asked } = watched({ isKeyRight: true });
  for (let minute = 0; minute < 60; minute += 1) {
    await forge(watch, 10);
    pass(60);
  }
  expect([watch.problem(), asked(), logged()]).toEqual([undefined, 1, []]);
});

test("asks every ten minutes where Discord does not tell", async () => {
  const { watch, pass, asked } = watched();
  for (let minute = 0; minute < 15; minute += 1) {
    await forge(watch, 10);
    pass(60);
  }
  expect(asked()).toBe(2);
});

test("keeps to a key that Discord says is wrong", async () => {
  const { watch, pass } = watched({ isKeyRight: false });
  await forge(watch, 3);
  pass(86_400);
  expect(watch.problem()).toContain("DISCORD_PUBLIC_KEY");
});

test("believes a right signature that comes while Discord is asked", async () => {
  const { watch, discord, logged } = watched({ isKeyRight: false });
  for (let each = 0; each < 3; each += 1) watch.forged();
  watch.genuine(discord());
  await setImmediate();
  expect([watch.problem(), logged()]).toEqual([undefined, []]);
});

test("takes wrong signatures for the internet's once one was right, however many and however long after", async () => {
  const { watch, discord, pass, logged } = watched();
  watch.genuine(discord());
  pass(86_400);
  await forge(watch, 1000);
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([]);
});

test("recovers from a key found wrong with one right signature", async () => {
  const { watch, discord, logged } = watched();
  await forge(watch, 3);
  watch.genuine(discord());
  expect(watch.problem()).toBeUndefined();
  await forge(watch, 3);
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([refused, again]);
});

test("lets wrong signatures go after ten minutes, so that whoever is told to ask elsewhere comes back", async () => {
  const { watch, pass } = watched();
  await forge(watch, 3);
  pass(601);
  expect(watch.problem()).toBeUndefined();
});

test.for([
  { name: "ahead", ahead: 3600, says: "3600 seconds ahead of Discord's" },
  { name: "behind", ahead: -301, says: "301 seconds behind Discord's" },
])("finds a clock $name, also while nothing comes, and says so once", ({ ahead, says }) => {
  const { watch, discord, pass, logged, lines } = watched({ ahead });
  watch.stale(discord());
  expect(watch.problem()).toContain(says);
  pass(60);
  watch.stale(discord());
  pass(100_000);
  expect(watch.problem()).toContain(says);
  expect(logged()).toEqual([refused]);
  expect(lines[0]).toContain("set this machine's clock");
});

test("recovers as soon as the clock is set, before anything came", () => {
  const { watch, discord, pass, setClock } = watched({ ahead: 3600 });
  watch.stale(discord());
  pass(7200);
  setClock(20);
  expect(watch.problem()).toBeUndefined();
});

test("finds a clock that was right and goes wrong", () => {
  const { watch, discord, pass, setClock, logged } = watched();
  watch.genuine(discord());
  pass(10);
  setClock(-4000);
  watch.stale(discord());
  expect(watch.problem()).toContain("4000 seconds behind");
  setClock(0);
  watch.genuine(discord());
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([refused, again]);
});

test("is not misled by what was recorded and is sent again", () => {
  const { watch, discord, pass, logged } = watched();
  const recorded = discord();
  watch.genuine(recorded);
  pass(3600);
  watch.stale(recorded);
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([]);
});

test("tells of what is too large once in ten minutes, and is content", () => {
  const { watch, pass, logged } = watched();
  for (let minute = 0; minute < 15; minute += 1) {
    watch.tooLarge(100);
    pass(60);
  }
  expect(logged()).toEqual(["interaction refused", "interaction refused"]);
  expect(watch.problem()).toBeUndefined();
});
