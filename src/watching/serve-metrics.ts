import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { Log } from "../log.ts";
import type { Metrics } from "./metrics.ts";

export interface ServingOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "write" | "contentType">;
  readonly log: Log;
}

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Whoever asks is on the same network; times in milliseconds. */
const bounds = { maxHeaderSize: 16_384, requestTimeout: 5000, headersTimeout: 5000, keepAliveTimeout: 130_000 };
const mostConnections = 64;

const notFound: Said = { status: 404, text: "not found: the figures are at /metrics" };
const notAllowed: Said = { status: 405, text: "method not allowed" };
const broken: Said = { status: 500, text: "something went wrong" };

/**
 * Tells the figures at `/metrics`, on a port of their own: the one of interactions may be open to the world.
 *
 * @throws where the address cannot be listened at.
 */
export async function serveMetrics({ host, port: wanted, metrics, log }: ServingOptions): Promise<MetricsServer> {
  const server = createServer(bounds, ({ url = "", method = "" }, outgoing) => {
    if (url.split("?")[0] !== "/metrics") return say(outgoing, notFound);
    if (method !== "GET" && method !== "HEAD") return say(outgoing, notAllowed);
    const failed = (error: unknown) => {
      log.warn("figures not told", { error });
      say(outgoing, broken);
    };
    void metrics.write().then((text) => say(outgoing, { status: 200, text, type: metrics.contentType }), failed);
  });
  server.maxConnections = mostConnections;
  server.listen(wanted, host);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : wanted;
  log.info("telling figures", { host, port, path: "/metrics" });
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Said {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

function say(outgoing: ServerResponse, { status, text, type = "text/plain; charset=utf-8" }: Said): void {
  outgoing.writeHead(status, { "content-type": type }).end(text);
}
