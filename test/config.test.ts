import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, secretsOf, settingNames } from "../src/config.ts";

test("gives every setting but the Discord ones a default", () => {
  expect(readConfig({})).toEqual({
    kind: "config",
    config: {
      discord: {
        token: undefined,
        applicationId: undefined,
        guildId: undefined,
        apiUrl: "https://discord.com/api",
        mode: "gateway",
        publicKey: undefined,
        wantsMessageContent: true,
        shards: "auto",
        forumChannels: new Set(),
        gapChannel: undefined,
      },
      listen: undefined,
      metrics: undefined,
      graceSeconds: 0,
      articles: { directory: "data/articles", maxBytes: 5_000_000 },
      quotesPerAnswer: 3,
      cooldownSeconds: 3,
      leftDays: 30,
      store: { url: undefined, pool: 5, file: "data/store/yuanwen.db", isChosen: false },
      indexes: { directory: "data/indexes" },
      memory: { bytes: 200_000_000 },
      playgroundPort: 4646,
      logLevel: "info",
    },
  });
});

test("reads every setting", () => {
  const environment = {
    DISCORD_TOKEN: "abc.def.ghi",
    DISCORD_APPLICATION_ID: "100000000000000001",
    DISCORD_GUILD_ID: "100000000000000002",
    DISCORD_API_URL: "http://127.0.0.1:8080/api/",
    DISCORD_MODE: "http",
    DISCORD_PUBLIC_KEY: "a1".repeat(32),
    DISCORD_MESSAGE_CONTENT: "off",
    SHARDS: "0-1,3/16",
    HOST: "127.0.0.1",
    PORT: "3000",
    METRICS_PORT: "9464",
    YUANWEN_GRACE_SECONDS: "5",
    YUANWEN_ARTICLES: "/articles",
    YUANWEN_MAX_ARTICLE_BYTES: "1000",
    YUANWEN_QUOTES: "5",
    YUANWEN_COOLDOWN_SECONDS: "0",
    YUANWEN_FORUM_CHANNELS: "100000000000000003, 100000000000000004",
    YUANWEN_GAP_CHANNEL: "100000000000000005",
    YUANWEN_LEFT_DAYS: "7",
    YUANWEN_DATA: "/var/lib/store.db",
    DATABASE_URL: "postgres://me:p%40ss@db.example/yuanwen",
    DATABASE_POOL: "9",
    YUANWEN_INDEXES: "/var/cache/indexes",
    YUANWEN_MEMORY_MB: "512",
    YUANWEN_PLAYGROUND_PORT: "0",
    YUANWEN_LOG_LEVEL: "warn",
  };
  expect(Object.keys(environment)).toEqual(settingNames);
  expect(readConfig(environment)).toEqual({
    kind: "config",
    config: {
      discord: {
        token: "abc.def.ghi",
        applicationId: "100000000000000001",
        guildId: "100000000000000002",
        apiUrl: "http://127.0.0.1:8080/api",
        mode: "http",
        publicKey: "a1".repeat(32),
        wantsMessageContent: false,
        shards: { ids: [0, 1, 3], count: 16 },
        forumChannels: new Set(["100000000000000003", "100000000000000004"]),
        gapChannel: "100000000000000005",
      },
      listen: { host: "127.0.0.1", port: 3000 },
      metrics: { host: "127.0.0.1", port: 9464 },
      graceSeconds: 5,
      articles: { directory: "/articles", maxBytes: 1000 },
      quotesPerAnswer: 5,
      cooldownSeconds: 0,
      leftDays: 7,
      store: { url: "postgres://me:p%40ss@db.example/yuanwen", pool: 9, file: "/var/lib/store.db", isChosen: true },
      indexes: { directory: "/var/cache/indexes" },
      memory: { bytes: 512_000_000 },
      playgroundPort: 0,
      logLevel: "warn",
    },
  });
});

test.for([
  { PORT: "3000", METRICS_PORT: "3000" },
  { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: "a1".repeat(32), METRICS_PORT: "8080" },
])("keeps figures off the port of interactions: %j", (environment) => {
  expect(readConfig(environment)).toEqual({
    kind: "mistakes",
    mistakes: ["METRICS_PORT: expected another port than PORT, which may be open to the world"],
  });
});

