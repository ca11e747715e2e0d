import type { IncomingMessage, Server } from "node:http";
import type { RawData, WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { z } from "zod";

const sent = z.object({ op: z.number(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

export type Identify = z.infer<typeof identify>;

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** The last ones, in case the bot resumes. */
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  /** The number of the last event. */
  sequence: number;
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly token: string;
  readonly user: unknown;
  readonly applicationId: string;
  /** Those that the bot is in at the moment. */
  readonly guilds: () => readonly { readonly id: string }[];
  readonly url: () => string;
}

/** What a bot did on the gateway. */
export type GatewayEvent = "identify" | "resume" | "heartbeat" | "close";

/** So many events can be told again; a bot that was away for longer has missed the earlier ones. */
const mostKept = 1000;

/** Discord's own numbers: what was sent cannot be read, and a token that is wrong. */
const [unreadable, wrongToken] = [4002, 4004];

/** The gateway's side of the websocket: sessions that can be resumed, events that are kept for it. */
export class LocalGateway {
  heartbeatInterval = 45_000;
  /** What Discord tells the bot that its application may do. */
  applicationFlags = 0;
  protected readonly sessions: Session[] = [];
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;

  constructor(server: Server, options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      server,
      verifyClient: ({ req }: { req: IncomingMessage }) => !isBrowser(req),
    });
    this.#server.on("connection", (socket) => this.#greet(socket));
  }

  /** Whether a bot is connected and identified. */
  get isConnected(): boolean {
    return this.current?.socket !== undefined;
  }

  /** The newest session's. */
  get intents(): number {
    return this.current?.intents ?? 0;
  }

  /** Sends an event to the newest session of its guild's shard; it is kept in case the bot resumes. */
  dispatch(type: string, data: unknown): void {
    const event = type.startsWith("GUILD_") ? { guild_id: Object(data).id } : data;
    const session = this.sessions.findLast(({ shard: [id, count] }) => id === shardOf(event, count));
    if (!session) throw new Error("no bot is connected");
    this.#dispatchTo(session, type, data);
  }

  stop(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  /** The newest session. */
  protected get current(): Session | undefined {
    return this.sessions.at(-1);
  }

  /** Hears of everything that a bot does. */
  protected notice(_event: GatewayEvent): void {}

  /** The code to close the connection with instead of taking a bot in, such as 4004 for a wrong token. */
  protected refusalOf({ token }: Identify): number | undefined {
    return token === this.#options.token ? undefined : wrongToken;
  }

  protected sendTo(socket: WebSocket | undefined, payload: unknown): void {
    socket?.send(JSON.stringify(payload));
  }

  #greet(socket: WebSocket): void {
    this.sendTo(socket, { op: 10, d: { heartbeat_interval: this.heartbeatInterval } });
    socket.on("message", (data) => this.#hearSafely(socket, data));
    // What breaks the protocol is closed by the server itself; unheard, the error would end the process.
    socket.on("error", () => {});
    socket.on("close", () => {
      this.notice("close");
      const session = this.sessions.find((one) => one.socket === socket);
      if (session) session.socket = undefined;
    });
  }

  /** Anybody on this machine may connect, and none of them may end the process. */
  #hearSafely(socket: WebSocket, data: RawData): void {
    try {
      this.#hear(socket, sent.parse(JSON.parse(textOf(data))));
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      socket.close(unreadable);
    }
  }

  #hear(socket: WebSocket, { op, d }: z.infer<typeof sent>): void {
    if (op === 1) {
      this.notice("heartbeat");
      this.sendTo(socket, { op: 11 });
    }
    if (op === 2) this.#identify(socket, identify.parse(d));
    if (op === 6) this.#resume(socket, resume.parse(d));
  }

  #identify(socket: WebSocket, given: Identify): void {
    this.notice("identify");
    const refusal = this.refusalOf(given);
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const { intents, shard = [0, 1] } = given;
    const name = `session-${this.sessions.length + 1}`;
    const session: Session = { id: name, intents, shard, events: [], sequence: 0, socket };
    this.sessions.push(session);
    const { user, applicationId } = this.#options;
    const guilds = this.#options.guilds().filter(({ id }) => shardOf({ guild_id: id }, shard[1]) === shard[0]);
    this.#dispatchTo(session, "READY", {
      v: 10,
      user,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard,
      application: { id: applicationId, flags: this.applicationFlags },
    });
    for (const guild of guilds) this.#dispatchTo(session, "GUILD_CREATE", guild);
  }

  #resume(socket: WebSocket, { token, session_id, seq }: z.infer<typeof resume>): void {
    this.notice("resume");
    if (token !== this.#options.token) {
      socket.close(wrongToken);
      return;
    }
    const session = this.sessions.find(({ id }) => id === session_id);
    if (!session) {
      this.sendTo(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > seq)) this.sendTo(socket, { op: 0, ...event });
    this.#dispatchTo(session, "RESUMED", {});
  }

  #dispatchTo(session: Session, t: string, d: unknown): void {
    session.sequence += 1;
    const event = { s: session.sequence, t, d };
    session.events.push(event);
    if (session.events.length > mostKept) session.events.shift();
    this.sendTo(session.socket, { op: 0, ...event });
  }
}

/** Pages of any site may open websockets to this machine; bots do not say where they come from. */
function isBrowser({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined;
}

/** Direct messages go to the first shard. */
function shardOf(event: unknown, count: number): number {
  const guild = typeof event === "object" && event !== null && "guild_id" in event ? event.guild_id : undefined;
  return typeof guild === "string" ? Number((BigInt(guild) >> 22n) % BigInt(count)) : 0;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return Buffer.from(new Uint8Array(data)).toString("utf8");
}
