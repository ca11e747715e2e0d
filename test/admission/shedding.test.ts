import { expect, test } from "vitest";
import type { Fate } from "../../src/admission/shedding.ts";
import { createShedding } from "../../src/admission/shedding.ts";
import type { Invocation } from "../../src/invocation.ts";
import { createLog } from "../../src/log.ts";
import { command, heard, somebody, typing } from "../support/invocations.ts";

const asked = command("ask");
const filledIn: Invocation = { ...somebody, kind: "modal", customId: "1:gap", fields: { comment: "x" } };
const addressed = heard("Why?", "mention");
const overheard = heard("[[§1]]", "none");

function start() {
  let time = 0;
  const [lines, alarms]: [string[], { at: number; act: () => void }[]] = [[], []];
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write: (line) => lines.push(line) });
  const after = (milliseconds: number, act: () => void) => void alarms.push({ at: time + milliseconds, act });
  const choose = createShedding({ log, now: () => time, after });
  const pass = (until: number) => {
    time = until;
    for (const { act } of alarms.splice(0).filter(({ at }) => at <= until)) act();
  };
  return { choose, pass, logged: () => lines.map((line) => JSON.parse(line)) };
}

test.for<{ name: string; given: Invocation; waited: number; fate: Fate }>([
  { name: "a command at once", given: asked, waited: 0, fate: "answer" },
  { name: "a command in time", given: asked, waited: 1000, fate: "answer" },
  { name: "a command that waited for a third of Discord's patience", given: asked, waited: 1001, fate: "busy" },
  { name: "a command that Discord has given up", given: asked, waited: 2700, fate: "drop" },
  { name: "typing", given: typing("ask", { name: "question", value: "x" }), waited: 1001, fate: "busy" },
  { name: "a form, whose text would be lost", given: filledIn, waited: 60_000, fate: "answer" },
  { name: "a message in time", given: addressed, waited: 1000, fate: "answer" },
  { name: "a message, for which nobody gives up", given: addressed, waited: 60_000, fate: "busy" },
  { name: "a message that is meant for others", given: overheard, waited: 1001, fate: "drop" },
])("$name: $fate", ({ given, waited, fate }) => {
  expect(start().choose(given, waited)).toBe(fate);
});

test("tells a channel once in a while, and each for itself", () => {
  const { choose, pass } = start();
  const elsewhere = { ...addressed, channel: { ...addressed.channel, id: "99" } };
  expect([addressed, addressed, elsewhere].map((given) => choose(given, 2000))).toEqual(["busy", "drop", "busy"]);
  pass(10_000);
  expect(choose(addressed, 2000)).toBe("busy");
});

test("logs one line for all of ten seconds, and none where nothing is shed", () => {
  const { choose, pass, logged } = start();
  choose(asked, 10);
  for (let at = 0; at < 300; at += 1) choose(asked, at < 200 ? 2000 : 5000);
  expect(logged()).toEqual([]);
  pass(10_000);
  pass(20_000);
  choose(asked, 2000);
  pass(30_000);
  const line = { level: "warn", event: "too much at once", seconds: 10 };
  expect(logged()).toMatchObject([
    { ...line, askedToComeAgain: 200, dropped: 100 },
    { ...line, askedToComeAgain: 1, dropped: 0 },
  ]);
});
