import type { Server } from "node:http";
import { applicationRoutes } from "./application-routes.ts";
import { channelRoutes } from "./channel-routes.ts";
import { LocalAttachments } from "./attachments.ts";
import type { LocalEvent, LocalMessage } from "./channels.ts";
import { blank, LocalChannels, withoutReference } from "./channels.ts";
import type { GatewayOptions, LocalGateway } from "./gateway.ts";
import { createJsonServer, listenLocally, originOf, stopServer } from "./http-server.ts";
import type { CheckBody } from "./limits.ts";
import { checkFiles, checkInteractionResponse, checkMessage } from "./limits.ts";
import type { SentInteraction } from "./open-interactions.ts";
import { OpenInteractions } from "./open-interactions.ts";
import type { Handle, LocalRequest, LocalResponse, Route } from "./routes.ts";
import { discordError, matchPath } from "./routes.ts";
import type { Endpoint, Posted } from "./sign.ts";
import { postSigned } from "./sign.ts";
import type { Guild, GuildRole } from "./world.ts";
import { askerMember, askerUser, botUser, guildWithLocale, ids } from "./world.ts";

/** What a message may hold beside its text. */
type Beside = Pick<LocalMessage, "embeds" | "message_snapshots" | "sticker_items" | "poll">;

/** What somebody writes into a channel. */
export interface Said extends Beside {
  readonly text: string;
  readonly channel?: string;
  readonly author?: LocalMessage["author"];
  /** A message of the same channel that it replies to, and whether that pings its author. */
  readonly replyTo?: string;
  readonly pings?: boolean;
  /** One of Discord's message types, where Discord itself speaks. */
  readonly type?: number;
  readonly id?: string;
  readonly attachments?: LocalMessage["attachments"];
}

/** An interaction and what came of it. */
export interface Exchange {
  readonly sent: SentInteraction;
  /** Of the bot's endpoint; 0 where it could not be reached. */
  readonly status: number;
  /** `undefined` where there is none. */
  readonly response: unknown;
  /** What Discord would refuse about the response, a line each; it then has no effect. */
  readonly refused: readonly string[];
  /** Whether Discord had given up waiting when the response came, if it ever did. */
  readonly isLate: boolean;
  /** In milliseconds. */
  readonly took: number;
}

/** @param ended is called off when a response is there, or nobody waits any more. */
export type Waits = (ended: AbortSignal) => Promise<unknown>;

export interface LocalDiscordOptions<Gateway extends LocalGateway> {
  /** The bot's, for this Discord alone. */
  readonly token: string;
  readonly guild: Guild;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly createGateway: (server: Server, options: GatewayOptions) => Gateway;
}

/** What is looked at in a request. */
export type Checked = Pick<LocalRequest, "method" | "path" | "body"> & Partial<Pick<LocalRequest, "files">>;

/** A Discord on this machine: the routes and the gateway that a bot needs, and people who write and ask. */
export class LocalDiscord<Gateway extends LocalGateway = LocalGateway> {
  readonly gateway: Gateway;
  readonly channels: LocalChannels;
  readonly attachments: LocalAttachments;
  readonly newId: () => string;
  /** Set, interactions go there over HTTP instead of over the gateway. */
  endpoint: Endpoint | undefined;
  /**
   * Resolves when nobody waits any longer for the first response to an interaction that was just sent; whatever comes
   * later is refused. Absent means that it is waited for as long as it takes.
   */
  waits: Waits | undefined;
  recommendedShards = 1;
  readonly #options: LocalDiscordOptions<Gateway>;
  readonly #http = createJsonServer((request) => this.answer(request));
  readonly #interactions: OpenInteractions;
  readonly #routes: Route[] = [];
  readonly #guilds = new Map<string, Guild>();

