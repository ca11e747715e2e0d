import { once } from "node:events";
import type { RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Attachment } from "../../src/invocation.ts";
import type { FetchingOptions } from "../../src/discord/fetch-attachment.ts";
import { createFetchAttachment } from "../../src/discord/fetch-attachment.ts";
import { originOf } from "../../src/local-discord/http-server.ts";

const text = "Black tea is fully oxidised.";

/** Answers by the name of the file that is asked for. */
const files: Readonly<Record<string, RequestListener>> = {
  whole: (_request, response) => response.end(text),
  empty: (_request, response) => response.end(),
  pieces: (_request, response) => void sendPieces(response, text.match(/.{1,5}/gu) ?? []),
  large: (_request, response) => response.end("x".repeat(101)),
  endless: (_request, response) => sendEndlessly(response),
  lying: (_request, response) => {
    response.writeHead(200, { "content-length": "90" });
    response.write(text, () => response.destroy());
  },
  boasting: (_request, response) => {
    response.writeHead(200, { "content-length": "1000000" });
    response.write(text);
  },
  zipped: (_request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    response.end("this is not zipped");
  },
  quiet: (_request, response) => void response.write("x"),
  silent: () => {},
  cut: (request) => request.socket.destroy(),
  moved: (_request, response) => response.writeHead(302, { location: "/attachments/whole" }).end(),
  expired: (_request, response) => response.writeHead(404).end("This content is no longer available."),
  unsigned: (_request, response) => response.writeHead(403).end(),
  down: (_request, response) => response.writeHead(503).end(),
  partial: (_request, response) => response.writeHead(206).end(text),
  nothing: (_request, response) => response.writeHead(204).end(),
};

async function sendPieces(response: ServerResponse, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

/** As a chain of bytes that never falls silent and never ends. */
function sendEndlessly(response: ServerResponse): void {
  const timer = setInterval(() => response.write("x"), 10);
  response.once("close", () => clearInterval(timer));
}

const asked: string[] = [];
const server = createServer((request, response) => {
  const name = (request.url ?? "").split("/").at(-1) ?? "";
  asked.push(request.url ?? "");
  (files[name.split("?")[0] ?? ""] ?? files["expired"])?.(request, response);
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = () => originOf(server, "http");

function attached(url: string, bytes = text.length): Attachment {
  return { id: "1", name: "tea.txt", url, bytes };
}

/** In milliseconds: so long nothing takes here that comes to an end. */
const never = 300_000;

function fetchingFrom(origin: string, more: Partial<FetchingOptions> = {}) {
  return createFetchAttachment({ most: 100, origins: [origin], longest: never, silence: never, ...more });
}

describe("an attachment", () => {
  test.for([
    { file: "whole", holds: text },
    { file: "whole?ex=1&is=2&hm=3", holds: text },
    { file: "pieces", holds: text },
    { file: "empty", holds: "" },
  ])("is fetched as it is: $file", async ({ file, holds }) => {
    for (const folder of ["attachments", "ephemeral-attachments"]) {
      const bytes = await fetchingFrom(here())(attached(`${here()}/${folder}/1/2/${file}`));
      expect(Buffer.from(bytes).toString()).toBe(holds);
    }
  });

  test.for([
    { file: "large", problem: "too-large", reason: undefined },
    { file: "boasting", problem: "too-large", reason: undefined },
    { file: "endless", problem: "unreachable", reason: "not there after 300 ms", more: { longest: 300 } },
    { file: "endless", problem: "too-large", reason: undefined, more: { most: 3 }, bytes: 1 },
    { file: "quiet", problem: "unreachable", reason: "nothing came for 100 ms", more: { silence: 100 } },
    { file: "silent", problem: "unreachable", reason: "nothing came for 100 ms", more: { silence: 100 } },
    { file: "cut", problem: "unreachable", reason: "other side closed" },
    { file: "lying", problem: "unreachable", reason: "other side closed" },
    { file: "zipped", problem: "unreachable", reason: "incorrect header check" },
    { file: "moved", problem: "foreign", reason: "status 302" },
    { file: "expired", problem: "gone", reason: "status 404" },
    { file: "unsigned", problem: "gone", reason: "status 403" },
    { file: "down", problem: "unreachable", reason: "status 503" },
    { file: "partial", problem: "unreachable", reason: "status 206" },
    { file: "nothing", problem: "unreachable", reason: "status 204" },
  ])("that is $file is $problem", async ({ file, problem, reason, more, bytes }) => {
    const fetching = fetchingFrom(here(), more)(attached(`${here()}/attachments/${file}`, bytes));
    const thrown = await fetching.catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "AttachmentError", problem });
    expect(Object(thrown).cause?.message).toBe(reason);
  });

  test("that says it is too large is not asked for", async () => {
    const before = asked.length;
    const fetching = fetchingFrom(here())(attached(`${here()}/attachments/whole`, 101));
    await expect(fetching).rejects.toMatchObject({ problem: "too-large" });
    expect(asked.length).toBe(before);
  });

  test("is called off with the signal's reason, before and meanwhile", async () => {
    const calledOff = new AbortController();
    const fetching = fetchingFrom(here());
    const waiting = fetching(attached(`${here()}/attachments/quiet`), calledOff.signal);
    setTimeout(() => calledOff.abort(new Error("called off")), 20);
    await expect(waiting).rejects.toThrow("called off");
    await expect(fetching(attached(`${here()}/attachments/whole`), calledOff.signal)).rejects.toThrow("called off");
  });

  test("where nobody listens is unreachable", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const origin = originOf(free, "http");
    free.close();
    await expect(fetchingFrom(origin)(attached(`${origin}/attachments/1`))).rejects.toMatchObject({
      problem: "unreachable",
      cause: { message: expect.stringContaining("ECONNREFUSED") },
    });
  });
});

