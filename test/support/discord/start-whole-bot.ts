import { createBotFor } from "../../../src/bot-for.ts";
import type { Guilds } from "../../../src/guilds/create-guilds.ts";
import { defaultsOf, ownThingsOf } from "../../../src/own-things.ts";
import { observeStore } from "../../../src/store/observe-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { smallLibrary } from "../library.ts";
import { openTestStore } from "../open-store.ts";
import type { StartBotOptions, StartedBot } from "./start-bot.ts";
import { startBot } from "./start-bot.ts";

export interface StartedWhole extends StartedBot {
  readonly store: Store;
  readonly guilds: Guilds;
}

/** Starts the bot with all that it can do, whose servers keep their own things in a store in memory unless one is given. */
export async function startWholeBot(
  options: Omit<StartBotOptions, "features" | "makeBot"> & { readonly store?: Store } = {},
): Promise<StartedWhole> {
  const { observe } = options;
  const opened = options.store ?? (await openTestStore());
  const store = observe ? observeStore(opened, observe).store : opened;
  const library = smallLibrary();
  const made: { guilds?: Guilds | undefined } = {};
  const started = await startBot({
    ...options,
    features: { commands: [] },
    makeBot({ discord, config, log, readable }) {
      const prepared = { articles: [...library.articles.values()], indexed: { articles: new Map() } };
      const attachmentOrigins = [discord.fileOrigin];
      const ownThings = ownThingsOf({ store, prepared, dictionaries: library, config, attachmentOrigins });
      const gapChannelId = config.discord.gapChannel;
      const { bot, guilds } = createBotFor(library, {
        config,
        log,
        readable,
        gapChannelId,
        ownThings,
        defaults: defaultsOf(config),
        observe,
        overHttp: config.discord.mode === "http",
      });
      made.guilds = guilds;
      return bot;
    },
  });
  if (!made.guilds) throw new Error("servers have nothing of their own");
  return { ...started, store, guilds: made.guilds };
}
