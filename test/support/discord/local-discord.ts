import { expect, onTestFinished } from "vitest";
import { ObservedDiscord } from "./observed-discord.ts";

/** Starts a Discord on this machine for one test; the test fails where a request broke one of Discord's limits. */
export async function startLocalDiscord(): Promise<ObservedDiscord> {
  const discord = new ObservedDiscord();
  await discord.listen();
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return discord;
}
