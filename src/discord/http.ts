import { once } from "node:events";
import type { RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { AppOptions } from "./http-app.ts";
import { createHttpApp } from "./http-app.ts";
import type { InteractionsOptions } from "./receive-interaction.ts";
import { takeInWaiting } from "./take-in-waiting.ts";

/** What anybody may take who connects; times in milliseconds. */
export interface HttpLimits {
  readonly connections: number;
  /** In bytes. */
  readonly headerSize: number;
  /** For a whole request to come in, its header included; then the connection closes. */
  readonly requestTime: number;
  /** How often that is looked at. */
  readonly checkInterval: number;
  /** How long a connection stays open without a request. */
  readonly keepAlive: number;
  /** How long those under way are waited for when the server closes. */
  readonly closing: number;
}

/**
 * Discord itself waits three seconds. Proxies keep a connection for up to two minutes (Caddy; nginx one): whoever closes it first
 * must be them, since what is sent over a connection that is just being closed is lost.
 */
const usualLimits: HttpLimits = {
  connections: 1024,
  headerSize: 16_384,
  requestTime: 5000,
  checkInterval: 1000,
  keepAlive: 130_000,
  closing: 1000,
};

export interface HttpOptions extends AppOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly limits?: Partial<HttpLimits> | undefined;
}

export interface HttpServer {
  readonly port: number;
  /** Takes interactions from now on, where any come over HTTP. */
  open(interactions: InteractionsOptions): void;
  /** Why nothing can be answered, as it tells whoever asks. */
  problem(): string | undefined;
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Listens for HTTP.
 *
 * @throws where the address cannot be listened at.
 */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const { host, log } = options;
  const limits = { ...usualLimits, ...options.limits };
  const app = createHttpApp(options);
  const listener = getRequestListener(app.fetch);
  const { server, close } = createBoundedServer((incoming, outgoing) => void listener(incoming, outgoing), limits);
  server.listen(options.port, host);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  log.info("listening", { host, port });
  return { port, open: (interactions) => app.open(interactions), problem: () => app.problem(), close };
}

interface BoundedServer {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

function createBoundedServer(listener: RequestListener, limits: HttpLimits): BoundedServer {
  const bounds = {
    maxHeaderSize: limits.headerSize,
    headersTimeout: limits.requestTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.checkInterval,
  };
  const underWay = new Set<ServerResponse>();
  const server = createServer(bounds, (incoming, outgoing) => {
    underWay.add(outgoing);
    outgoing.once("close", () => underWay.delete(outgoing));
    if (!server.listening) outgoing.setHeader("connection", "close");
    listener(incoming, outgoing);
  });
  // By itself Node invites every body, also those that are refused by their headers.
  server.on("checkContinue", (incoming, outgoing) => server.emit("request", incoming, outgoing));
  server.maxConnections = limits.connections;
  // Whoever takes all connections and asks for nothing more must not keep everybody else out.
  server.on("drop", () => server.closeIdleConnections());
  let closing: Promise<void> | undefined;

  async function finish(): Promise<void> {
    await takeInWaiting(server);
    const closed = once(server, "close");
    server.close();
    // Whoever keeps a connection must learn that it takes no more.
    for (const outgoing of underWay) if (!outgoing.headersSent) outgoing.setHeader("connection", "close");
    const timer = setTimeout(() => server.closeAllConnections(), limits.closing);
    await closed;
    clearTimeout(timer);
  }

  return { server, close: () => (closing ??= finish()) };
}
