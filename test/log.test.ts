import { expect, test } from "vitest";
import type { LogLevel } from "../src/log.ts";
import { createLog } from "../src/log.ts";

function recordedLog(level: LogLevel = "info") {
  const lines: string[] = [];
  const log = createLog({
    level,
    secrets: ["", "abc.def.ghi"],
    now: () => new Date("2026-01-02T03:04:05Z"),
    write: (line) => lines.push(line),
  });
  return { log, lines };
}

test("writes one JSON object a line", () => {
  const { log, lines } = recordedLog();
  log.info("connected", { guilds: 2, size: 3n });
  expect(lines).toEqual([
    '{"time":"2026-01-02T03:04:05.000Z","level":"info","event":"connected","guilds":2,"size":"3"}\n',
  ]);
});

test.for([
  { name: "the token", text: "login abc.def.ghi failed", shown: "login [redacted] failed" },
  {
    name: "an interaction's token",
    text: "POST /interactions/123/aW50_Ab-c/callback",
    shown: "POST /interactions/123/[redacted]/callback",
  },
  { name: "a webhook's token", text: "/webhooks/1/xyz/messages", shown: "/webhooks/1/[redacted]/messages" },
])("blots out $name", ({ text, shown }) => {
  const { log, lines } = recordedLog();
  log.error("fault", { error: new Error(text) });
  expect(JSON.parse(lines.join(""))).toMatchObject({ error: { name: "Error", message: shown } });
  expect(lines.join("")).not.toContain(text);
});

test("keeps of an error's message the first line, and of its stack the places", () => {
  const { log, lines } = recordedLog();
  log.error("fault", { error: new Error("Invalid Form Body\ncontent: private question is too long") });
  expect(JSON.parse(lines.join(""))).toMatchObject({
    error: { message: "Invalid Form Body", stack: expect.stringMatching(/^ +at /u) },
  });
  expect(lines.join("")).not.toContain("private question");
});

test("keeps quiet below its level", () => {
  const { log, lines } = recordedLog("warn");
  log.debug("one");
  log.info("two");
  log.warn("three");
  expect(lines).toHaveLength(1);
});

test("leaves out what an error carries besides its name, message, stack and cause", () => {
  const { log, lines } = recordedLog();
  log.error("fault", { error: Object.assign(new Error("no"), { requestBody: "private question" }) });
  expect(lines.join("")).not.toContain("private question");
});

test.for([
  { name: "errors that cause each other", error: causingItself() },
  { name: "what holds itself", error: holdingItself() },
  {
    name: "what cannot be read",
    error: {
      get text() {
        throw new Error("no");
      },
    },
  },
])("says that it leaves out $name", ({ error }) => {
  const { log, lines } = recordedLog();
  log.error("fault", { id: "1", error });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time: "2026-01-02T03:04:05.000Z", level: "error", event: "fault", leftOut: ["id", "error"] },
  ]);
});

function causingItself(): Error {
  const error = new Error("one");
  error.cause = new Error("two", { cause: error });
  return error;
}

function holdingItself(): object {
  const holder: { self?: object } = {};
  holder.self = holder;
  return holder;
}
