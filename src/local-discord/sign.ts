import type { KeyObject } from "node:crypto";
import { sign } from "node:crypto";

/** Where a bot takes interactions over HTTP, and what they are signed with. */
export interface Endpoint {
  readonly url: string;
  readonly privateKey: KeyObject;
}

export interface Posted {
  readonly status: number;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

/** Posts an interaction the way Discord does: signed over timestamp and body. */
export async function postSigned({ url, privateKey }: Endpoint, interaction: unknown): Promise<Posted> {
  const body = JSON.stringify(interaction);
  return post(url, { body, headers: signatureOf(body, { privateKey, seconds: Math.floor(Date.now() / 1000) }) });
}

/** Writes the headers that vouch for a body. */
export function signatureOf(
  body: string,
  { privateKey, seconds }: { readonly privateKey: KeyObject; readonly seconds: number },
): Readonly<Record<string, string>> {
  const timestamp = String(seconds);
  const signature = sign(undefined, Buffer.from(timestamp + body), privateKey).toString("hex");
  return { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp };
}

/** Posts JSON and reads what comes back. */
export async function post(
  url: string,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): Promise<Posted> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}
