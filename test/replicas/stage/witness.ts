import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { LocalAttachments } from "../../../src/local-discord/attachments.ts";
import { createJsonServer, listenLocally, originOf, stopServer } from "../../../src/local-discord/http-server.ts";
import { checkFiles, checkInteractionResponse, checkMessage } from "../../../src/local-discord/limits.ts";
import {
  discordError,
  type LocalRequest,
  type LocalResponse,
  matchPath,
  ok,
} from "../../../src/local-discord/routes.ts";
import { signatureOf } from "../../../src/local-discord/sign.ts";
import { createSnowflakes } from "../../../src/local-discord/snowflakes.ts";
import { botUser, ids, type LocalAttachment } from "../../../src/local-discord/world.ts";

/** What the bot's endpoint did with an interaction, as Discord sees it. */
export type Outcome =
  | { readonly kind: "response"; readonly response: unknown; readonly text: string; readonly took: number }
  /** Of the bot, or of the proxy. */
  | { readonly kind: "status"; readonly status: number; readonly took: number }
  /** No connection, or one that broke. */
  | { readonly kind: "dead"; readonly reason: string; readonly took: number }
  /** Discord waited three seconds. */
  | { readonly kind: "late"; readonly took: number };

/** What was sent, and what came of it. */
export interface Seen {
  readonly id: string;
  /** On the clock of `performance.now()`. */
  readonly sent: number;
  readonly outcome: Outcome;
  /** The last that it shows once nothing is under way any more; undefined where that never came. */
  readonly last: string | undefined;
}

interface Asked {
  readonly id: string;
  /** Whether Discord got a first response. */
  readonly responded: PromiseWithResolvers<boolean>;
  /** The message as it stands. */
  text: string;
  last: string | undefined;
  readonly ended: PromiseWithResolvers<string | undefined>;
}

/** In milliseconds: Discord's patience, and ours with a work that nobody goes on with. */
const [patience, longestWork] = [3000, 30_000];
/** Of older ones nothing comes any more. */
const mostAsked = 20_000;

