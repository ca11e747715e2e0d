import { vi } from "vitest";
import type { ObservedDiscord } from "./observed-discord.ts";

/** Sends what people try, and gives the words among those watched for that came back without having been sent. */
export async function findLeaks(
  discord: ObservedDiscord,
  payloads: readonly object[],
  watched: readonly string[],
): Promise<readonly string[]> {
  const before = discord.requests.length;
  const tried: { sent: string; token: string; response: unknown }[] = [];
  for (const payload of payloads) {
    const { sent, response } = await discord.exchange(payload);
    tried.push({ sent: JSON.stringify(payload).toLowerCase(), token: sent.token, response });
    await settle(discord, sent.token, response);
  }
  const requests = discord.requests.slice(before);
  return tried.flatMap(({ sent, token, response }) => {
    const answered = requests.filter(({ path }) => path.includes(token)).map(({ body }) => body);
    const text = JSON.stringify([response, answered]).toLowerCase();
    const leaked = watched.filter((word) => text.includes(word.toLowerCase()) && !sent.includes(word.toLowerCase()));
    return leaked.length === 0 ? [] : [`${leaked.join(", ")}: ${sent} → ${text}`];
  });
}

/** Waits for the end of what goes on behind a message. */
async function settle(discord: ObservedDiscord, token: string, response: unknown): Promise<void> {
  if (!JSON.stringify(response).includes('"1:stop:')) return;
  const edits = () => discord.requests.filter(({ method, path }) => method === "PATCH" && path.includes(token));
  await vi.waitUntil(() => edits().some(({ body }) => !JSON.stringify(body).includes('"1:stop:')), {
    interval: 5,
  });
}
