import { expect, test } from "vitest";
import { watchSignatures } from "../../src/discord/watch-signatures.ts";
import { createLog } from "../../src/log.ts";

/** Discord's time when a test begins, in seconds. */
const start = 1_800_000_000;

/** A watch on a machine whose clock is so many seconds ahead, with hands for both times. */
function watched(ahead = 0) {
  const lines: string[] = [];
  let [passed, offset] = [0, ahead];
  const now = () => new Date((start + passed + offset) * 1000);
  const log = createLog({ level: "info", secrets: [], now, write: (line) => void lines.push(line) });
  return {
    watch: watchSignatures({ log, now, elapsed: () => 5000 + passed * 1000 }),
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

test("finds the key wrong after three wrong signatures and none that is right, and says so once", () => {
  const { watch, logged, lines } = watched();
  watch.forged();
  watch.forged();
  expect(watch.problem()).toBeUndefined();
  for (let count = 0; count < 1000; count += 1) watch.forged();
  expect(watch.problem()).toContain("DISCORD_PUBLIC_KEY");
  expect(logged()).toEqual([refused]);
  expect(lines[0]).toContain("DISCORD_PUBLIC_KEY");
});

test("takes wrong signatures for the internet's once one was right, however many and however long after", () => {
  const { watch, discord, pass, logged } = watched();
  watch.genuine(discord());
  pass(86_400);
  for (let count = 0; count < 1000; count += 1) watch.forged();
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([]);
});

test("recovers from a key found wrong with one right signature", () => {
  const { watch, discord, logged } = watched();
  for (let count = 0; count < 3; count += 1) watch.forged();
  watch.genuine(discord());
  expect(watch.problem()).toBeUndefined();
  for (let count = 0; count < 3; count += 1) watch.forged();
  expect(watch.problem()).toBeUndefined();
  expect(logged()).toEqual([refused, again]);
});

test("lets wrong signatures go after ten minutes, so that whoever is told to ask elsewhere comes back", () => {
  const { watch, pass } = watched();
  for (let count = 0; count < 3; count += 1) watch.forged();
  pass(601);
  expect(watch.problem()).toBeUndefined();
});

test.for([
  { name: "ahead", ahead: 3600, says: "3600 seconds ahead of Discord's" },
  { name: "behind", ahead: -301, says: "301 seconds behind Discord's" },
])("finds a clock $name, also while nothing comes, and says so once", ({ ahead, says }) => {
  const { watch, discord, pass, logged, lines } = watched(ahead);
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
  const { watch, discord, pass, setClock } = watched(3600);
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
