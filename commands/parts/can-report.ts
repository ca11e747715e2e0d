import type { Services } from "../../src/services.ts";

/** Tells whether a question that was not answered can be sent to somebody: into the server's inbox, or to a channel. */
export function canReport({ guild, gapChannelId }: Pick<Services, "guild" | "gapChannelId">): boolean {
  return guild !== undefined || gapChannelId !== undefined;
}
