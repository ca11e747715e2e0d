import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { LocalRequest, LocalResponse, UploadedFile } from "./routes.ts";
import { discordError } from "./routes.ts";

/** Makes a server that answers as told; bodies are JSON, or forms with JSON and files in them. */
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
const tooLarge = discordError(413, 40_005, "Request entity too large");

/** In bytes: Discord takes files of 25 MiB in one request. */
const largestBody = 26 * 1024 * 1024;

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  answer: (request: LocalRequest) => Promise<LocalResponse>,
): Promise<void> {
  const request = await readRequest(message).catch(() => unreadable);
  const { status, body, bytes, headers, delay } = "status" in request ? request : await answer(request);
  if (delay !== undefined) await wait(delay);
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(bytes ?? (body === undefined ? undefined : JSON.stringify(body)));
}

async function readRequest(message: IncomingMessage): Promise<LocalRequest | LocalResponse> {
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  const read = await readBytes(message);
  if (!read) return tooLarge;
  return {
    method: message.method ?? "",
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/u, ""),
    parameters: {},
    query: url.searchParams,
    authorization: message.headers.authorization,
    ...(await readBody(read, message.headers["content-type"] ?? "")),
  };
}

/** Gives nothing where there are too many. */
async function readBytes(message: AsyncIterable<Buffer>): Promise<Buffer<ArrayBuffer> | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of message) {
    length += piece.length;
    if (length <= largestBody) pieces.push(piece);
  }
  return length <= largestBody ? Buffer.concat(pieces) : undefined;
}

async function readBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<Pick<LocalRequest, "body" | "files">> {
  if (!type.startsWith("multipart/form-data")) {
    const text = bytes.toString("utf8");
    return { body: text === "" ? undefined : JSON.parse(text), files: [] };
  }
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const id = /^files\[(\d+)\]$/u.exec(key)?.[1];
    if (id === undefined || typeof value === "string") continue;
    files.push({ id, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? JSON.parse(payload) : undefined, files };
}
