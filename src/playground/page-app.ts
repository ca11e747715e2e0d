import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import type { z } from "zod";
import { ArticleError } from "../article/article-error.ts";
import { tooLarge } from "../article/decode-text.ts";
import type { LocalDiscord } from "../local-discord/local-discord.ts";
import type { Log } from "../log.ts";
import type { Events } from "./events.ts";
import { onlyFromHere, strictHeaders } from "./guard.ts";
import { readPageFile } from "./page-files.ts";
import { explainIssues, requests } from "./requests.ts";
import type { PlaygroundShelf } from "./shelf.ts";
import type { Problem, Shelf } from "./wire.ts";
import { readWorld } from "./read-world.ts";

export interface PageAppOptions {
  readonly discord: LocalDiscord;
  readonly shelf: PlaygroundShelf;
  readonly events: Events;
  /** The page's modules, joined. */
  readonly script: string;
  /** The largest file that may be dropped, in bytes. */
  readonly maxBytes: number;
  /** Of the page's own server. */
  readonly port: () => number;
  readonly log: Log;
}

/** Interactions and messages are far smaller. */
const largestJson = 262_144;

/** Makes the page's own server: its files, and what wire.ts says. */
export function createPageApp(options: PageAppOptions): Hono {
  const { script, log, port } = options;
  const app = new Hono();
  app.use(strictHeaders, onlyFromHere(port), async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });
  addReading(app, options);
  addWriting(app, options);
  app.get("/page.js", (context) => context.body(script, 200, { "content-type": "text/javascript; charset=utf-8" }));
  app.get("*", async (context) => {
    const file = await readPageFile(context.req.path);
    return file ? context.body(file.content, 200, { "content-type": file.type }) : nothingHere(context);
  });
  app.notFound((context) => (context.req.method === "GET" ? nothingHere(context) : refuseMethod(context, "GET")));
  app.onError((error, context) => {
    log.error("page not answered", { path: context.req.path, error });
    return problem(context, 500, "Something went wrong in the playground's server; its log says what.");
  });
  return app;
}

function addReading(app: Hono, { discord, shelf, events }: PageAppOptions): void {
  app.get("/api/world", (context) => context.json(readWorld(discord)));
  app.get("/api/shelf", (context) => context.json<Shelf>(shelf.read()));
  app.get("/api/events", (context) =>
    streamSSE(context, async (stream) => {
      const ended = Promise.withResolvers<void>();
      stream.onAbort(() => ended.resolve());
      await stream.writeSSE({ event: "ready", data: "", retry: 1000 });
      const missed = Number(context.req.header("last-event-id") ?? Number.POSITIVE_INFINITY);
      const unsubscribe = events.subscribe(missed, ({ number, event }) => {
        void stream.writeSSE({ id: String(number), data: JSON.stringify(event) });
      });
      await Promise.race([ended.promise, events.closed]);
      unsubscribe();
    }),
  );
  for (const path of ["/api/world", "/api/events"]) app.all(path, (context) => refuseMethod(context, "GET"));
}

function addWriting(app: Hono, options: PageAppOptions): void {
  const { discord, shelf, events, maxBytes } = options;
  const limitJson = bodyLimit({
    maxSize: largestJson,
    onError: (context) => problem(context, 413, "This is too large."),
  });
  const limitFile = bodyLimit({
    maxSize: maxBytes,
    onError: (context) => problem(context, 413, `The file ${sizeProblem(context, maxBytes)}`),
  });
  app.post("/api/interactions", limitJson, async (context) => {
    const read = await readJson(context, requests.interaction);
    if (!read.ok) return read.refusal;
    if (!discord.channels.find(read.value.channel_id)) return problem(context, 404, "There is no such channel.");
    const { response = null, ...exchange } = await discord.exchange(read.value);
    return context.json({ ...exchange, response });
  });
  app.post("/api/messages", limitJson, async (context) => {
    const read = await readJson(context, requests.said);
    if (!read.ok) return read.refusal;
    const { channel, content: text, replyTo } = read.value;
    if (!discord.channels.find(channel)) return problem(context, 404, "There is no such channel.");
    if (replyTo !== undefined && !discord.channels.findMessage(channel, replyTo))
      return problem(context, 404, "There is no such message to reply to.");
    return context.json({ id: discord.say({ channel, text, ...(replyTo === undefined ? {} : { replyTo }) }) });
  });
  app.post("/api/locale", limitJson, async (context) => {
    const read = await readJson(context, requests.locale);
    if (!read.ok) return read.refusal;
    discord.preferLocale(read.value.locale);
    return context.json({});
  });
  app.post("/api/shelf", limitJson, async (context) => {
    const read = await readJson(context, requests.inUse);
    if (!read.ok) return read.refusal;
    if (!shelf.use(read.value.ids)) return problem(context, 404, "There is no such article.");
    events.publish({ kind: "shelf" });
    return context.json({});
  });
  app.post("/api/articles", limitFile, async (context) => {
    if (!hasType(context, "application/octet-stream")) return wrongType(context, "application/octet-stream");
    const name = context.req.query("name") ?? "";
    try {
      const preview = await shelf.drop({ name, bytes: new Uint8Array(await context.req.arrayBuffer()) });
      events.publish({ kind: "shelf" });
      return context.json(preview);
    } catch (error) {
      if (error instanceof ArticleError) return problem(context, 422, error.message);
      throw error;
    }
  });
  for (const path of ["/api/interactions", "/api/messages", "/api/locale", "/api/articles"])
    app.all(path, (context) => refuseMethod(context, "POST"));
  app.all("/api/shelf", (context) => refuseMethod(context, "GET, POST"));
}

function sizeProblem(context: Context, maxBytes: number): string {
  const told = Number(context.req.header("content-length"));
  return Number.isFinite(told) ? `${tooLarge(told, maxBytes)}.` : `is larger than ${maxBytes} bytes.`;
}

type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Response };

async function readJson<Value>(context: Context, schema: z.ZodType<Value>): Promise<Read<Value>> {
  if (!hasType(context, "application/json")) return { ok: false, refusal: wrongType(context, "application/json") };
  const body: unknown = await context.req.json().catch(() => undefined);
  if (body === undefined)
    return { ok: false, refusal: problem(context, 400, "The playground could not read this: it is no JSON.") };
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, refusal: problem(context, 400, explainIssues(result.error)) };
}

function hasType(context: Context, type: string): boolean {
  return context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() === type;
}

function wrongType(context: Context, type: string): Response {
  return problem(context, 415, `Expected ${type}.`);
}

function nothingHere(context: Context): Response {
  return problem(context, 404, "There is nothing here.");
}

function refuseMethod(context: Context, allow: string): Response {
  return context.json<Problem>({ problem: `Only ${allow} is possible here.` }, 405, { allow });
}

function problem(context: Context, status: 400 | 404 | 413 | 415 | 422 | 500, text: string): Response {
  return context.json<Problem>({ problem: text }, status);
}
