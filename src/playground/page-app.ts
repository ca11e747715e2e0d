import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { LocalDiscord } from "../local-discord/local-discord.ts";
import type { Log } from "../log.ts";
import { addWriting } from "./add-writing.ts";
import type { Events } from "./events.ts";
import { onlyFromHere, strictHeaders } from "./guard.ts";
import { readPageFile } from "./page-files.ts";
import { readWorld } from "./read-world.ts";
import { explainIssues, requests } from "./requests.ts";
import { nothingHere, problem, refuseMethod } from "./respond.ts";
import type { PlaygroundShelf } from "./shelf.ts";
import type { Examples, Shelf } from "./wire.ts";

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
  app.all("*", (context) => refuseMethod(context, "GET"));
  app.onError((error, context) => {
    log.error("page not answered", { path: context.req.path, error });
    return problem(context, 500, "Something went wrong in the playground's server; its log says what.");
  });
  return app;
}

function addReading(app: Hono, { discord, shelf, events }: PageAppOptions): void {
  app.get("/api/world", (context) => context.json(readWorld(discord, events.last())));
  app.get("/api/shelf", async (context) => {
    await shelf.look();
    return context.json<Shelf>(shelf.read());
  });
  app.get("/api/examples", async (context) => {
    const asked = requests.examples.safeParse(context.req.query());
    if (!asked.success) return problem(context, 400, explainIssues(asked.error));
    return context.json<Examples>(await shelf.examples(asked.data.locale, asked.data.article));
  });
  app.get("/api/attachments/:channel/:id/:name", (context) => {
    const { channel, id, name } = context.req.param();
    const bytes = discord.attachments.find(`/attachments/${channel}/${id}/${name}`);
    if (!bytes) return nothingHere(context);
    // Whatever it is, it is saved and never shown: a page of its own could do what this page may.
    const headers = { "content-type": "application/octet-stream", "content-disposition": "attachment" };
    return context.body(new Uint8Array(bytes), 200, headers);
  });
  app.get("/api/events", (context) =>
    streamSSE(context, async (stream) => {
      const left = Promise.withResolvers<void>();
      stream.onAbort(() => left.resolve());
      await stream.writeSSE({ event: "ready", data: "", retry: 1000 });
      // Browsers that connect again say what they heard last.
      const last = Number(context.req.header("last-event-id") ?? context.req.query("after") ?? Infinity);
      const unsubscribe = events.subscribe(last, ({ number, event }) => {
        void stream.writeSSE({ id: String(number), data: JSON.stringify(event) });
      });
      await Promise.race([left.promise, events.closed]);
      unsubscribe();
    }),
  );
}
