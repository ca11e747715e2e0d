import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { ArticleError } from "../article/article-error.ts";
import { tooLarge } from "../article/decode-text.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { paceProgress } from "../search/pace-progress.ts";
import type { PageAppOptions } from "./page-app.ts";
import { requests } from "./requests.ts";
import { createUploads, type Uploads } from "./uploads.ts";
import { hasType, problem, readJson, refuseMethod } from "./respond.ts";

/** Interactions and messages are far smaller. */
const largestJson = 262_144;

/** Adds what the page sends: interactions, messages, files, and what is to be different from now on. */
export function addWriting(app: Hono, options: PageAppOptions): void {
  const { discord, shelf, events } = options;
  const uploads = createUploads(discord);
  const hasChannel = (id: string) => discord.channels.find(id) !== undefined;

  addJson(app, { path: "/api/interactions", schema: requests.interaction }, async (context, interaction) => {
    if (!hasChannel(interaction.channel_id)) return noSuch(context, "channel");
    const { response = null, ...exchange } = await discord.exchange(interaction);
    return context.json({ ...exchange, response });
  });
  addJson(app, { path: "/api/messages", schema: requests.said }, (context, said) => {
    const { channel, content, replyTo, attachments = [] } = said;
    if (!hasChannel(channel)) return noSuch(context, "channel");
    const isThere = replyTo === undefined || discord.channels.findMessage(channel, replyTo) !== undefined;
    if (!isThere) return noSuch(context, "message to reply to");
    const files = attachments.map((each) => uploads.find(each));
    if (files.includes(undefined)) return noSuch(context, "file");
    const given = { channel, text: content, attachments: files.flatMap((file) => file ?? []) };
    const id = discord.say({ ...given, ...(replyTo === undefined ? {} : { replyTo }) });
    return context.json({ id });
  });
  addJson(app, { path: "/api/locale", schema: requests.locale }, (context, { locale }) => {
    discord.preferLocale(locale);
    return context.json({});
  });
  addJson(app, { path: "/api/shelf", schema: requests.inUse }, (context, { ids }) => {
    if (!shelf.use(ids)) return noSuch(context, "article");
    events.publish({ kind: "shelf" });
    return context.json({});
  });
  addJson(app, { path: "/api/closed", schema: requests.closed }, (context, { id }) => {
    if (!shelf.close(id)) return noSuch(context, "article to close");
    events.publish({ kind: "shelf" });
    return context.json({});
  });
  addJson(app, { path: "/api/reopened", schema: requests.reopened }, (context) => {
    if (!shelf.reopen()) return noSuch(context, "closed article");
    events.publish({ kind: "shelf" });
    return context.json({});
  });
  addFiles(app, options);
  addAttachments(app, uploads);
  for (const path of ["interactions", "messages", "locale", "articles", "attachments", "closed", "reopened"])
    app.all(`/api/${path}`, (context) => refuseMethod(context, "POST"));
  app.all("/api/shelf", (context) => refuseMethod(context, "GET, POST"));
}

interface JsonRoute<Value> {
  readonly path: string;
  readonly schema: z.ZodType<Value>;
}

function addJson<Value>(
  app: Hono,
  { path, schema }: JsonRoute<Value>,
  act: (context: Context, value: Value) => Response | Promise<Response>,
): void {
  app.post(path, bodyLimit({ maxSize: largestJson, onError: (context) => refuseSize(context) }), async (context) => {
    const read = await readJson(context, schema);
    return read.ok ? act(context, read.value) : read.refusal;
  });
}

function refuseSize(context: Context, text = "This is too large."): Response {
  // What was not read still comes in, so nothing else can be asked over this connection.
  context.header("connection", "close");
  return problem(context, 413, text);
}

/** What is read at once shows no progress; of the rest a page hears now and then. */
const pace = { now: () => performance.now(), patience: 300, interval: 250 };

function addFiles(app: Hono, { shelf, events, maxBytes }: PageAppOptions): void {
  const onError = (context: Context) => {
    const size = Number(context.req.header("content-length"));
    const why = Number.isNaN(size) ? `is larger than ${maxBytes} bytes` : tooLarge(size, maxBytes);
    return refuseSize(context, `The file ${why}.`);
  };
  app.post("/api/articles", bodyLimit({ maxSize: maxBytes, onError }), async (context) => {
    if (!hasType(context, "application/octet-stream"))
      return problem(context, 415, "Expected application/octet-stream.");
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const name = context.req.query("name") ?? "";
    // Whoever leaves, or presses Cancel, does not want the file any more.
    const { signal } = context.req.raw;
    const show: IndexProgress = (done, of) => events.publish({ kind: "reading", name, done, of });
    const onProgress = paceProgress(pace, { show, finish: () => {} });
    try {
      const preview = await shelf.drop({ name, bytes }, { signal, onProgress });
      events.publish({ kind: "shelf" });
      return context.json(preview);
    } catch (error) {
      if (signal.aborted) return problem(context, 422, "The file was not wanted any more.");
      if (error instanceof ArticleError) return problem(context, 422, error.message);
      throw error;
    }
  });
}

/** In bytes, as Discord takes them. */
const largestAttachment = 10 * 1024 * 1024;

function refuseAttachment(context: Context): Response {
  return refuseSize(context, "Discord takes files of 10 MiB at most.");
}

function addAttachments(app: Hono, uploads: Uploads): void {
  app.post(
    "/api/attachments",
    bodyLimit({ maxSize: largestAttachment, onError: refuseAttachment }),
    async (context) => {
      if (!hasType(context, "application/octet-stream"))
        return problem(context, 415, "Expected application/octet-stream.");
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      return context.json(uploads.add({ name: context.req.query("name") ?? "", bytes }));
    },
  );
}

function noSuch(context: Context, what: string): Response {
  return problem(context, 404, `There is no such ${what}.`);
}
