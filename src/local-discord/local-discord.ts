import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { KeyObject } from "node:crypto";
import type { CheckBody } from "./limits.ts";
import { checkCommandList, checkInteractionResponse, checkMessage, checkThread } from "./limits.ts";
import type { LocalMessage } from "./local-channels.ts";
import { blank, LocalChannels } from "./local-channels.ts";
import { LocalGateway } from "./local-gateway.ts";
import { askerMember, askerUser, botUser, guild, ids } from "../../../src/local-discord/world.ts";
import type { Handle, LocalRequest, LocalResponse, Route } from "./routes.ts";
import { discordError, matchPath } from "./routes.ts";
import { postSigned } from "./post-signed.ts";
import { readSpecification } from "./specification.ts";

/** Looks like a token, and is one here only. */
export const localToken = "MTAwMDAwMDAwMDAwMDAwMDAy.local1.only-good-for-the-local-discord";

/** What somebody writes into a channel. */
export interface Said {
  readonly text: string;
  readonly channel?: string;
  readonly author?: { readonly id: string; readonly bot?: boolean };
  /** A message of the same channel that it replies to, and whether that pings its author. */
  readonly replyTo?: string;
  readonly pings?: boolean;
  /** One of Discord's message types, where Discord itself speaks. */
  readonly type?: number;
  readonly id?: string;
}

/** Where a bot takes interactions over HTTP, and what they are signed with. */
export interface Endpoint {
  readonly url: string;
  readonly privateKey: KeyObject;
}

const specificationFile = process.env["DISCORD_OPENAPI"];
const checkSpecification = specificationFile ? readSpecification(specificationFile) : () => [];

/** The HTTP routes and the gateway that a bot needs, with hooks for more routes and for faults. */
export class LocalDiscord {
  readonly requests: LocalRequest[] = [];
  /** What requests broke, one line each; a test that means it may empty the list. */
  readonly violations: string[] = [];
  readonly gateway: LocalGateway;
  readonly channels = new LocalChannels();
  /** Set, interactions go there over HTTP instead of over the gateway. */
  endpoint: Endpoint | undefined;
  recommendedShards = 1;
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #routes: Route[] = [];
  readonly #faults: Route[] = [];
  readonly #interactions = new Map<string, Asked>();
  readonly #commands = new Map<string, unknown[]>();
  #lastId = 200_000_000_000_000_000n;

