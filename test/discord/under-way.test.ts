import { expect, test } from "vitest";
import { createUnderWay } from "../../src/discord/under-way.ts";
import { createLog } from "../../src/log.ts";

function start(patience?: number) {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write: (line) => lines.push(line) });
  return { underWay: createUnderWay(log, patience), logged: () => lines.map((line) => JSON.parse(line)) };
}

const event = { name: "EVENT", id: "1" };

test("finishes at once where nothing is under way", async () => {
  const { underWay, logged } = start(60_000);
  await underWay.finish();
  expect([underWay.isFinishing, logged()]).toEqual([true, []]);
});

test("waits for what begins while it finishes", async () => {
  const { underWay, logged } = start(60_000);
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  underWay.start(event, () => first.promise);
  const finishing = underWay.finish().then(() => "finished");
  underWay.start(event, () => second.promise);
  first.resolve();
  expect(await Promise.race([finishing, new Promise((resolve) => setImmediate(() => resolve("waits")))])).toBe("waits");
  second.resolve();
  expect([await finishing, logged()]).toEqual(["finished", []]);
});

test("gives up in time, and says for how many", async () => {
  const { underWay, logged } = start(10);
  for (let at = 0; at < 3; at += 1) underWay.start(event, () => new Promise(() => {}));
  await underWay.finish();
  expect(logged()).toMatchObject([{ level: "warn", event: "left before all was answered", notDelivered: 3 }]);
});

test("counts what others wait for, and waits for what may still begin", async () => {
  const { underWay, logged } = start(20);
  const stuck = new Promise<string>(() => {});
  void underWay.track(stuck);
  expect(await underWay.track(Promise.resolve("done"))).toBe("done");
  await expect(underWay.track(Promise.reject(new Error("no")))).rejects.toThrow("no");
  await underWay.finish(new Promise(() => {}));
  expect(logged()).toMatchObject([{ notDelivered: 1 }]);
});

test("logs what work throws, and goes on", async () => {
  const { underWay, logged } = start(60_000);
  underWay.start(event, () => Promise.reject(new Error("the shelf fell down")));
  await underWay.finish();
  expect(logged()).toMatchObject([{ event: "event not answered", id: "1", error: { message: "the shelf fell down" } }]);
});
