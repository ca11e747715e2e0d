import { Client, GatewayIntentBits, Options } from "discord.js";
import type { Shards } from "../config.ts";
import type { Observe } from "../observer.ts";
import { observeRequests } from "./observe-requests.ts";

export interface ClientOptions {
  /** Without the version. */
  readonly apiUrl: string;
  readonly shards: Shards;
  /** Asks for the privileged intent, which Discord may refuse with the close code 4014. */
  readonly messageContent: boolean;
  /** Hears of every request. */
  readonly observe?: Observe | undefined;
}

/** Makes discord.js's client, which keeps of servers no more than what permissions are worked out from. */
export function createClient({ apiUrl, shards, messageContent, observe }: ClientOptions): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // discord.js would wait for as long as it is told, and say nothing.
    rest: { api: apiUrl, rejectOnRateLimit: ["/gateway"], ...(observe && observeRequests(observe)) },
    makeCache: Options.cacheWithLimits(cacheLimits),
    ...(shards === "auto" ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
  });
}

/** Of people only the bot itself is kept; channels, threads and roles always are. */
const onlySelf = {
  maxSize: 0,
  keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
};

const cacheLimits = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 1000,
  GuildInviteManager: 0,
  GuildMemberManager: onlySelf,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 1000,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: onlySelf,
  VoiceStateManager: 0,
};