  constructor() {
    this.gateway = new LocalGateway(this.#http, {
      token: localToken,
      user: botUser,
      applicationId: ids.application,
      guilds: [guild()],
      url: () => this.#origin("ws"),
    });
    this.#addRoutes();
    this.#addChannelRoutes();
  }

  get apiUrl(): string {
    return `${this.#origin("http")}/api`;
  }

  async listen(): Promise<void> {
    this.#http.listen(0, "127.0.0.1");
    await once(this.#http, "listening");
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, "close");
  }

  /** Adds a route; it wins over those that were there before. */
  route(method: string, pattern: string, handle: Handle): void {
    this.#routes.unshift({ method, pattern, handle });
  }

  /** Answers the next fitting request so instead; faults are used up in the order in which they were set. */
  failNext(method: string, pattern: string, response: LocalResponse): void {
    this.#faults.push({ method, pattern, handle: () => response });
  }

  /** Does what the next fitting request asks for, but answers with an error all the same. */
  loseNext(method: string, pattern: string, status: number): void {
    const handle: Handle = async (request) => {
      await this.#routes
        .find((route) => route.method === method && matchPath(route.pattern, request.path))
        ?.handle(request);
      return { status };
    };
    this.#faults.push({ method, pattern, handle });
  }

  requestsTo(method: string, pattern: string): LocalRequest[] {
    return this.requests.filter((request) => request.method === method && matchPath(pattern, request.path));
  }

  newId(): string {
    this.#lastId += 1n;
    return String(this.#lastId);
  }

  /** Sends an interaction, over the gateway or to the endpoint, and waits for the first response to it. */
  async interact(payload: object): Promise<unknown> {
    const { id, token } = { id: this.newId(), token: `aW50ZXJhY3Rpb24_${this.newId()}` };
    const sent = { ...payload, id, token };
    const answered = new Promise<unknown>((resolve) => this.#interactions.set(token, { sent, resolve }));
    if (!this.endpoint) {
      this.gateway.dispatch("INTERACTION_CREATE", sent);
      return answered;
    }
    const { status, body } = await postSigned(this.endpoint, sent);
    if (status !== 200) return undefined;
    const path = `/interactions/${id}/${token}/callback`;
    this.#check(checkInteractionResponse, { method: "POST", path, body });
    this.#acknowledge(token, body);
    return body;
  }

  /** Says something; gives the message's id. Mentions in the text are recognised. */
  say({
    text,
    channel = ids.channel,
    author = askerUser,
    replyTo,
    pings = true,
    type,
    id = this.newId(),
  }: Said): string {
    const repliedTo = replyTo === undefined ? undefined : this.channels.findMessage(channel, replyTo);
    const mentions = [...text.matchAll(/<@!?(\d+)>/gu)].map((match) => ({ id: match[1] ?? "" }));
    const reply = { message_reference: { message_id: replyTo, channel_id: channel }, referenced_message: repliedTo };
    const message = this.channels.addMessage({
      id,
      channel_id: channel,
      content: text,
      author,
      type: type ?? (replyTo === undefined ? 0 : 19),
      mentions: repliedTo && pings ? [...mentions, repliedTo.author] : mentions,
      ...(replyTo === undefined ? {} : reply),
    });
    this.#tell(message);
    return id;
  }

  /** Somebody starts a forum post; its first message comes after it, as an event of its own. */
  post({ title, text }: { readonly title: string; readonly text: string }): string {
    const id = this.newId();
    const thread = this.channels.addThread({ id, name: title, parentId: ids.forum, ownerId: ids.asker });
    this.gateway.dispatch("THREAD_CREATE", { ...thread, newly_created: true });
    return this.say({ text, channel: id, id });
  }

  #origin(protocol: "http" | "ws"): string {
    const address = this.#http.address();
    const port = typeof address === "object" ? address?.port : undefined;
    return `${protocol}://127.0.0.1:${port}`;
  }

  #addRoutes(): void {
    this.route("GET", "/gateway/bot", () =>
      ok({
        url: this.#origin("ws"),
        shards: this.recommendedShards,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
      }),
    );
    this.route("GET", "/users/@me", () => ok(botUser));
    this.route("GET", "/applications/@me", () => ok({ id: ids.application, name: "Yuanwen", flags: 0 }));
    this.route(
      "POST",
      "/interactions/:id/:token/callback",
      this.#checked(checkInteractionResponse, (request) => this.#callBack(request)),
    );
    this.route(
      "PATCH",
      "/webhooks/:application/:token/messages/@original",
      this.#checked(checkMessage, (request) => this.#edit(request)),
    );
    for (const pattern of [
      "/applications/:application/commands",
      "/applications/:application/guilds/:guild/commands",
    ]) {
      this.route("GET", pattern, ({ path }) => ok(this.#commands.get(path) ?? []));
      this.route(
        "PUT",
        pattern,
        this.#checked(checkCommandList, ({ path, body }) => this.#registerCommands(path, body)),
      );
    }
  }

  #addChannelRoutes(): void {
    this.route("GET", "/channels/:channel", ({ parameters }) => {
      const channel = this.channels.find(parameters["channel"] ?? "");
      return channel ? ok(channel) : discordError(404, 10003, "Unknown Channel");
    });
    this.route("GET", "/channels/:channel/messages", ({ parameters, query }) => {
      const before = BigInt(query.get("before") ?? "9223372036854775807");
      const found = this.channels.messagesIn(parameters["channel"] ?? "").filter(({ id }) => BigInt(id) < before);
      return ok(
        found
          .slice(-Number(query.get("limit") ?? 50))
          .toReversed()
          .map((message) => this.#shown(message)),
      );
    });
    this.route("GET", "/channels/:channel/messages/:message", ({ parameters }) => {
      const found = this.channels.findMessage(parameters["channel"] ?? "", parameters["message"] ?? "");
      return found ? ok(this.#shown(found)) : discordError(404, 10008, "Unknown Message");
    });
    this.route(
      "POST",
      "/channels/:channel/messages",
      this.#checked(checkMessage, (request) => this.#receive(request)),
    );
    this.route(
      "POST",
      "/channels/:channel/messages/:message/threads",
      this.#checked(checkThread, (request) => this.#startThread(request)),
    );
    this.route("POST", "/users/@me/channels", () => ok(this.channels.find(ids.direct)));
  }

  #receive({ parameters, body }: LocalRequest): LocalResponse {
    const channel_id = parameters["channel"] ?? "";
    if (!this.channels.find(channel_id)) return discordError(404, 10003, "Unknown Channel");
    const { nonce, enforce_nonce: isEnforced, ...given } = Object(body);
    const sent = { ...given, id: this.newId(), channel_id };
    const { message, isNew } = this.channels.addOnce(isEnforced === true ? nonce : undefined, sent);
    if (isNew) this.#tell(message);
    return ok(message);
  }

  #startThread({ parameters, body }: LocalRequest): LocalResponse {
    const { channel = "", message = "" } = parameters;
    if (!this.channels.findMessage(channel, message)) return discordError(404, 10008, "Unknown Message");
    if (this.channels.find(message))
      return discordError(400, 160_004, "A thread has already been created for this message");
    const thread = this.channels.addThread({
      id: message,
      name: Object(body).name,
      parentId: channel,
      ownerId: ids.bot,
    });
    if (!this.endpoint) this.gateway.dispatch("THREAD_CREATE", { ...thread, newly_created: true });
    return ok(thread);
  }

  /** Tells the bot of a message, where it is connected and asked for such. */
  #tell(message: LocalMessage): void {
    const wanted = message.guild_id === undefined ? directMessages : guildMessages;
    if ((this.gateway.intents & wanted) !== 0)
      this.gateway.dispatch("MESSAGE_CREATE", { ...this.#shown(message), member: askerMember });
  }

  #shown(message: LocalMessage): LocalMessage {
    return (this.gateway.intents & messageContent) === 0 ? blank(message) : message;
  }

  /** Refuses a body that breaks a limit, as Discord would, and remembers it for the test's end. */
  #checked(check: CheckBody, handle: Handle): Handle {
    return (request) => {
      const broken = this.#check(check, request);
      return broken.length > 0 ? discordError(400, 50035, `Invalid Form Body: ${broken.join("; ")}`) : handle(request);
    };
  }

  #check(check: CheckBody, { method, path, body }: Pick<LocalRequest, "method" | "path" | "body">): readonly string[] {
    const broken = [...check(body), ...checkSpecification(method, path, body)].map(
      (line) => `${method} ${path}: ${line}`,
    );
    this.violations.push(...broken);
    return broken;
  }

  #callBack({ parameters, body }: LocalRequest): LocalResponse {
    const asked = this.#interactions.get(parameters["token"] ?? "");
    if (!asked || asked.sent.id !== parameters["id"]) return discordError(404, 10062, "Unknown interaction");
    if (asked.response !== undefined) return discordError(400, 40060, "Interaction has already been acknowledged.");
    this.#acknowledge(parameters["token"] ?? "", body);
    return { status: 204 };
  }

  /** Takes the first response; one for all to see becomes a message of its channel. */
  #acknowledge(token: string, response: unknown): void {
    const asked = this.#interactions.get(token);
    if (!asked) return;
    this.#interactions.set(token, { ...asked, response });
    const { type, data } = Object(response);
    if (type === 4 && (data.flags & 64) === 0) {
      const { id, type: kind, channel_id } = asked.sent;
      const interaction_metadata = { id, type: kind, user: askerUser, authorizing_integration_owners: {} };
      this.#tell(this.channels.addMessage({ ...data, id: this.newId(), channel_id, interaction_metadata }));
    }
    asked.resolve(response);
  }

  #edit({ parameters, body }: LocalRequest): LocalResponse {
    const asked = this.#interactions.get(parameters["token"] ?? "");
    if (asked?.response === undefined) return discordError(404, 10015, "Unknown Webhook");
    return ok({ ...Object(body), id: this.newId(), channel_id: asked.sent.channel_id, author: botUser });
  }

  /** Keeps what Discord would send back: every field it knows, those not given as `null`. */
  #registerCommands(path: string, body: unknown): LocalResponse {
    const given = Array.isArray(body) ? body : [];
    const kept = given.map((command: unknown) => ({
      dm_permission: true,
      name_localizations: null,
      default_member_permissions: null,
      nsfw: false,
      ...Object(command),
      id: this.newId(),
      application_id: ids.application,
      version: this.newId(),
    }));
    this.#commands.set(path, kept);
    return ok(kept);
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? "/", this.#origin("http"));
    const chunks = await message.toArray();
    const text = Buffer.concat(chunks).toString("utf8");
    const request = {
      method: message.method ?? "",
      path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/u, ""),
      parameters: {},
      query: url.searchParams,
      authorization: message.headers.authorization,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
    this.requests.push(request);
    const { status, body, headers, delay } = await this.#answer(request);
    if (delay !== undefined) await wait(delay);
    const type = body === undefined ? {} : { "content-type": "application/json" };
    response.writeHead(status, { ...type, ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #answer(request: LocalRequest): LocalResponse | Promise<LocalResponse> {
    const needsToken = !request.path.startsWith("/interactions/") && !request.path.startsWith("/webhooks/");
    if (needsToken && request.authorization !== `Bot ${localToken}`) return discordError(401, 0, "401: Unauthorized");
    const fits = ({ method, pattern }: Route) =>
      method === request.method && matchPath(pattern, request.path) !== undefined;
    const fault = this.#faults.findIndex(fits);
    const route = fault === -1 ? this.#routes.find(fits) : this.#faults.splice(fault, 1)[0];
    if (!route) return discordError(404, 0, "404: Not Found");
    return route.handle({ ...request, parameters: matchPath(route.pattern, request.path) ?? {} });
  }
}

/** An interaction under way. */
interface Asked {
  readonly sent: Readonly<Record<string, unknown>> & { readonly id: string; readonly channel_id?: string };
  readonly resolve: (response: unknown) => void;
  readonly response?: unknown;
}

const [guildMessages, directMessages, messageContent] = [1 << 9, 1 << 12, 1 << 15];

function ok(body: unknown): LocalResponse {
  return { status: 200, body };
}
