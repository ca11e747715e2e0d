import type { KeyObject } from "node:crypto";
import { sign } from "node:crypto";

export interface SignedPost {
  readonly url: string;
  readonly privateKey: KeyObject;
}

/** Posts an interaction the way Discord does: signed over timestamp and body. */
export async function postSigned(
  { url, privateKey }: SignedPost,
  interaction: unknown,
  changed: {
    readonly seconds?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const timestamp = String(changed.seconds ?? Math.floor(Date.now() / 1000));
  const body = JSON.stringify(interaction);
  const signature = sign(undefined, Buffer.from(timestamp + body), privateKey).toString("hex");
  const headers = {
    "content-type": "application/json",
    "x-signature-ed25519": signature,
    "x-signature-timestamp": timestamp,
    ...changed.headers,
  };
  const response = await fetch(url, { method: "POST", headers, body: changed.body ?? body });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}
