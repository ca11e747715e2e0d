import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfig, settingNames, withEnvFile } from "../src/config.ts";

test("gives every setting but the Discord ones a default", () => {
  expect(readConfig({})).toEqual({
    kind: "config",
    config: {
      discord: {
        token: undefined,
        applicationId: undefined,
        guildId: undefined,
        apiUrl: "https://discord.com/api",
      },
      articles: { directory: "data/articles", maxBytes: 5_000_000 },
      quotesPerAnswer: 3,
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
    YUANWEN_ARTICLES: "/articles",
    YUANWEN_MAX_ARTICLE_BYTES: "1000",
    YUANWEN_QUOTES: "5",
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
      },
      articles: { directory: "/articles", maxBytes: 1000 },
      quotesPerAnswer: 5,
      logLevel: "warn",
    },
  });
});

test("tells every mistake at once and never the token", () => {
  const result = readConfig({
    DISCORD_TOKEN: "Bot secret-token",
    DISCORD_APPLICATION_ID: "mine",
    DISCORD_GUILD_ID: "12",
    DISCORD_API_URL: "ftp://example.org",
    YUANWEN_MAX_ARTICLE_BYTES: "many",
    YUANWEN_QUOTES: "2.5",
    YUANWEN_LOG_LEVEL: "loud",
  });
  expect(result).toEqual({
    kind: "mistakes",
    mistakes: [
      'DISCORD_TOKEN: expected the token alone, without "Bot" or spaces',
      "DISCORD_APPLICATION_ID: expected an id of 17 to 20 digits",
      "DISCORD_GUILD_ID: expected an id of 17 to 20 digits",
      "DISCORD_API_URL: expected an http or https address",
      "YUANWEN_MAX_ARTICLE_BYTES: expected a whole number from 1 to 100000000",
      "YUANWEN_QUOTES: expected a whole number from 1 to 10",
      "YUANWEN_LOG_LEVEL: expected debug, info, warn or error",
    ],
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

test("reads .env without touching the process's environment, which wins", () => {
  const directory = mkdtempSync(join(tmpdir(), "yuanwen-config-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, ".env"), "YUANWEN_QUOTES=4\nYUANWEN_ARTICLES=from-file\n");
  expect(withEnvFile({ YUANWEN_QUOTES: "7" }, directory)).toEqual({
    YUANWEN_QUOTES: "7",
    YUANWEN_ARTICLES: "from-file",
  });
  expect(process.env["YUANWEN_ARTICLES"]).toBeUndefined();
});

test("does without a .env", () => {
  expect(withEnvFile({ YUANWEN_QUOTES: "7" }, join(tmpdir(), "no-such-directory"))).toEqual({
    YUANWEN_QUOTES: "7",
  });
});
