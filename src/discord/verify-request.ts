import { verifyKey } from "discord-interactions";

export type Verdict = "genuine" | "unsigned" | "stale" | "forged";

export interface SignedRequest {
  readonly body: ArrayBuffer;
  readonly signature: string | undefined;
  /** In seconds since 1970, as text. */
  readonly timestamp: string | undefined;
}

/** In seconds, either way: clocks differ, and what is older was recorded and sent again. */
const freshFor = 300;

/** Makes the check of Discord's Ed25519 signature over timestamp and raw body. */
export function createVerify(publicKey: string, now: () => Date): (request: SignedRequest) => Promise<Verdict> {
  const key = crypto.subtle.importKey("raw", Buffer.from(publicKey, "hex"), "Ed25519", false, ["verify"]);
  // Where the key is none, each check says so; nobody else listens here.
  key.catch(() => {});
  return async ({ body, signature = "", timestamp = "" }) => {
    if (!/^[0-9a-f]{128}$/iu.test(signature) || !/^\d{1,12}$/u.test(timestamp)) return "unsigned";
    if (!(await verifyKey(body, signature, timestamp, await key))) return "forged";
    const age = Math.abs(now().getTime() / 1000 - Number(timestamp));
    return age > freshFor ? "stale" : "genuine";
  };
}
