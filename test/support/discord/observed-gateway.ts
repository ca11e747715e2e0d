import type { GatewayEvent, Identify } from "../../../src/local-discord/gateway.ts";
import { LocalGateway } from "../../../src/local-discord/gateway.ts";

const messageContent = 1 << 15;

/** The local gateway with an eye on what a bot does, and hooks for what may go wrong with a connection. */
export class ObservedGateway extends LocalGateway {
  /** What a bot did, in order. */
  readonly history: GatewayEvent[] = [];
  /** Closes the connection of whoever identifies with this code, such as 4014 for intents not allowed. */
  refuseWith: number | undefined;
  /** Refuses whoever asks for the Message Content intent, with 4014. */
  refusesMessageContent = false;

  /** The shards of all sessions, in the order in which they identified. */
  get shards(): readonly (readonly [number, number])[] {
    return this.sessions.map(({ shard }) => shard);
  }

  /** Ends the connection with a close code, or rudely without one. */
  close(code?: number): void {
    const socket = this.current?.socket;
    if (code === undefined) socket?.terminate();
    else socket?.close(code);
  }

  /** Takes no session back: whoever resumes is told to identify. */
  forgetSessions(): void {
    this.sessions.length = 0;
  }

  /** Asks the bot to reconnect (opcode 7). */
  askToReconnect(): void {
    this.sendTo(this.current?.socket, { op: 7, d: null });
  }

  /** Tells the bot that its session is over (opcode 9). */
  invalidateSession(canResume: boolean): void {
    this.sendTo(this.current?.socket, { op: 9, d: canResume });
  }

  protected override notice(event: GatewayEvent): void {
    this.history.push(event);
  }

  protected override refusalOf(given: Identify): number | undefined {
    const isContentRefused = this.refusesMessageContent && (given.intents & messageContent) !== 0;
    return super.refusalOf(given) ?? this.refuseWith ?? (isContentRefused ? 4014 : undefined);
  }
}
