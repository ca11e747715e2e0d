import { join } from "node:path";
import { config as readEnvFile } from "dotenv";
import { z } from "zod";

/** What a process is told from outside, under the names of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

const snowflake = z.string().regex(/^\d{17,20}$/u, "expected an id of 17 to 20 digits");

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
  YUANWEN_ARTICLES: z.string().default("data/articles"),
  YUANWEN_MAX_ARTICLE_BYTES: wholeNumber(1, 100_000_000).default(5_000_000),
  YUANWEN_QUOTES: wholeNumber(1, 10).default(3),
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
  };
  readonly articles: { readonly directory: string; readonly maxBytes: number };
  readonly quotesPerAnswer: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

export type ConfigResult =
  | { readonly kind: "config"; readonly config: Config }
  /** One line a mistake, each with the variable's name and what is expected, never with its value. */
  | { readonly kind: "mistakes"; readonly mistakes: readonly string[] };

/** Reads the settings and finds every mistake at once; an empty value counts as not set. */
export function readConfig(environment: Environment): ConfigResult {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const result = settings.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const mistakes = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return { kind: "mistakes", mistakes };
  }
  return { kind: "config", config: toConfig(result.data) };
}

/** Adds the settings of a directory's `.env` to an environment, which wins where both speak. */
export function withEnvFile(environment: Environment, directory: string): Environment {
  const file = readEnvFile({ path: join(directory, ".env"), quiet: true, processEnv: {} });
  return { ...file.parsed, ...environment };
}

function toConfig(values: z.infer<typeof settings>): Config {
  return {
    discord: {
      token: values.DISCORD_TOKEN,
      applicationId: values.DISCORD_APPLICATION_ID,
      guildId: values.DISCORD_GUILD_ID,
      apiUrl: values.DISCORD_API_URL.replace(/\/+$/u, ""),
    },
    articles: { directory: values.YUANWEN_ARTICLES, maxBytes: values.YUANWEN_MAX_ARTICLE_BYTES },
    quotesPerAnswer: values.YUANWEN_QUOTES,
    logLevel: values.YUANWEN_LOG_LEVEL,
  };
}

function wholeNumber(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`;
  return z.coerce.number({ error: expected }).int(expected).min(least, expected).max(most, expected);
}
