import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ids } from "../../src/local-discord/world.ts";
import type { Playground } from "../../src/playground/start-playground.ts";
import type { PlaygroundClient } from "../support/playground-client.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startTestPlayground } from "../support/playground.ts";

let playground: Playground | undefined;
let client: PlaygroundClient;

beforeAll(async () => {
  playground = await startTestPlayground();
  client = createPlaygroundClient(playground.url);
});

afterAll(() => playground?.close());

/** Asks with any path and headers, which `fetch` would put right. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const { hostname, port } = new URL(client.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("serves the page with a policy that lets nothing else in", async () => {
  const page = await client.fetch("/");
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")?.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-hashes' 'sha256-YyzoJpP5ML1Dl1K7WQbfMCvG6Df0Mckd/cH2Bl2ywZQ='",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ]);
  expect(Object.fromEntries(page.headers)).toMatchObject({
    "cache-control": "no-store",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

test.for([
  { path: "/page.js", type: "text/javascript; charset=utf-8" },
  { path: "/styles/tokens.css", type: "text/css; charset=utf-8" },
  { path: "/fonts/figtree-latin-wght-normal.woff2", type: "font/woff2" },
])("serves $path", async ({ path, type }) => {
  const { status, headers, body } = await client.fetch(path);
  expect({ status, type: headers.get("content-type") }).toEqual({ status: 200, type });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).not.toBe("");
});

test.for([
  "/main.ts",
  "/index.htm",
  "/styles/none.css",
  "/styles/../main.ts",
  "/styles/%2e%2e/main.ts",
  "/styles/..%2fmain.ts",
  "/../../../package.json",
  "/%2e%2e/%2e%2e/%2e%2e/package.json",
  "//etc/passwd",
  "/styles/tokens.css%00",
  "/api/none",
])("has nothing at %s", async (path) => {
  expect(await ask(path)).toBe(404);
});

describe("who may ask", () => {
  test.for([
    { headers: { host: "evil.example" }, expected: 421 },
    { headers: { host: "127.0.0.1" }, expected: 421 },
    { headers: { host: "127.0.0.1:1" }, expected: 421 },
    { headers: { origin: "http://evil.example" }, expected: 403 },
    { headers: { origin: "null" }, expected: 403 },
    { headers: { "sec-fetch-site": "cross-site" }, expected: 403 },
    { headers: { "sec-fetch-site": "same-site" }, expected: 403 },
    { headers: { "sec-fetch-site": "same-origin" }, expected: 200 },
    { headers: { "sec-fetch-site": "none" }, expected: 200 },
  ])("answers $headers with $expected", async ({ headers, expected }) => {
    expect(await ask("/api/world", headers as unknown as Record<string, string>)).toBe(expected);
  });

  test("goes by localhost too, and may be linked to", async () => {
    const { port } = new URL(client.url);
    expect(await ask("/api/world", { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
    expect(await ask("/", { "sec-fetch-site": "cross-site" })).toBe(200);
  });
});

describe("what may be sent", () => {
  const interaction = { type: 2, channel_id: ids.channel, data: { type: 1, name: "help" } };

  test.for([
    { path: "api/locale", body: { locale: "de" }, status: 400, problem: /locale/u },
    { path: "api/locale", body: [], status: 400, problem: /could not read/u },
    { path: "api/messages", body: { channel: ids.channel, content: " \n" }, status: 400, problem: /some text/u },
    { path: "api/messages", body: { channel: ids.channel, content: "字".repeat(2001) }, status: 400, problem: /2000/u },
    { path: "api/messages", body: { channel: ids.guild, content: "a" }, status: 404, problem: /no such channel/u },
    {
      path: "api/messages",
      body: { channel: ids.channel, content: "a", replyTo: ids.guild },
      status: 404,
      problem: /no such message/u,
    },
    { path: "api/interactions", body: { ...interaction, type: 1 }, status: 400, problem: /type/u },
    { path: "api/interactions", body: { ...interaction, channel_id: ids.guild }, status: 404, problem: /channel/u },
    { path: "api/interactions", body: { ...interaction, data: { type: 1, name: 5 } }, status: 400, problem: /name/u },
    { path: "api/interactions", body: { pad: "a".repeat(300_000) }, status: 413, problem: /too large/u },
    { path: "api/shelf", body: { ids: [] }, status: 400, problem: /at least one/u },
    { path: "api/shelf", body: { ids: ["none"] }, status: 404, problem: /no such article/u },
  ])("refuses $path with $status ($problem)", async ({ path, body, status, problem }) => {
    const answer = await client.post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ problem: expect.stringMatching(problem) });
    expect(answer.body.problem).not.toContain("\n");
  });

  test("refuses what is no JSON, and other types", async () => {
    const sent = [
      { type: "application/json", body: "{", expected: 400 },
      { type: "text/plain", body: "{}", expected: 415 },
      { type: "application/x-www-form-urlencoded", body: "a=b", expected: 415 },
    ];
    for (const { type, body, expected } of sent) {
      const headers = { "content-type": type };
      const { status } = await client.fetch("api/messages", { method: "POST", headers, body });
      expect(status).toBe(expected);
    }
  });

  test.for([
    { method: "DELETE", path: "api/world", allow: "GET" },
    { method: "POST", path: "/", allow: "GET" },
    { method: "GET", path: "api/messages", allow: "POST" },
    { method: "PUT", path: "api/shelf", allow: "GET, POST" },
  ])("allows $allow at $path", async ({ method, path, allow }) => {
    const { status, headers } = await client.fetch(path, { method });
    expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow });
  });
});

test("ends with pages open, and tells them", async () => {
  const other = await startTestPlayground();
  const listening = await createPlaygroundClient(other.url).listen();
  await expect(Promise.all([other.close(), listening.ended])).resolves.toHaveLength(2);
});

/** Uploads a file as the page does. */
function upload(name: string, body: string, type = "application/octet-stream") {
  return client.fetch(`api/attachments?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
}

describe("files that are uploaded", () => {
  test("are given back to be saved, whatever they are", async () => {
    const { body } = await upload("page.html", "<script>alert(1)</script>");
    expect(body).toMatchObject({ filename: "page.html", size: 25 });
    const { pathname } = new URL((body as { readonly url: string }).url);
    const saved = await client.fetch(`api${pathname}`);
    expect({ ...saved, headers: Object.fromEntries(saved.headers) }).toMatchObject({
      status: 200,
      body: "<script>alert(1)</script>",
      headers: { "content-type": "application/octet-stream", "content-disposition": "attachment" },
    });
  });

  test("are said with a message, also without a word", async () => {
    const { body } = await upload("rules.md", "Be kind.");
    const { id } = body as { readonly id: string };
    const said = await client.post("api/messages", { channel: ids.channel, content: "", attachments: [id] });
    expect(said.status).toBe(200);
    const { messages } = await client.world();
    expect(messages.find((message) => message.id === said.body.id)?.attachments).toEqual([body]);
  });

  test.for([
    {
      name: "a file that nobody uploaded",
      attachments: ["100000000000000099"],
      status: 404,
      problem: "There is no such file.",
    },
    {
      name: "neither words nor files",
      attachments: [],
      status: 400,
      problem: "The playground could not read this: content: expected some text.",
    },
  ])("are refused: $name", async ({ attachments, status, problem }) => {
    const said = await client.post("api/messages", { channel: ids.channel, content: " ", attachments });
    expect({ status: said.status, body: said.body }).toEqual({ status, body: { problem } });
  });

  test("are refused in another form, as any site may send it", async () => {
    expect((await upload("a.txt", "x", "text/plain")).status).toBe(415);
    expect((await client.fetch("api/attachments/1/2/none.txt")).status).toBe(404);
  });
});
