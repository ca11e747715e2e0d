import type { Dictionaries } from "./answer/create-library.ts";
import type { OwnThings } from "./bot-for.ts";
import type { Defaults } from "./community/settings.ts";
import type { Config } from "./config.ts";
import { createFetchAttachment } from "./discord/fetch-attachment.ts";
import type { Prepared } from "./preparing/prepared.ts";
import { createFileReader, createUnpack } from "./preparing/read-for-guild.ts";
import type { Store } from "./store/store.ts";

export interface OwnThingsParts {
  readonly store: Store;
  readonly prepared: Prepared;
  readonly dictionaries: Dictionaries;
  readonly config: Pick<Config, "articles" | "discord">;
  /** Where attachments lie; absent means Discord's own hosts. */
  readonly attachmentOrigins?: readonly string[] | undefined;
}

/** What servers can have of their own, with all that it takes on this machine. */
export function ownThingsOf({ store, prepared, dictionaries, config, attachmentOrigins }: OwnThingsParts): OwnThings {
  const { maxBytes } = config.articles;
  const reading = { maximumBytes: maxBytes, analyse: dictionaries.analyse };
  return {
    store,
    unpack: createUnpack({ ...reading, maximumBytes: Infinity }),
    now: () => Date.now(),
    secret: config.discord.token,
    indexed: prepared.indexed,
    dictionaries,
    files: {
      read: createFileReader(reading),
      fetch: createFetchAttachment({ most: maxBytes, origins: attachmentOrigins }),
    },
  };
}

/** What whoever runs the bot has set for all servers. */
export function defaultsOf({ quotesPerAnswer, cooldownSeconds, leftDays, discord }: Config): Defaults {
  const { forumChannels, gapChannel } = discord;
  return { quotesPerAnswer, cooldownSeconds, leftDays, forumChannels, gapChannel };
}