test("tells every mistake at once and never the token", () => {
  const result = readConfig({
    DISCORD_TOKEN: "Bot secret-token",
    DISCORD_APPLICATION_ID: "mine",
    DISCORD_GUILD_ID: "12",
    DISCORD_API_URL: "ftp://example.org",
    DISCORD_MODE: "http",
    SHARDS: "16/16",
    PORT: "99999",
    YUANWEN_FORUM_CHANNELS: "general",
    YUANWEN_MAX_ARTICLE_BYTES: "many",
    YUANWEN_QUOTES: "2.5",
    YUANWEN_MEMORY_MB: "31",
    YUANWEN_PLAYGROUND_PORT: "65536",
    YUANWEN_LOG_LEVEL: "loud",
    DATABASE_URL: "mysql://me:secret@db.example/yuanwen",
  });
  expect(result).toEqual({
    kind: "mistakes",
    mistakes: [
      'DISCORD_TOKEN: expected the token alone, without "Bot" or spaces',
      "DISCORD_APPLICATION_ID: expected an id of 17 to 20 digits",
      "DISCORD_GUILD_ID: expected an id of 17 to 20 digits",
      "DISCORD_API_URL: expected an http or https address",
      "SHARDS: expected auto, 16, 0-3/16, 0,5,7/16 or 0of4/16, each below the count",
      "PORT: expected a whole number from 0 to 65535",
      "YUANWEN_MAX_ARTICLE_BYTES: expected a whole number from 1 to 100000000",
      "YUANWEN_QUOTES: expected a whole number from 1 to 10",
      "YUANWEN_FORUM_CHANNELS: expected ids of 17 to 20 digits, separated by commas",
      "DATABASE_URL: expected postgres://USER:PASSWORD@HOST/DATABASE",
      "YUANWEN_MEMORY_MB: expected a whole number from 32 to 1000000",
      "YUANWEN_PLAYGROUND_PORT: expected a whole number from 0 to 65535",
      "YUANWEN_LOG_LEVEL: expected debug, info, warn or error",
      "DISCORD_PUBLIC_KEY: expected where DISCORD_MODE is http",
    ],
  });
});

test.for([
  { url: "postgres://db.example/yuanwen", isFit: true },
  { url: "postgresql://me:p%40ss@db.example:5433/yuanwen?sslmode=require", isFit: true },
  { url: "postgres:///yuanwen?host=/run/postgresql", isFit: true },
  { url: "db.example/yuanwen", isFit: false },
  { url: "https://db.example/yuanwen", isFit: false },
  { url: "postgres://me:100%@db.example/yuanwen", isFit: false },
  { url: "postgres://me:12/34@db.example/yuanwen", isFit: false },
  { url: "postgres://me:12#34@db.example/yuanwen", isFit: false },
])("takes $url for a PostgreSQL server: $isFit", ({ url, isFit }) => {
  expect(readConfig({ DATABASE_URL: url }).kind).toBe(isFit ? "config" : "mistakes");
});

test.for([
  { environment: {}, secrets: ["", "", "", "", ""] },
  {
    environment: { DISCORD_TOKEN: "abc", DATABASE_URL: "postgres://me:p%40ss@db.example/yuanwen" },
    secrets: ["abc", "postgres://me:p%40ss@db.example/yuanwen", "p%40ss", "p@ss", ""],
  },
  {
    environment: { DATABASE_URL: "postgres://db.example/yuanwen?password=p%40ss" },
    secrets: ["", "postgres://db.example/yuanwen?password=p%40ss", "", "", "p@ss"],
  },
])("keeps $secrets out of the log", ({ environment, secrets }) => {
  const result = readConfig(environment);
  expect(result.kind === "config" && secretsOf(result.config)).toEqual(secrets);
});

test.for([
  { text: "auto", shards: "auto" },
  { text: "2", shards: { ids: [0, 1], count: 2 } },
  { text: "0-3/16", shards: { ids: [0, 1, 2, 3], count: 16 } },
  { text: "15/16", shards: { ids: [15], count: 16 } },
  { text: "0,5,7/16", shards: { ids: [0, 5, 7], count: 16 } },
  { text: "0of4/16", shards: { ids: [0, 1, 2, 3], count: 16 } },
  { text: "3of4/16", shards: { ids: [12, 13, 14, 15], count: 16 } },
  { text: "1of3/5", shards: { ids: [1, 2], count: 5 } },
])("runs the shards $text", ({ text, shards }) => {
  expect(readConfig({ SHARDS: text })).toMatchObject({ config: { discord: { shards } } });
});

test.for([
  "0",
  "-1",
  "all",
  "3-0/16",
  "0-16/16",
  "16/16",
  "1,1/4",
  "0-3/",
  "/16",
  "0--3/16",
  "1e3",
  "0-99999/99999999",
  "4of4/16",
  "0of0/16",
  "0of4/3",
  "of4/16",
  "0of4",
])("takes %s for no shards", (text) => {
  expect(readConfig({ SHARDS: text })).toMatchObject({ mistakes: [expect.stringContaining("SHARDS: expected")] });
});

test("listens where http mode has no port of its own", () => {
  expect(readConfig({ DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: "a1".repeat(32) })).toMatchObject({
    config: { listen: { host: "0.0.0.0", port: 8080 } },
  });
});

test("takes an empty value for one that is not set", () => {
  expect(readConfig({ DISCORD_TOKEN: "", YUANWEN_QUOTES: " " })).toEqual(readConfig({}));
});

test("lists each setting in .env.example, and nothing else", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const listed = [...example.matchAll(/^([A-Z_]+)=/gmu)].map((match) => match[1]);
  expect(listed).toEqual(settingNames);
});

test("gives in .env.example what it takes by default", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const values = [...example.matchAll(/^([A-Z_]+)=(.*)$/gmu)].map((match) => [match[1], match[2]]);
  expect(readConfig(Object.fromEntries(values))).toEqual(readConfig({}));
});
