import type { Locale } from "../../src/render/locale.ts";
import type {
  Examples,
  Exchange,
  Message,
  Preview,
  Problem,
  Shelf,
  World,
  WorldEvent,
} from "../../src/playground/wire.ts";

/** What the page's server answered; `Body` is what a test expects it to be. */
export interface Answered<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Speaks to a playground's server as its page does, without a browser. */
export interface PlaygroundClient {
  readonly url: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Answered>;
  readonly post: (path: string, body: unknown) => Promise<Answered<{ readonly id: string } & Problem>>;
  readonly world: () => Promise<World>;
  readonly shelf: () => Promise<Shelf>;
  readonly examples: (locale: Locale, article?: string) => Promise<Examples>;
  /** Sends an interaction that the server takes. */
  readonly interact: (interaction: object) => Promise<Exchange>;
  readonly drop: (name: string, bytes: string | Uint8Array<ArrayBuffer>) => Promise<Answered<Preview & Problem>>;
  readonly listen: (from?: ListenFrom) => Promise<Listener>;
}

export interface ListenFrom {
  readonly after?: number;
  /** What a browser sends that connects again. */
  readonly lastEventId?: string;
}

export interface Listener {
  /** Oldest first. */
  readonly events: readonly WorldEvent[];
  /** Of the last event. */
  readonly lastId: () => string;
  /** Resolves with the first event, of those to come too, that fits. */
  readonly find: (fits: (event: WorldEvent) => boolean) => Promise<WorldEvent>;
  readonly findMessage: (fits: (message: Message) => boolean) => Promise<Message>;
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

export function createPlaygroundClient(url: string): PlaygroundClient {
  async function call<Body>(path: string, init: RequestInit = {}): Promise<Answered<Body>> {
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
  const post = <Body>(path: string, body: unknown) =>
    call<Body>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    url,
    fetch: call,
    post,
    world: async () => (await call<World>("api/world")).body,
    examples: async (locale, article) => {
      const asked = new URLSearchParams({ locale, ...(article === undefined ? {} : { article }) });
      return (await call<Examples>(`api/examples?${asked.toString()}`)).body;
    },
    shelf: async () => (await call<Shelf>("api/shelf")).body,
    interact: async (interaction) => (await post<Exchange>("api/interactions", interaction)).body,
    drop: (name, body) =>
      call(`api/articles?name=${encodeURIComponent(name)}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body,
      }),
    listen: ({ after, lastEventId } = {}) =>
      listenTo(new URL(after === undefined ? "api/events" : `api/events?after=${after}`, url), lastEventId),
  };
}

async function listenTo(url: URL, lastEventId: string | undefined): Promise<Listener> {
  const leaving = new AbortController();
  const headers = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
  const response = await fetch(url, { headers, signal: leaving.signal });
  const events: WorldEvent[] = [];
  const waiting = new Set<() => void>();
  let lastId = "";

  function take(block: string): void {
    const fields = new Map(block.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 2)]));
    if (fields.has("event")) return;
    lastId = fields.get("id") ?? lastId;
    events.push(JSON.parse(fields.get("data") ?? "") as WorldEvent);
    for (const look of waiting) look();
  }

  async function read(): Promise<void> {
    let left = "";
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const blocks = (left + chunk).split("\n\n");
      left = blocks.pop() ?? "";
      for (const block of blocks) take(block);
    }
  }

  const find = (fits: (event: WorldEvent) => boolean) =>
    new Promise<WorldEvent>((resolve) => {
      const look = () => {
        const found = events.find(fits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    events,
    lastId: () => lastId,
    find,
    findMessage: async (fits) => {
      const found = await find((event) => event.kind === "message" && fits(event.message));
      return (found as Extract<WorldEvent, { kind: "message" }>).message;
    },
    ended: read().catch(() => {}),
    close: () => leaving.abort(),
  };
}
