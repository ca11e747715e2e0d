import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../replicas/stage/free-port.ts";
import { createProxy } from "../replicas/stage/proxy.ts";

const hasNginx = lookForNginx();

function lookForNginx(): boolean {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore", env: { PATH: `${process.env["PATH"]}:/usr/sbin` } });
    return true;
  } catch {
    const line = "tests skipped: no nginx; apt-get install nginx";
    if (process.env["REQUIRE_NGINX"] === "1") throw new Error(line.replace("skipped", "required"));
    process.stderr.write(`${line}\n`);
    return false;
  }
}

describe.skipIf(!hasNginx)("the proxy of compose.yaml", () => {
  test("lets interactions through as they are, and nothing else", async () => {
    const bodies: string[] = [];
    const { url, origin } = await startProxy([
      (request, response) => {
        let body = "";
        request.on("data", (chunk) => (body += String(chunk)));
        request.on("end", () => {
          bodies.push(`${request.url} ${String(request.headers["x-signature-timestamp"])} ${body}`);
          response.end("{}");
        });
      },
    ]);
    const body = ` {"a": "原文"}\n`;
    const response = await fetch(url, { method: "POST", body, headers: { "x-signature-timestamp": "7" } });
    expect([response.status, bodies]).toEqual([200, [`/interactions 7 ${body}`]]);
    for (const elsewhere of ["/", "/readyz", "/healthz", "/metrics", "/interactions/1", "/interactions/../readyz"]) {
      expect((await fetch(origin + elsewhere)).status).toBe(404);
    }
    expect((await fetch(url, { method: "POST", body: "x".repeat(66_000) })).status).toBe(413);
    expect(bodies.length).toBe(1);
  });

  test("sends what nobody took to the other bot", async () => {
    const { url, asked, stop } = await startProxy([answerOk, answerOk]);
    await stop(0);
    const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(url, { method: "POST", body: "{}" })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(asked).toEqual([0, 10]);
  });

  test("sends what a bot that is starting refused to the other bot, once", async () => {
    const { url, asked } = await startProxy([refuse, answerEcho]);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => fetch(url, { method: "POST", body: `{"at":${at}}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(answers.map((_, at) => ({ at })));
    expect(asked[1]).toBe(10);
    const { url: nowhere, asked: both } = await startProxy([refuse, refuse]);
    expect((await fetch(nowhere, { method: "POST", body: "{}" })).status).toBe(503);
    expect(both).toEqual([1, 1]);
  });

  test("never sends again what was sent", async () => {
    const { url, asked } = await startProxy([breakOff, breakOff]);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(502);
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(1);
  });
});

const breakOff: RequestListener = (request) => request.socket.destroy();
const refuse: RequestListener = (request, response) =>
  void request.resume().once("end", () => response.writeHead(503).end("starting"));
const answerEcho: RequestListener = (request, response) => void request.pipe(response);
const answerOk: RequestListener = (_request, response) => void response.end("{}");

/** Starts the proxy before servers that answer as told. */
async function startProxy(listeners: readonly RequestListener[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-proxy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked = listeners.map(() => 0);
  const servers = await Promise.all(
    listeners.map(async (listener, at) => {
      const server = createServer((request, response) => {
        asked[at] = (asked[at] ?? 0) + 1;
        listener(request, response);
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      onTestFinished(() => void server.close());
      return server;
    }),
  );
  const replicas = servers.map((server) => `http://127.0.0.1:${portOf(server)}/interactions`);
  const proxy = createProxy({ port: await freePort(), replicas, folder });
  onTestFinished(() => proxy.cut());
  await proxy.start();
  const stop = async (at: number): Promise<void> => {
    const server = servers[at];
    server?.close();
    server?.closeAllConnections();
  };
  return { url: proxy.url, origin: new URL(proxy.url).origin, asked, stop };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