/** Discord's side over HTTP, which remembers of each interaction what it takes to tell that it was answered once. */
export class Witness {
  readonly attachments: LocalAttachments;
  readonly newId = createSnowflakes(() => new Date());
  /** What breaks one of Discord's limits or is not Discord's at all, a line each. */
  readonly invalid: string[] = [];
  /** Interactions that were answered more than once, a line each. */
  readonly twice: string[] = [];
  readonly #asked = new Map<string, Asked>();
  readonly #http = createJsonServer((request) => this.#answer(request));
  readonly #privateKey: KeyObject;
  readonly publicKey: string;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    this.publicKey = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex");
    this.#privateKey = privateKey;
    this.attachments = new LocalAttachments({ newId: this.newId, origin: () => "https://cdn.discordapp.com" });
  }

  async listen(): Promise<void> {
    await listenLocally(this.#http);
  }

  async stop(): Promise<void> {
    await stopServer(this.#http);
  }

  /** The settings of a bot that lives here. */
  get environment(): Readonly<Record<string, string>> {
    const origin = originOf(this.#http, "http");
    return { DISCORD_API_URL: `${origin}/api`, DISCORD_PUBLIC_KEY: this.publicKey, LOCAL_FILES: origin };
  }

  attach(name: string, text: string): LocalAttachment {
    return this.attachments.add(ids.channel, { name, bytes: new TextEncoder().encode(text) });
  }

  /** Posts an interaction as Discord does, once, and waits until nothing of it is under way any more. */
  async send(url: string, payload: object): Promise<Seen> {
    const id = this.newId();
    const token = `aW50ZXJhY3Rpb24_${id}`;
    const asked: Asked = {
      id,
      responded: Promise.withResolvers(),
      text: "{}",
      last: undefined,
      ended: Promise.withResolvers(),
    };
    this.#asked.set(token, asked);
    for (const oldest of this.#asked.keys().take(Math.max(0, this.#asked.size - mostAsked))) this.#asked.delete(oldest);
    const sent = performance.now();
    const outcome = await this.#post(url, JSON.stringify({ ...payload, id, token }));
    asked.responded.resolve(outcome.kind === "response");
    if (outcome.kind !== "response") return { id, sent, outcome, last: undefined };
    const path = `/interactions/${id}/${token}/callback`;
    this.#note(path, checkInteractionResponse(outcome.response));
    const { type, data = {} } = Object(outcome.response);
    if (asked.text === "{}") asked.text = JSON.stringify(data);
    const goesOn = type === 5 || isUnderWay(outcome.text);
    if (!goesOn) return { id, sent, outcome, last: outcome.text };
    const late = setTimeout(() => asked.ended.resolve(undefined), longestWork);
    const last = await asked.ended.promise;
    clearTimeout(late);
    return { id, sent, outcome, last };
  }

  async #post(url: string, body: string): Promise<Outcome> {
    const headers = signatureOf(body, { privateKey: this.#privateKey, seconds: Math.floor(Date.now() / 1000) });
    const before = performance.now();
    const signal = AbortSignal.timeout(patience);
    try {
      const given = { "content-type": "application/json", ...headers };
      const response = await fetch(url, { method: "POST", headers: given, body, signal });
      const text = await response.text();
      const took = performance.now() - before;
      if (response.status !== 200) return { kind: "status", status: response.status, took };
      return { kind: "response", response: JSON.parse(text), text, took };
    } catch (error) {
      const took = performance.now() - before;
      return signal.aborted ? { kind: "late", took } : { kind: "dead", reason: reasonOf(error), took };
    }
  }

  async #answer(request: LocalRequest): Promise<LocalResponse> {
    const { method, path, body, files } = request;
    if (method === "PATCH") {
      const edited = matchPath("/webhooks/:application/:token/messages/@original", path);
      if (!edited) return this.#unknown(request);
      this.#note(path, [...checkMessage(body), ...checkFiles(files, body)]);
      return this.#edit(edited["token"] ?? "", JSON.stringify(body));
    }
    const read = method === "GET" && matchPath("/webhooks/:application/:token/messages/@original", path);
    if (read) return this.#read(read["token"] ?? "");
    if (method === "GET" && path.startsWith("/attachments/")) {
      const bytes = this.attachments.find(path);
      return bytes ? { status: 200, bytes } : { status: 404 };
    }
    if (method === "GET" && path === "/applications/@me")
      return ok({ id: ids.application, verify_key: this.publicKey });
    const channel = method === "GET" ? matchPath("/channels/:channel", path)?.["channel"] : undefined;
    if (channel !== undefined) return ok({ id: channel, type: 0, name: "general" });
    // Over HTTP a first response is the answer to the request.
    if (path.endsWith("/callback")) this.twice.push(`${path}: was called back`);
    // No list of servers is better than one that says that the bot was removed from all of them.
    return path === "/users/@me/guilds" ? { status: 503 } : this.#unknown(request);
  }

  async #edit(token: string, text: string): Promise<LocalResponse> {
    const asked = this.#asked.get(token);
    // What Discord did not get a first response to it does not know; that may still be on its way through the proxy.
    if (!asked || !(await asked.responded.promise)) return discordError(404, 10_015, "Unknown Webhook");
    const { last } = asked;
    // What follows a change in the same work is added below the words that it was made.
    if (last !== undefined && !contentOf(text).startsWith(contentOf(last).trimEnd())) {
      this.twice.push(`${asked.id}: after its end (${last.slice(0, 200)}) came ${text.slice(0, 200)}`);
    }
    if (last === text) this.twice.push(`${asked.id}: ended twice in ${text.slice(0, 200)}`);
    asked.text = text;
    if (!isUnderWay(text)) {
      asked.last = text;
      asked.ended.resolve(text);
    }
    return ok({ id: asked.id, channel_id: ids.channel, content: "", author: botUser });
  }

  async #read(token: string): Promise<LocalResponse> {
    const asked = this.#asked.get(token);
    if (!asked || !(await asked.responded.promise)) return discordError(404, 10_015, "Unknown Webhook");
    return ok(JSON.parse(asked.text));
  }

  #unknown({ method, path }: LocalRequest): LocalResponse {
    this.invalid.push(`${method} ${path}: is not known here`);
    return discordError(404, 0, "404: Not Found");
  }

  #note(path: string, broken: readonly string[]): void {
    this.invalid.push(...broken.map((line) => `${path}: ${line}`));
  }
}

/** Works have a button that calls them off, or say that they are at it. */
function isUnderWay(text: string): boolean {
  return /:stop:|"content":"[^"]*…"/u.test(text);
}

function contentOf(text: string): string {
  return String(Object(JSON.parse(text)).content ?? "");
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const { code, message } = Object(cause);
  return String(code ?? message);
}
