import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Stands between a client and a server, and can do what networks do. */
export interface TcpProxy {
  readonly port: number;
  /** Takes all connections away and refuses new ones. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** Cuts a connection when the client has sent these words, once: the server gets them, the client no answer. */
  cutAfter(words: string): void;
  /** Keeps all connections and lets nothing through any more. */
  fallSilent(): void;
}

export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let fatal: string | undefined = undefined;
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {}).on("close", () => (sockets.delete(from), to.end()));
    }
    upstream.pipe(client);
    client.on("data", (chunk) => {
      upstream.write(chunk);
      if (fatal === undefined || !chunk.includes(fatal)) return;
      fatal = undefined;
      upstream.unpipe(client);
      client.destroy();
    });
  });
  const listen = async (at: number) =>
    new Promise<number>((resolve) => {
      server.listen(at, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
  const listening = await listen(0);
  const goAway = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(goAway);
  return {
    port: listening,
    goAway,
    fallSilent: () => sockets.forEach((socket) => socket.unpipe().pause().removeAllListeners("data")),
    comeBack: async () => void (await listen(listening)),
    cutAfter: (words) => (fatal = words),
  };
}
