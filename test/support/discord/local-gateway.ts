import type { Server } from "node:http";
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

interface Session {
  readonly id: string;
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly token: string;
  readonly user: unknown;
  readonly applicationId: string;
  readonly guilds: readonly { readonly id: string }[];
  readonly url: () => string;
}

/** What a bot did on the gateway, in order. */
export type GatewayEvent = "identify" | "resume" | "heartbeat" | "close";

/** The gateway's side of the websocket: sessions that can be resumed, events that are kept for it. */
export class LocalGateway {
  readonly history: GatewayEvent[] = [];
  heartbeatInterval = 45_000;
  /** Closes the connection of whoever identifies with this code, such as 4014 for intents not allowed. */
  refuseWith: number | undefined;
  readonly #sessions: Session[] = [];
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;

  constructor(server: Server, options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({ server });
    this.#server.on("connection", (socket) => this.#greet(socket));
  }

  /** Whether a bot is connected and identified. */
  get isConnected(): boolean {
    return this.#current()?.socket !== undefined;
  }

  /** Sends an event to the newest session; it is kept in case the bot resumes. */
  dispatch(type: string, data: unknown): void {
    const session = this.#current();
    if (!session) throw new Error("no bot is connected");
    this.#dispatchTo(session, type, data);
  }

  /** Ends the connection with a close code, or rudely without one. */
  close(code?: number): void {
    const socket = this.#current()?.socket;
    if (code === undefined) socket?.terminate();
    else socket?.close(code);
  }

  /** Asks the bot to reconnect (opcode 7). */
  askToReconnect(): void {
    this.#sendTo(this.#current()?.socket, { op: 7, d: null });
  }

  /** Tells the bot that its session is over (opcode 9). */
  invalidateSession(canResume: boolean): void {
    this.#sendTo(this.#current()?.socket, { op: 9, d: canResume });
  }

  stop(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #current(): Session | undefined {
    return this.#sessions.at(-1);
  }

  #greet(socket: WebSocket): void {
    this.#sendTo(socket, { op: 10, d: { heartbeat_interval: this.heartbeatInterval } });
    socket.on("message", (data) => this.#hear(socket, sent.parse(JSON.parse(textOf(data)))));
    socket.on("close", () => {
      this.history.push("close");
      const session = this.#sessions.find((one) => one.socket === socket);
      if (session) session.socket = undefined;
    });
  }

  #hear(socket: WebSocket, { op, d }: z.infer<typeof sent>): void {
    if (op === 1) {
      this.history.push("heartbeat");
      this.#sendTo(socket, { op: 11 });
    }
    if (op === 2) this.#identify(socket, identify.parse(d));
    if (op === 6) this.#resume(socket, resume.parse(d));
  }

  #identify(socket: WebSocket, { token, shard }: z.infer<typeof identify>): void {
    this.history.push("identify");
    const refusal = token === this.#options.token ? this.refuseWith : 4004;
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const session: Session = { id: `session-${this.#sessions.length + 1}`, events: [], socket };
    this.#sessions.push(session);
    const { user, applicationId, guilds } = this.#options;
    this.#dispatchTo(session, "READY", {
      v: 10,
      user,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: shard ?? [0, 1],
      application: { id: applicationId, flags: 0 },
    });
    for (const guild of guilds) this.#dispatchTo(session, "GUILD_CREATE", guild);
  }

  #resume(socket: WebSocket, { session_id, seq }: z.infer<typeof resume>): void {
    this.history.push("resume");
    const session = this.#sessions.find(({ id }) => id === session_id);
    if (!session) {
      this.#sendTo(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > seq)) this.#sendTo(socket, { op: 0, ...event });
    this.#dispatchTo(session, "RESUMED", {});
  }

  #dispatchTo(session: Session, t: string, d: unknown): void {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    this.#sendTo(session.socket, { op: 0, ...event });
  }

  #sendTo(socket: WebSocket | undefined, payload: unknown): void {
    socket?.send(JSON.stringify(payload));
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return Buffer.from(new Uint8Array(data)).toString("utf8");
}
