import type { LocalDiscord } from "../local-discord/local-discord.ts";
import { ids, type LocalAttachment } from "../local-discord/world.ts";

/** What somebody at the page uploads, before it is sent with a command or a message. */
export interface Uploads {
  add(file: { readonly name: string; readonly bytes: Uint8Array }): LocalAttachment;
  find(id: string): LocalAttachment | undefined;
}

/** Older ones have been sent, or are not sent any more. */
const mostKept = 200;

export function createUploads(discord: LocalDiscord): Uploads {
  const kept = new Map<string, LocalAttachment>();
  return {
    add(file) {
      const added = discord.attachments.add(ids.channel, file);
      kept.set(added.id, added);
      for (const oldest of kept.keys().take(Math.max(0, kept.size - mostKept))) kept.delete(oldest);
      return added;
    },
    find: (id) => kept.get(id),
  };
}
