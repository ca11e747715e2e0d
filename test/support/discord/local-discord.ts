import { expect, onTestFinished } from "vitest";
import { LocalDiscord } from "./local-server.ts";

/** Starts a Discord on this machine for one test; the test fails where a request broke one of Discord's limits. */
export async function startLocalDiscord(): Promise<LocalDiscord> {
  const discord = new LocalDiscord();
  await discord.listen();
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return discord;
}
