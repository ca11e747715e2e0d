import type { Endpoint, Posted } from "../../../src/local-discord/sign.ts";
import { post, signatureOf } from "../../../src/local-discord/sign.ts";

/** What is other than Discord would send it. */
export interface Changed {
  readonly seconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Posts a signed interaction with something changed after the signature, or signed at another time. */
export async function postChanged(
  { url, privateKey }: Endpoint,
  interaction: unknown,
  { seconds = Math.floor(Date.now() / 1000), headers, body }: Changed = {},
): Promise<Posted> {
  const signed = JSON.stringify(interaction);
  return post(url, { body: body ?? signed, headers: { ...signatureOf(signed, { privateKey, seconds }), ...headers } });
}