  constructor(options: LocalDiscordOptions<Gateway>) {
    this.#options = options;
    this.newId = options.newId;
    this.channels = new LocalChannels(options);
    this.attachments = new LocalAttachments({ newId: this.newId, origin: () => this.fileOrigin });
    this.#guilds.set(options.guild.id, options.guild);
    this.gateway = options.createGateway(this.#http, {
      token: options.token,
      user: botUser,
      applicationId: ids.application,
      guilds: () => [...this.#guilds.values()],
      url: () => originOf(this.#http, "ws"),
    });
    const tell = (message: LocalMessage) => this.#tell(message);
    const { channels, attachments, newId } = this;
    this.#interactions = new OpenInteractions({ channels, attachments, newId, tell });
    this.#routes.push(...this.#ownRoutes());
  }

  /** Without the one that everybody has. */
  get roles(): readonly GuildRole[] {
    const { id: everybodys, roles } = this.#options.guild;
    return roles
      .filter(({ id }) => id !== everybodys)
      .map(({ id, name, tags }) => ({ id, name, ...(tags && { botId: tags.bot_id }) }));
  }

  get guildName(): string {
    return this.#options.guild.name;
  }

  get apiUrl(): string {
    return `${originOf(this.#http, "http")}/api`;
  }

  /** Where attachments are fetched from. */
  get fileOrigin(): string {
    return originOf(this.#http, "http");
  }

  async listen(): Promise<void> {
    await listenLocally(this.#http);
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    await stopServer(this.#http);
  }

  /** Tells of messages and channels, private ones too, until the returned function is called. */
  subscribe(listener: (event: LocalEvent) => void): () => void {
    return this.channels.subscribe(listener);
  }

  /** Adds a route; it wins over those that were there before. */
  route(method: string, pattern: string, handle: Handle): void {
    this.#routes.unshift({ method, pattern, handle });
  }

  /** Sends an interaction, over the gateway or to the endpoint, and waits for the first response to it. */
  async interact(payload: object): Promise<unknown> {
    const { response } = await this.exchange(payload);
    return response;
  }

  /** As `interact`, with all that is to be known of it. */
  async exchange(payload: object): Promise<Exchange> {
    const { sent, answered } = this.#interactions.open(payload);
    const { endpoint } = this;
    const before = performance.now();
    const none = { response: undefined, refused: [], isLate: false };
    const rest = () => ({ sent, took: performance.now() - before });
    if (!endpoint) this.gateway.dispatch("INTERACTION_CREATE", sent);
    const posted = await this.#inTime(endpoint ? postSigned(endpoint, sent).catch(() => away) : overGateway(answered));
    if (!posted) {
      this.#interactions.giveUp(sent.token);
      return { status: 0, ...none, isLate: true, ...rest() };
    }
    const { status, body: response } = posted;
    if (status !== 200) return { status, ...none, ...rest() };
    if (!endpoint) return { status, ...none, response, ...rest() };
    const timed = rest();
    const path = `/interactions/${sent.id}/${sent.token}/callback`;
    const refused = this.check(checkInteractionResponse, { method: "POST", path, body: response });
    if (refused.length === 0) this.#interactions.acknowledge(sent.token, response);
    return { status, response, refused, isLate: false, ...timed };
  }

  /** Gives nothing where something comes too late. */
  async #inTime<Value>(coming: Promise<Value>): Promise<Value | undefined> {
    const { waits } = this;
    if (!waits) return coming;
    const ended = new AbortController();
    try {
      return await Promise.race([coming, waits(ended.signal).then(() => undefined)]);
    } finally {
      ended.abort();
    }
  }

  /** Says something; gives the message's id. Mentions in the text are recognised. */
  say({ text, channel = ids.channel, author = askerUser, replyTo, pings = true, ...given }: Said): string {
    const { type, id = this.newId(), attachments = [], ...beside } = given;
    const repliedTo = replyTo === undefined ? undefined : this.channels.findMessage(channel, replyTo);
    const { mentions, ...mentioned } = mentionedIn(text);
    const reply = {
      message_reference: { message_id: replyTo, channel_id: channel },
      referenced_message: repliedTo && withoutReference(repliedTo),
    };
    const message = this.channels.addMessage({
      ...beside,
      id,
      channel_id: channel,
      content: text,
      author,
      attachments,
      type: type ?? (replyTo === undefined ? 0 : 19),
      mentions: repliedTo && pings ? [...mentions, repliedTo.author] : mentions,
      ...mentioned,
      ...(replyTo === undefined ? {} : reply),
    });
    this.#tell(message);
    return id;
  }

  /** Changes the text of what somebody said. */
  edit(channel: string, id: string, text: string): void {
    const changed = this.channels.changeMessage({ channel_id: channel, id }, { content: text, ...mentionedIn(text) });
    if (changed) this.#tell(changed, "MESSAGE_UPDATE");
  }

  /** Adds the bot to a server. */
  addGuild(added: Guild): void {
    this.#guilds.set(added.id, added);
    this.channels.addGuild(added);
    this.dispatch("GUILD_CREATE", added);
  }

  /** Removes the bot from a server; or, `unavailable`, Discord has it not at the moment. */
  removeGuild(id: string, unavailable = false): void {
    if (!unavailable) this.#guilds.delete(id);
    this.dispatch("GUILD_DELETE", { id, ...(unavailable ? { unavailable } : {}) });
  }

  /** Changes the language that the server prefers. */
  preferLocale(locale: string): void {
    this.dispatch("GUILD_UPDATE", guildWithLocale(this.#options.guild, locale));
  }

  /** Tells the bot of something over the gateway, where it is connected. */
  protected dispatch(event: string, data: object): void {
    if (this.gateway.intents !== 0) this.gateway.dispatch(event, data);
  }

  /** Answers one request of the bot. */
  protected async answer(request: LocalRequest): Promise<LocalResponse> {
    const needsToken = !open.some((folder) => request.path.startsWith(folder));
    const isAllowed = request.authorization === `Bot ${this.#options.token}`;
    if (needsToken && !isAllowed) return discordError(401, 0, "401: Unauthorized");
    const route = this.#routes.find(
      ({ method, pattern }) => method === request.method && matchPath(pattern, request.path) !== undefined,
    );
    if (!route) return discordError(404, 0, "404: Not Found");
    return route.handle({ ...request, parameters: matchPath(route.pattern, request.path) ?? {} });
  }

  /** Checks what the bot sent; gives one line for each thing that Discord would refuse. */
  protected check(check: CheckBody, { body, files = [] }: Checked): readonly string[] {
    return [...check(body), ...checkFiles(files, body)];
  }

  #ownRoutes(): readonly Route[] {
    const checked = (check: CheckBody, handle: Handle) => this.#checked(check, handle);
    return [
      ...applicationRoutes({
        gatewayUrl: () => originOf(this.#http, "ws"),
        shards: () => this.recommendedShards,
        newId: this.newId,
        checked,
      }),
      ...channelRoutes({
        channels: this.channels,
        attachments: this.attachments,
        newId: this.newId,
        checked,
        shown: (message) => this.#shown(message),
        tellMessage: (message) => this.#tell(message),
        tellThread: (thread) => this.dispatch("THREAD_CREATE", thread),
      }),
      {
        method: "POST",
        pattern: "/interactions/:id/:token/callback",
        handle: checked(checkInteractionResponse, ({ parameters: { id = "", token = "" }, body }) =>
          this.#interactions.callBack({ id, token }, body),
        ),
      },
      {
        method: "PATCH",
        pattern: "/webhooks/:application/:token/messages/@original",
        handle: checked(checkMessage, (request) => this.#interactions.edit(request.parameters["token"] ?? "", request)),
      },
      {
        method: "GET",
        pattern: "/webhooks/:application/:token/messages/@original",
        handle: ({ parameters: { token = "" } }) => this.#interactions.read(token),
      },
      {
        method: "GET",
        pattern: "/attachments/:channel/:id/:name",
        handle: ({ path }) => {
          const bytes = this.attachments.find(path);
          return bytes ? { status: 200, bytes } : { status: 404 };
        },
      },
    ];
  }

  /** Tells the bot of a message, where it is connected and asked for such. */
  #tell(message: LocalMessage, event = "MESSAGE_CREATE"): void {
    const wanted = message.guild_id === undefined ? directMessages : guildMessages;
    if ((this.gateway.intents & wanted) !== 0)
      this.gateway.dispatch(event, { ...this.#shown(message), member: askerMember });
  }

  #shown(message: LocalMessage): LocalMessage {
    return (this.gateway.intents & messageContent) === 0 ? blank(message) : message;
  }

  /** Refuses a body that breaks a limit, as Discord would. */
  #checked(check: CheckBody, handle: Handle): Handle {
    return (request) => {
      const broken = this.check(check, request);
      return broken.length > 0 ? discordError(400, 50035, `Invalid Form Body: ${broken.join("; ")}`) : handle(request);
    };
  }
}

/** What is known of an endpoint that could not be reached. */
const away = { status: 0, body: undefined };

async function overGateway(answered: Promise<unknown>): Promise<Posted> {
  return { status: 200, body: await answered };
}

/** Whom a text mentions, as Discord tells: people and roles, but none in code. */
function mentionedIn(text: string) {
  const read = text.replaceAll(/`[^`]*`/gu, "");
  const idsOf = (pattern: RegExp) => [...read.matchAll(pattern)].map(([, id = ""]) => id);
  const mention_everyone = /@(?:everyone|here)\b/u.test(read);
  const mentions = idsOf(/<@!?(\d+)>/gu).map((id) => people.find((one) => one.id === id) ?? { id });
  return { mentions, mention_roles: idsOf(/<@&(\d+)>/gu), mention_everyone };
}

const people = [botUser, askerUser];

/** What needs no token: a body's own, or none at all. */
const open = ["/interactions/", "/webhooks/", "/attachments/"];

const [guildMessages, directMessages, messageContent] = [1 << 9, 1 << 12, 1 << 15];
