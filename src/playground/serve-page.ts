import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { ServerType } from "@hono/node-server";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export interface PageServer {
  readonly port: number;
  /** Lets go of every connection at once. */
  close(): Promise<void>;
}

/**
 * Serves the page on this machine alone, at the given port or, where that is taken, at any that is free.
 *
 * @param createApp is told how to find the port out.
 */
export async function servePage(createApp: (port: () => number) => Hono, port: number): Promise<PageServer> {
  const portOf = () => portOfServer(server);
  const { fetch } = createApp(portOf);
  const server = createAdaptorServer({ fetch });
  await listen(server, port).catch((error: unknown) => {
    if (isTaken(error)) return listen(server, 0);
    throw error;
  });
  return {
    port: portOf(),
    async close() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: ServerType, port: number): Promise<void> {
  const listening = once(server, "listening");
  server.listen(port, "127.0.0.1");
  await listening;
}

function portOfServer(server: ServerType): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Taken by another program, or not allowed to be taken by anybody. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}
