import type { Socket } from "node:net";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** A connection that says exactly what it is told to. */
export interface RawConnection {
  readonly socket: Socket;
  readonly send: (text: string | Uint8Array) => void;
  /** Everything that has come back. */
  readonly received: () => string;
  /** Resolves with it once it holds a text; fails after a while. */
  readonly until: (text: string) => Promise<string>;
  /** Resolves with it when the other side has closed the connection. */
  readonly closed: Promise<string>;
}

/** Opens one for the length of a test. */
export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: "127.0.0.1" });
  // Being cut off is what some tests want.
  socket.on("error", () => {});
  onTestFinished(() => void socket.destroy());
  let received = "";
  socket.on("data", (chunk) => (received += String(chunk)));
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(received)));
  await Promise.race([new Promise<void>((resolve) => socket.once("connect", resolve)), closed]);
  return {
    socket,
    send: (text) => void socket.write(text),
    received: () => received,
    async until(text) {
      for (let turn = 0; turn < 1000 && !received.includes(text); turn += 1) await wait(10);
      if (!received.includes(text)) throw new Error(`never said ${text}, but ${received}`);
      return received;
    },
    closed,
  };
}

/** Writes the head of a post to the bot's endpoint. */
export function head(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: "bot", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /interactions HTTP/1.1\r\n${lines.join("")}\r\n`;
}
