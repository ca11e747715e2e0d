import type { REST } from "discord.js";
import { Routes } from "discord.js";

/** In milliseconds: whoever asks does not wait longer. */
const patience = 3000;

/**
 * Asks Discord whether it signs this application's requests with a key, given in hexadecimal; `undefined` where it does not
 * tell. Never rejects.
 */
export async function checkKey(rest: REST, publicKey: string): Promise<boolean | undefined> {
  try {
    const application = await rest.get(Routes.currentApplication(), { signal: AbortSignal.timeout(patience) });
    const key = readKey(application);
    return key === undefined ? undefined : key.toLowerCase() === publicKey.toLowerCase();
  } catch {
    return undefined;
  }
}

function readKey(application: unknown): string | undefined {
  if (typeof application !== "object" || application === null || !("verify_key" in application)) return undefined;
  const { verify_key: key } = application;
  return typeof key === "string" ? key : undefined;
}
