import { z } from "zod";
import { isPostgresAddress, readShards, readSnowflakes, type Shards, snowflake, wholeNumber } from "./setting-kinds.ts";

export type { Shards } from "./setting-kinds.ts";

/** What a process is told from outside, under the names of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where HTTP is listened to in `http` mode by default. */
const defaultPort = 8080;

/** Where SQLite's file is by default. */
const dataFile = "data/store/yuanwen.db";

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^(?!Bot\b)[!-~]+$/u, 'expected the token alone, without "Bot" or spaces')
    .optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/u, error: "expected an http or https address" })
    .default("https://discord.com/api"),
  DISCORD_MODE: z.enum(["gateway", "http"], { error: "expected gateway or http" }).default("gateway"),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/iu, "expected 64 hexadecimal digits")
    .optional(),
  DISCORD_MESSAGE_CONTENT: z.enum(["auto", "off"], { error: "expected auto or off" }).default("auto"),
  SHARDS: z.string().transform(readShards).default("auto"),
  HOST: z.string().default("0.0.0.0"),
  PORT: wholeNumber(0, 65_535).optional(),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  YUANWEN_GRACE_SECONDS: wholeNumber(0, 60).default(3),
  YUANWEN_ARTICLES: z.string().default("data/articles"),
  YUANWEN_MAX_ARTICLE_BYTES: wholeNumber(1, 100_000_000).default(5_000_000),
  YUANWEN_QUOTES: wholeNumber(1, 10).default(3),
  YUANWEN_COOLDOWN_SECONDS: wholeNumber(0, 3600).default(3),
  YUANWEN_FORUM_CHANNELS: z.string().transform(readSnowflakes).default([]),
  YUANWEN_GAP_CHANNEL: snowflake.optional(),
  YUANWEN_LEFT_DAYS: wholeNumber(0, 3650).default(30),
  YUANWEN_DATA: z.string().default(dataFile),
  DATABASE_URL: z.string().refine(isPostgresAddress, "expected postgres://USER:PASSWORD@HOST/DATABASE").optional(),
  DATABASE_POOL: wholeNumber(1, 100).default(5),
  YUANWEN_INDEXES: z.string().default("data/indexes"),
  YUANWEN_MEMORY_MB: wholeNumber(32, 1_000_000).default(200),
  YUANWEN_PLAYGROUND_PORT: wholeNumber(0, 65_535).default(4646),
  YUANWEN_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "expected debug, info, warn or error" })
    .default("info"),
});

/** Every setting there is; each stands in `.env.example`. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export interface Config {
  readonly discord: {
    readonly token: string | undefined;
    readonly applicationId: string | undefined;
    /** The guild that commands are deployed to while developing; absent means everywhere. */
    readonly guildId: string | undefined;
    /** Without the version and without a slash at the end. */
    readonly apiUrl: string;
    /** Whether events come over the gateway, or Discord calls this process over HTTP. */
    readonly mode: "gateway" | "http";
    /** What Discord signs its HTTP requests with, in hexadecimal; present in `http` mode. */
    readonly publicKey: string | undefined;
    /** Whether the privileged intent is asked for; where it is refused the bot does without. */
    readonly wantsMessageContent: boolean;
    readonly shards: Shards;
    /** The forums whose new posts get a first answer. */
    readonly forumChannels: ReadonlySet<string>;
    /** Where reports of what the articles lack go; absent means only into servers' own lists. */
    readonly gapChannel: string | undefined;
  };
  /** Where HTTP is listened to: interactions and health in `http` mode, health alone in `gateway` mode. */
  readonly listen: { readonly host: string; readonly port: number } | undefined;
  /** Where figures for Prometheus are told; absent means nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** In `http` mode: how long interactions are still taken after the process was told to stop, so that whoever sends them notices. */
  readonly graceSeconds: number;
  readonly articles: { readonly directory: string; readonly maxBytes: number };
  /** Where what servers bring, teach and set is kept. */
  readonly store: {
    /** Of a PostgreSQL server, with its password; where it is given, the file is not used. */
    readonly url: string | undefined;
    /** So many connections to it at once. */
    readonly pool: number;
    /** Of SQLite, which the first change makes. */
    readonly file: string;
    /** Whether it is another place than the default one. */
    readonly isChosen: boolean;
  };
  /** Where what was made of articles is kept, so that it is not made again; whatever is missing there is made anew. */
  readonly indexes: { readonly directory: string };
  /** What may be in memory of all that can be had again, beside what the program itself takes. */
  readonly memory: { readonly bytes: number };
  readonly quotesPerAnswer: number;
  /** How long one asker waits between two questions; 0 means not at all. */
  readonly cooldownSeconds: number;
  /** How long what a server has is kept after the bot was removed from it, in days; 0 means not at all. */
  readonly leftDays: number;
  /** Where the playground's page is looked for first; 0 means any port that is free. */
  readonly playgroundPort: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

