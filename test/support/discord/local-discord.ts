import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import type { CheckBody } from "./limits.ts";
import { checkCommandList, checkInteractionResponse, checkMessage } from "./limits.ts";
import { LocalGateway } from "./local-gateway.ts";
import { botUser, guild, ids } from "./payloads.ts";
import type { Handle, LocalRequest, LocalResponse, Route } from "./routes.ts";
import { discordError, matchPath } from "./routes.ts";

/** Looks like a token, and is one here only. */
export const localToken = "MTAwMDAwMDAwMDAwMDAwMDAy.local1.only-good-for-the-local-discord";

/** Starts a Discord on this machine for one test; the test fails where a request broke one of Discord's limits. */
export async function startLocalDiscord(): Promise<LocalDiscord> {
  const discord = new LocalDiscord();
  await discord.listen();
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return discord;
}

/** The HTTP routes and the gateway that a bot needs, with hooks for more routes and for faults. */
export class LocalDiscord {
  readonly requests: LocalRequest[] = [];
  /** What requests broke, one line each; a test that means it may empty the list. */
  readonly violations: string[] = [];
  readonly gateway: LocalGateway;
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #routes: Route[] = [];
  readonly #faults: Route[] = [];
  readonly #interactions = new Map<string, (body: unknown) => void>();
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

  requestsTo(method: string, pattern: string): LocalRequest[] {
    return this.requests.filter((request) => request.method === method && matchPath(pattern, request.path));
  }

  newId(): string {
    this.#lastId += 1n;
    return String(this.#lastId);
  }

  /** Sends an interaction over the gateway and waits for the first response to it. */
  async interact(payload: object): Promise<unknown> {
    const { id, token } = { id: this.newId(), token: `aW50ZXJhY3Rpb24_${this.newId()}` };
    const answered = new Promise<unknown>((resolve) => this.#interactions.set(`${id}/${token}`, resolve));
    this.gateway.dispatch("INTERACTION_CREATE", { ...payload, id, token });
    return answered;
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
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
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
      "POST",
      "/channels/:channel/messages",
      this.#checked(checkMessage, ({ parameters, body }) =>
        ok({ ...Object(body), id: this.newId(), channel_id: parameters["channel"], author: botUser }),
      ),
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

  /** Refuses a body that breaks a limit, as Discord would, and remembers it for the test's end. */
  #checked(check: CheckBody, handle: Handle): Handle {
    return (request) => {
      const broken = check(request.body).map((line) => `${request.method} ${request.path}: ${line}`);
      this.violations.push(...broken);
      return broken.length > 0 ? discordError(400, 50035, `Invalid Form Body: ${broken.join("; ")}`) : handle(request);
    };
  }

  #callBack({ parameters, body }: LocalRequest): LocalResponse {
    const key = `${parameters["id"]}/${parameters["token"]}`;
    const resolve = this.#interactions.get(key);
    if (!resolve) return discordError(404, 10062, "Unknown interaction");
    const earlier = this.requestsTo("POST", `/interactions/${key}/callback`).length - 1;
    if (earlier > 0) return discordError(400, 40060, "Interaction has already been acknowledged.");
    resolve(body);
    return { status: 204 };
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
    response.writeHead(status, { "content-type": "application/json", ...headers });
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

function ok(body: unknown): LocalResponse {
  return { status: 200, body };
}
