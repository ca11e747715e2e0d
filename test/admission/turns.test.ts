import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createLoopTurns, createTurns, turnsForConnections } from "../../src/admission/turns.ts";

/** Turns whose clock and event loop stand still until they are moved on. */
function startTurns() {
  let time = 0;
  const steps: (() => void)[] = [];
  const turns = createTurns({ now: () => time, later: (step) => void steps.push(step) });
  const begun: string[] = [];
  const waited: number[] = [];
  const serve = async (asker: string) => {
    waited.push(await turns.take(asker));
    begun.push(asker);
  };
  const take = (asker: string) => void serve(asker);
  /** One turn of the loop, which takes so many milliseconds; gives how many steps were due in it. */
  const turn = async (milliseconds: number): Promise<number> => {
    const due = steps.splice(0);
    for (const step of due) step();
    await Promise.resolve();
    await Promise.resolve();
    time += milliseconds;
    return due.length;
  };
  return { take, turn, begun, waited };
}

async function finish(turn: (milliseconds: number) => Promise<number>): Promise<void> {
  while ((await turn(0)) > 0);
}

test.for([
  { name: "one", asked: ["a"], served: ["a"] },
  { name: "first come, first served", asked: ["c", "a", "b"], served: ["c", "a", "b"] },
  {
    name: "nobody waits for all of another's",
    asked: ["a", "a", "a", "a", "b", "c"],
    served: ["a", "b", "c", "a", "a", "a"],
  },
  { name: "two who hurry take turns", asked: ["a", "a", "b", "b"], served: ["a", "b", "a", "b"] },
])("serves in order: $name", async ({ asked, served }) => {
  const { take, turn, begun } = startTurns();
  for (const asker of asked) take(asker);
  await finish(turn);
  expect(begun).toEqual(served);
});

test("begins one in each turn of the loop, and none at once", async () => {
  const { take, turn, begun } = startTurns();
  for (let at = 0; at < 300; at += 1) take(String(at));
  expect(begun).toEqual([]);
  for (let at = 1; at <= 300; at += 1) {
    expect(await turn(1)).toBe(1);
    expect(begun).toHaveLength(at);
  }
  expect(await turn(1)).toBe(0);
});

test("tells how long each one waited", async () => {
  const { take, turn, waited } = startTurns();
  for (const asker of ["a", "b", "c"]) take(asker);
  for (const milliseconds of [5, 7, 1]) await turn(milliseconds);
  expect(waited).toEqual([0, 5, 12]);
});

test("takes in whoever comes while others are served, behind them", async () => {
  const { take, turn, begun } = startTurns();
  for (const asker of ["a", "a", "a"]) take(asker);
  await turn(1);
  take("b");
  await finish(turn);
  expect(begun).toEqual(["a", "a", "b", "a"]);
  take("a");
  await finish(turn);
  expect(begun).toEqual(["a", "a", "b", "a", "a"]);
});

test("lets the event loop turn between two pieces of work", async () => {
  const turns = createLoopTurns();
  const order: string[] = [];
  setImmediate(() => {
    order.push("what was due before");
    setTimeout(() => order.push("what came in"), 0);
  });
  const work = async (asker: string) => {
    await turns.take(asker);
    order.push(asker);
    // As long as a timer of no time takes to be due.
    const before = performance.now();
    while (performance.now() - before < 3);
  };
  await Promise.all(["a", "b", "c"].map(work));
  expect(order).toEqual(["what was due before", "a", "what came in", "b", "c"]);
});

test("takes connections in faster than it serves", async () => {
  const { port, accepted } = await listen();
  const sockets = Array.from({ length: 60 }, () => connect({ port, host: "127.0.0.1" }));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  const turns = createLoopTurns(turnsForConnections);
  await Promise.all(Array.from({ length: 20 }, (_, at) => turns.take(String(at))));
  expect(accepted()).toBe(60);
});

async function listen() {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, accepted: () => count };
}
