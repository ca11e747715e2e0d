import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { LocalRequest, LocalResponse } from "./routes.ts";
import { discordError } from "./routes.ts";

/** Makes a server that answers as told; bodies are JSON. */
export function createJsonServer(answer: (request: LocalRequest) => Promise<LocalResponse>): Server {
  return createServer((message, response) => void serve(message, response, answer));
}

/** Listens on a free port of this machine alone. */
export async function listenLocally(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

export function originOf(server: Server, protocol: "http" | "ws"): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return `${protocol}://127.0.0.1:${port}`;
}

export async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

/** Without it, whoever sends what is no JSON would wait for ever. */
const unreadable = discordError(400, 50_109, "The request body contains invalid JSON.");

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  answer: (request: LocalRequest) => Promise<LocalResponse>,
): Promise<void> {
  const request = await readRequest(message).catch(() => undefined);
  const { status, body, headers, delay } = request ? await answer(request) : unreadable;
  if (delay !== undefined) await wait(delay);
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readRequest(message: IncomingMessage): Promise<LocalRequest> {
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  const chunks: readonly Buffer[] = await message.toArray();
  const text = Buffer.concat(chunks).toString("utf8");
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return {
    method: message.method ?? "",
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/u, ""),
    parameters: {},
    query: url.searchParams,
    authorization: message.headers.authorization,
    body,
  };
}