export type ConfigResult =
  | { readonly kind: "config"; readonly config: Config }
  /** One line a mistake, each with the variable's name and what is expected, never with its value. */
  | { readonly kind: "mistakes"; readonly mistakes: readonly string[] };

/**
 * Reads the settings and finds every mistake at once; an empty value counts as not set.
 *
 * @param known mistakes that were found before, which come first.
 */
export function readConfig(environment: Environment, known: readonly string[] = []): ConfigResult {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const result = settings.safeParse(Object.fromEntries(given));
  const mistakes = [
    ...known,
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...findContradictions(Object.fromEntries(given)),
  ];
  if (!result.success || mistakes.length > 0) return { kind: "mistakes", mistakes };
  return { kind: "config", config: toConfig(result.data) };
}

function findContradictions(given: Environment): string[] {
  const isHttp = given["DISCORD_MODE"] === "http";
  const lacksKey = isHttp && given["DISCORD_PUBLIC_KEY"] === undefined;
  const port = Number(given["PORT"] ?? (isHttp ? defaultPort : 0));
  const isShared = port !== 0 && Number(given["METRICS_PORT"]) === port;
  return [
    ...(lacksKey ? ["DISCORD_PUBLIC_KEY: expected where DISCORD_MODE is http"] : []),
    ...(isShared ? ["METRICS_PORT: expected another port than PORT, which may be open to the world"] : []),
  ];
}

function toConfig(values: z.infer<typeof settings>): Config {
  return {
    discord: {
      token: values.DISCORD_TOKEN,
      applicationId: values.DISCORD_APPLICATION_ID,
      guildId: values.DISCORD_GUILD_ID,
      apiUrl: values.DISCORD_API_URL.replace(/(?<!\/)\/+$/u, ""),
      mode: values.DISCORD_MODE,
      publicKey: values.DISCORD_PUBLIC_KEY,
      wantsMessageContent: values.DISCORD_MESSAGE_CONTENT === "auto",
      shards: values.SHARDS,
      forumChannels: new Set(values.YUANWEN_FORUM_CHANNELS),
      gapChannel: values.YUANWEN_GAP_CHANNEL,
    },
    listen: toListen(values.DISCORD_MODE, values.HOST, values.PORT),
    metrics: values.METRICS_PORT === undefined ? undefined : { host: values.HOST, port: values.METRICS_PORT },
    graceSeconds: values.DISCORD_MODE === "http" ? values.YUANWEN_GRACE_SECONDS : 0,
    articles: { directory: values.YUANWEN_ARTICLES, maxBytes: values.YUANWEN_MAX_ARTICLE_BYTES },
    store: {
      url: values.DATABASE_URL,
      pool: values.DATABASE_POOL,
      file: values.YUANWEN_DATA,
      isChosen: values.DATABASE_URL !== undefined || values.YUANWEN_DATA !== dataFile,
    },
    indexes: { directory: values.YUANWEN_INDEXES },
    memory: { bytes: values.YUANWEN_MEMORY_MB * 1_000_000 },
    quotesPerAnswer: values.YUANWEN_QUOTES,
    cooldownSeconds: values.YUANWEN_COOLDOWN_SECONDS,
    leftDays: values.YUANWEN_LEFT_DAYS,
    playgroundPort: values.YUANWEN_PLAYGROUND_PORT,
    logLevel: values.YUANWEN_LOG_LEVEL,
  };
}

/**
 * The strings that no log and no error may show.
 *
 * A password stands in an address as it was written, and as it is sent.
 */
export function secretsOf({ discord, store }: Config): readonly string[] {
  const address = store.url === undefined ? undefined : new URL(store.url);
  const password = address?.password ?? "";
  const named = address?.searchParams.get("password") ?? "";
  return [discord.token ?? "", store.url ?? "", password, decodeURIComponent(password), named];
}

function toListen(mode: Config["discord"]["mode"], host: string, port: number | undefined): Config["listen"] {
  if (port !== undefined) return { host, port };
  return mode === "http" ? { host, port: defaultPort } : undefined;
}
