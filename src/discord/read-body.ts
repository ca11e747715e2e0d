import type { IncomingMessage } from "node:http";

export type Received =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  | { readonly kind: "too large" }
  /** Whoever sent it went away, or took too long. */
  | { readonly kind: "aborted" };

/** Reads a request's body of at most so many bytes; what says that it is larger is not read at all. */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Received> {
  if (Number(incoming.headers["content-length"] ?? 0) > most) return { kind: "too large" };
  // Otherwise Node would close the connection before it is answered.
  const chunks: AsyncIterable<Buffer> = incoming.iterator({ destroyOnReturn: false });
  // Of one piece, since a body may come in chunks of a byte each, and a chunk takes a hundred.
  let [held, length] = [Buffer.alloc(0), 0];
  try {
    for await (const chunk of chunks) {
      const start = length;
      length += chunk.length;
      if (length > most) return { kind: "too large" };
      if (length > held.length) held = grow(held, Math.min(most, Math.max(length, 2 * held.length)));
      chunk.copy(held, start);
    }
  } catch {
    return { kind: "aborted" };
  }
  return { kind: "whole", bytes: held.subarray(0, length) };
}

function grow(bytes: Buffer, length: number): Buffer<ArrayBuffer> {
  const grown = Buffer.alloc(length);
  bytes.copy(grown);
  return grown;
}
