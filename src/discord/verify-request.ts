import type { IncomingHttpHeaders } from "node:http";
import { verifyKey } from "discord-interactions";

/** What vouches for a body, well formed but not checked. */
export interface Stamp {
  /** 64 bytes in hexadecimal. */
  readonly signature: string;
  /** In seconds since 1970, as text: it is signed as it stands. */
  readonly timestamp: string;
}

/** In seconds, either way: clocks differ, and what is older was recorded and sent again. */
const freshFor = 300;

/** Reads what vouches for a request; `undefined` where that is missing or cannot be what Discord sends. */
export function readStamp(headers: IncomingHttpHeaders): Stamp | undefined {
  const [signature, timestamp] = [headers["x-signature-ed25519"], headers["x-signature-timestamp"]];
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/iu.test(signature)) return undefined;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/u.test(timestamp)) return undefined;
  return { signature, timestamp };
}

/** Whether two times, in seconds, are as near to each other as those of Discord and of a machine whose clock is right. */
export function isNear(seconds: number, others: number): boolean {
  return Math.abs(seconds - others) <= freshFor;
}

/** Makes the check of Discord's Ed25519 signature over timestamp and raw body. */
export function createVerify(publicKey: string): (body: Uint8Array, stamp: Stamp) => Promise<boolean> {
  const importing = crypto.subtle.importKey("raw", Buffer.from(publicKey, "hex"), "Ed25519", false, ["verify"]);
  // Nothing is genuine under a key that is none.
  const found = importing.catch(() => undefined);
  return async (body, { signature, timestamp }) => {
    const key = await found;
    return key !== undefined && (await verifyKey(body, signature, timestamp, key));
  };
}
