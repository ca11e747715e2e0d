import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What is not taken is answered so, with one line, and closes its connection. */
export interface Refusal {
  readonly status: 400 | 401 | 413 | 503;
  readonly text: string;
}

/** In milliseconds: so long whoever sends may take to read the answer and to stop. */
const patience = 500;
/** In bytes: so much of what nobody reads is let in and thrown away. */
const mostDropped = 65_536;

/**
 * Refuses a request whose body was not read to its end: the answer goes out at once and says that the connection closes,
 * so that a proxy sends nothing else over it.
 *
 * It closes when the body is over or after a moment. A connection that is closed while something comes in is reset,
 * which may take the answer away before it was read.
 */
export function refuse(context: Context<{ Bindings: HttpBindings }>, { status, text }: Refusal): Response {
  const bytes = new TextEncoder().encode(text);
  return context.body(answerAndWait(bytes, context.env.incoming), status, {
    "content-type": "text/plain; charset=UTF-8",
    "content-length": String(bytes.length),
    connection: "close",
  });
}

function answerAndWait(bytes: Uint8Array<ArrayBuffer>, incoming: IncomingMessage): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    async pull(controller) {
      await dropBody(incoming);
      controller.close();
    },
  });
}

/** Resolves when the body is over, its connection closed, or the moment gone. */
function dropBody(incoming: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (incoming.readableEnded || incoming.destroyed) return Promise.resolve();
  let dropped = 0;
  incoming.on("data", ({ length }: Buffer) => {
    dropped += length;
    if (dropped > mostDropped) incoming.pause();
  });
  incoming.resume();
  for (const over of ["end", "close", "error"]) incoming.once(over, () => resolve());
  setTimeout(resolve, patience).unref();
  return promise;
}
