import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import type { Log } from "../log.ts";
import { createHttpApp } from "./http-app.ts";
import type { AppOptions } from "./http-app.ts";

export interface HttpOptions extends AppOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly log: Log;
}

export interface HttpServer {
  readonly port: number;
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
  const server = createAdaptorServer({ fetch: createHttpApp(options).fetch });
  server.listen(options.port, host);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  log.info("listening", { host, port });
  return {
    port,
    async close() {
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
