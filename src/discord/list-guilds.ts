import type { REST } from "discord.js";
import { Routes } from "discord.js";
import { z } from "zod";
import type { ListGuilds } from "../guilds/watch-over.ts";
import type { Log } from "../log.ts";
import { readFault } from "./discord-fault.ts";

/** So many are told at once. */
const MOST = 200;

const page = z.array(z.object({ id: z.string().regex(/^\d+$/u) }));

/** Makes what asks Discord for all servers that the bot is in; it never rejects. */
export function createListGuilds({ rest, log }: { readonly rest: () => REST; readonly log: Log }): ListGuilds {
  return async () => {
    const all: string[] = [];
    try {
      for (let after = "0"; ;) {
        const query = new URLSearchParams({ limit: String(MOST), after });
        const ids = page.parse(await rest().get(Routes.userGuilds(), { query })).map(({ id }) => id);
        all.push(...ids);
        const last = ids.at(-1);
        if (ids.length < MOST || last === undefined || last === after) return all;
        after = last;
      }
    } catch (error) {
      log.warn("servers not listed", { ...readFault(error) });
      return undefined;
    }
  };
}
