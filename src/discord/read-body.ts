import type { IncomingMessage } from "node:http";
import { collectBytes } from "./collect-bytes.ts";

export type Received =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  | { readonly kind: "too large" }
  /** Whoever sent it went away, or took too long. */
  | { readonly kind: "aborted" };

/** Reads a request's body of at most so many bytes; what says that it is larger is not read at all. */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Received> {
  if (Number(incoming.headers["content-length"] ?? 0) > most) return { kind: "too large" };
  try {
    // Otherwise Node would close the connection before it is answered.
    const bytes = await collectBytes(incoming.iterator({ destroyOnReturn: false }), most);
    return bytes ? { kind: "whole", bytes } : { kind: "too large" };
  } catch {
    return { kind: "aborted" };
  }
}
