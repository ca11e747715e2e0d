import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { slashCommand } from "../src/local-discord/interactions.ts";
import { postSigned, signatureOf } from "../src/local-discord/sign.ts";
import { compileCache } from "./support/compile-cache.ts";
import { head, openRaw } from "./support/discord/raw-http.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const defaultArticles = fileURLToPath(new URL("../data/articles", import.meta.url));
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const question = slashCommand({ name: "ask", options: { question: "Meta为什么盯上Gemini?" } });

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  /** What the process works in, which is empty at the start. */
  readonly folder: string;
  readonly errors: () => string;
  readonly output: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly exit: Promise<number | NodeJS.Signals | null>;
}

interface Given {
  /** Run in the process before anything else. */
  readonly first?: string;
  readonly errors?: "pipe" | number;
  readonly articles?: string;
  readonly folder?: string;
}

async function start({
  first = "",
  errors = "pipe",
  articles = defaultArticles,
  folder,
}: Given = {}): Promise<Started> {
  const [cwd, port] = [folder ?? emptyFolder(), await freePort()];
  const child = spawn(process.execPath, [`--import=data:text/javascript,${encodeURIComponent(first)}`, main], {
    cwd,
    stdio: ["ignore", "pipe", errors],
    env: {
      PATH: process.env["PATH"],
      ...compileCache,
      DISCORD_TOKEN: "abc.def.ghi",
      DISCORD_MODE: "http",
      DISCORD_PUBLIC_KEY: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
      HOST: "127.0.0.1",
      PORT: String(port),
      YUANWEN_ARTICLES: articles,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [said, wrong] = ["", ""];
  child.stdout?.on("data", (chunk) => (said += String(chunk)));
  child.stderr?.on("data", (chunk) => (wrong += String(chunk)));
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on("close", (code, signal) => resolve(code ?? signal)),
  );
  return { child, port, folder: cwd, errors: () => wrong, output: () => said, exit };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "yuanwen-process-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function isReady({ port }: Started): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return response?.status === 200;
}

async function ready(given?: Given): Promise<Started> {
  const started = await start(given);
  while (!(await isReady(started))) await wait(50);
  return started;
}

async function ask({ port }: Started, id = "1"): Promise<unknown> {
  const endpoint = { url: `http://127.0.0.1:${port}/interactions`, privateKey };
  return postSigned(endpoint, { ...question, id, token: "x" });
}

const answered = { status: 200, body: { data: { content: expect.stringContaining("Gemini") } } };

describe("output that cannot be written", () => {
  test.skipIf(!existsSync("/dev/full"))("does not end the process where the disk is full", async () => {
    const full = openSync("/dev/full", "w");
    onTestFinished(() => closeSync(full));
    const started = await ready({ errors: full });
    expect(await ask(started)).toMatchObject(answered);
    started.child.kill("SIGTERM");
    expect(await started.exit).toBe(0);
  });

  test("does not end the process where nobody reads any more", async () => {
    const complain = `process.on("SIGUSR2", () => { for (let i = 0; i < 9; i += 1) void Promise.reject(new Error("no")); console.log("done"); });`;
    const started = await ready({ first: complain });
    started.child.stderr?.destroy();
    started.child.kill("SIGUSR2");
    await vi.waitUntil(() => started.output().includes("done"));
    expect(await ask(started)).toMatchObject(answered);
    started.child.kill("SIGTERM");
    expect(await started.exit).toBe(0);
  });
});

describe("what nothing caught", () => {
  test("goes into the log with an id; the process goes on where it is a promise, and leaves with 1 where it is an exception", async () => {
    const fail = `process.once("SIGUSR2", () => {
      void Promise.reject(new Error("no"));
      process.on("SIGUSR2", () => { throw new Error("no"); });
    });`;
    const started = await ready({ first: fail });
    started.child.kill("SIGUSR2");
    await vi.waitUntil(() => started.errors().includes('"unhandled"'));
    expect(lastLine(started)).toMatchObject({ level: "error", id: expect.stringMatching(/^[0-9a-f]{8}$/u) });
    expect(await ask(started)).toMatchObject(answered);
    started.child.kill("SIGUSR2");
    expect(await started.exit).toBe(1);
    expect(lastLine(started)).toMatchObject({ level: "error", event: "crashed", id: expect.any(String) });
  });
});

function lastLine(started: Started): unknown {
  return JSON.parse(started.errors().trim().split("\n").at(-1) ?? "");
}

/** Tells when the process listens to signals, which is before it loads everything else. */
const tellStoppable = `
  const on = process.on;
  process.on = function (name, ...more) {
    const listening = on.call(this, name, ...more);
    if (name === "SIGINT") console.log("stoppable");
    return listening;
  };`;

/** Tells when the process has begun to read a long article, in a thread. */
const tellReading = `
  import diagnostics from "node:diagnostics_channel";
  diagnostics.subscribe("worker_threads", () => console.log("reading"));`;

/** So long that reading takes seconds, in a thread. */
function longArticle(): string {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, "long.txt"),
    "Every sentence of this article says the same as the one before it. ".repeat(40_000),
  );
  return folder;
}

test.for(["SIGTERM", "SIGINT"] as const)(
  "ends with 0 on %s while it reads, also when it comes twice",
  async (signal) => {
    const started = await start({ first: tellReading, articles: longArticle() });
    await vi.waitUntil(() => started.output().includes("reading"));
    started.child.kill(signal);
    started.child.kill(signal);
    expect(await started.exit).toBe(0);
    expect(started.errors()).not.toContain('"error"');
  },
);

test("ends with 0, told to stop while it loads", async () => {
  // The first signal that it listens to comes before anything else is loaded.
  const started = await start({ first: tellStoppable });
  await vi.waitUntil(() => started.output().includes("stoppable"));
  started.child.kill("SIGTERM");
  expect(await started.exit).toBe(0);
  expect(started.errors()).not.toContain('"error"');
});

test("lets a request that has begun come to its answer, and ends with 0, told twice to stop", async () => {
  const started = await ready();
  const body = JSON.stringify({ ...question, id: "1", token: "x" });
  const signed = signatureOf(body, { privateKey, seconds: Math.floor(Date.now() / 1000) });
  const connection = await openRaw(started.port);
  connection.send(head({ ...signed, "content-length": String(Buffer.byteLength(body)) }));
  connection.send(body.slice(0, 20));
  // Whatever was sent before is read before this is answered.
  await isReady(started);
  started.child.kill("SIGTERM");
  await vi.waitUntil(() => started.errors().includes('"stopping"'));
  connection.send(body.slice(20));
  expect(await connection.closed).toContain('"type":4');
  started.child.kill("SIGTERM");
  expect(await started.exit).toBe(0);
});

test("leaves nothing behind that is killed while it reads, answers or stops, and starts again", async () => {
  const folder = emptyFolder();
  const reading = await start({ first: tellReading, articles: longArticle(), folder });
  await vi.waitUntil(() => reading.output().includes("reading"));
  reading.child.kill("SIGKILL");
  expect(await reading.exit).toBe("SIGKILL");
  const answering = await ready({ folder });
  void ask(answering).catch(() => {});
  answering.child.kill("SIGKILL");
  expect(await answering.exit).toBe("SIGKILL");
  const stopping = await ready({ folder });
  stopping.child.kill("SIGTERM");
  stopping.child.kill("SIGKILL");
  expect(await stopping.exit).toBe("SIGKILL");
  const again = await ready({ folder });
  expect(await ask(again)).toMatchObject(answered);
  expect(readdirSync(folder)).toEqual([]);
});