test.for([
  "https://cdn.discordapp.com.evil.com/attachments/1/2/a.txt",
  "https://cdn.discordapp.com@evil.com/attachments/1/2/a.txt",
  "https://user@cdn.discordapp.com/attachments/1/2/a.txt",
  "https://user:word@cdn.discordapp.com/attachments/1/2/a.txt",
  "https://CDN.discordapp.com/attachments/1/2/a.txt",
  "HTTPS://cdn.discordapp.com/attachments/1/2/a.txt",
  "https://cdn.discordapp.com./attachments/1/2/a.txt",
  "https://cdn.discordapp.com:443/attachments/1/2/a.txt",
  "https://cdn.discordapp.com:8443/attachments/1/2/a.txt",
  "http://cdn.discordapp.com/attachments/1/2/a.txt",
  "https:cdn.discordapp.com/attachments/1/2/a.txt",
  "https:\\\\cdn.discordapp.com\\attachments\\a.txt",
  " https://cdn.discordapp.com/attachments/1/2/a.txt",
  "https://ｃdn.discordapp.com/attachments/1/2/a.txt",
  "https://cdn.dіscordapp.com/attachments/1/2/a.txt",
  "https://xn--cdn-7j3b.discordapp.com/attachments/1/2/a.txt",
  "https://cdn.discordapp.com/avatars/1/2.png",
  "https://cdn.discordapp.com/attachments/../avatars/1/2.png",
  "https://cdn.discordapp.com/attachments/%2e%2e/avatars/1/2.png",
  "https://cdn.discordapp.com/%61ttachments/1/2/a.txt",
  "https://cdn.discordapp.com",
  "https://discordapp.com/attachments/1/2/a.txt",
  "https://[::1]/attachments/1/2/a.txt",
  "https://[::ffff:a9fe:a9fe]/attachments/1/2/a.txt",
  "https://127.0.0.1/attachments/1/2/a.txt",
  "https://2130706433/attachments/1/2/a.txt",
  "https://169.254.169.254/latest/meta-data/",
  "file:///attachments/passwd",
  "data:text/plain,hello",
  "/attachments/1/2/a.txt",
  "",
])("an address that is none of an attachment is not asked for: %s", async (url) => {
  const fetched: unknown[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = (...given) => (fetched.push(given), Promise.reject(new Error("asked for")));
  onTestFinished(() => void (globalThis.fetch = before));
  const fetching = createFetchAttachment({ most: 100 })(attached(url));
  await expect(fetching).rejects.toMatchObject({ name: "AttachmentError", problem: "foreign" });
  expect(fetched).toEqual([]);
});

test("Discord's own two hosts are the ones that are asked", async () => {
  const fetched: unknown[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = (url) => (fetched.push(url), Promise.resolve(new Response(text)));
  onTestFinished(() => void (globalThis.fetch = before));
  const urls = [
    "https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=3",
    "https://media.discordapp.net/ephemeral-attachments/1/2/a.txt",
  ];
  for (const url of urls) await createFetchAttachment({ most: 100 })(attached(url));
  expect(fetched).toEqual(urls);
});
