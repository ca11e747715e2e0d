import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { withEnvFile } from "../src/env-file.ts";
import { nearestName } from "../src/nearest-name.ts";

test("reads .env without touching the process's environment, which wins", () => {
  const directory = mkdtempSync(join(tmpdir(), "yuanwen-config-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, ".env"), "YUANWEN_QUOTES=4\nYUANWEN_ARTICLES=from-file\n");
  expect(withEnvFile({ YUANWEN_QUOTES: "7" }, directory)).toEqual({
    environment: { YUANWEN_QUOTES: "7", YUANWEN_ARTICLES: "from-file" },
    mistakes: [],
    notes: [],
  });
  expect(process.env["YUANWEN_ARTICLES"]).toBeUndefined();
});

test("does without a .env", () => {
  expect(withEnvFile({ YUANWEN_QUOTES: "7" }, join(tmpdir(), "no-such-directory"))).toEqual({
    environment: { YUANWEN_QUOTES: "7" },
    mistakes: [],
    notes: [],
  });
});

describe("a .env that cannot be read", () => {
  const line = "DISCORD_TOKEN=abc.def.ghi\r\n";
  test.for<{ name: string; content: Buffer | "folder"; mistake: string | undefined }>([
    {
      name: "UTF-16 with a mark, as PowerShell writes it",
      content: Buffer.from(`\ufeff${line}`, "utf16le"),
      mistake: ".env: is UTF-16; save it as UTF-8",
    },
    {
      name: "UTF-16 without one",
      content: Buffer.from(line, "utf16le"),
      mistake: ".env: is UTF-16; save it as UTF-8",
    },
    {
      name: "Latin-1",
      content: Buffer.from("# caf\u00e9\n", "latin1"),
      mistake: ".env: is not UTF-8; save it as UTF-8",
    },
    {
      name: "a folder",
      content: "folder",
      mistake: ".env: is a folder; expected a file with lines like DISCORD_TOKEN=…",
    },
    { name: "not UTF-8 with a mark", content: Buffer.from(`\ufeff${line}`), mistake: undefined },
  ])("is a mistake: $name", ({ content, mistake }) => {
    const directory = mkdtempSync(join(tmpdir(), "yuanwen-config-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    if (content === "folder") mkdirSync(join(directory, ".env"));
    else writeFileSync(join(directory, ".env"), content);
    const { environment, mistakes } = withEnvFile({}, directory);
    expect(mistakes).toEqual(mistake === undefined ? [] : [mistake]);
    expect(environment).toEqual(mistake === undefined ? { DISCORD_TOKEN: "abc.def.ghi" } : {});
    expect(readConfig(environment, mistakes).kind).toBe(mistake === undefined ? "config" : "mistakes");
  });
});

describe("what is likely not meant so in a .env", () => {
  test.for<{ name: string; content: string; environment?: Record<string, string>; notes: readonly string[] }>([
    { name: "nothing", content: 'DISCORD_TOKEN=abc\n# a note\n\nexport YUANWEN_QUOTES="4"\r\n', notes: [] },
    { name: "settings of others", content: "POSTGRES_PASSWORD=x\nTZ=UTC\nNODE_ENV=production\n", notes: [] },
    {
      name: "a value that an empty variable hides",
      content: "DISCORD_TOKEN=abc\nYUANWEN_QUOTES=4\nSHARDS=\n",
      environment: { DISCORD_TOKEN: "", YUANWEN_QUOTES: "5", SHARDS: "" },
      notes: ["DISCORD_TOKEN is empty in the environment, which hides its value in .env; unset it there"],
    },
    {
      name: "a misspelt name",
      content: "YUANWEN_QOUTES=4\ndiscord_token=abc\nDISCORD_TOKN=abc\nDATABSE_URL=x\n",
      notes: [
        ".env line 1: YUANWEN_QOUTES is no setting; did you mean YUANWEN_QUOTES?",
        ".env line 2: discord_token is no setting; did you mean DISCORD_TOKEN?",
        ".env line 3: DISCORD_TOKN is no setting; did you mean DISCORD_TOKEN?",
        ".env line 4: DATABSE_URL is no setting; did you mean DATABASE_URL?",
      ],
    },
    {
      name: "a name like no setting",
      content: "YUANWEN_COLOUR_OF_THE_SEA=blue\n",
      notes: [".env line 1: YUANWEN_COLOUR_OF_THE_SEA is no setting"],
    },
    {
      name: "a misspelt variable of the environment",
      content: "",
      environment: { YUANWEN_QUOTE: "4", DISCORD_SOMETHING: "x" },
      notes: ["YUANWEN_QUOTE is no setting; did you mean YUANWEN_QUOTES?"],
    },
    {
      name: "a name that stands there twice",
      content: "DISCORD_TOKEN=abc\nDISCORD_TOKEN=def\n",
      notes: [".env line 2: DISCORD_TOKEN stands there before; only the last one counts"],
    },
    {
      name: "a line without a value",
      content: "DISCORD_TOKEN abc.secret.def\nMTA.secret\n",
      notes: [".env line 1: says nothing; expected NAME=value", ".env line 2: says nothing; expected NAME=value"],
    },
    {
      name: "a quotation mark that is not closed",
      content: "DISCORD_TOKEN=\"abc.secret.def\nYUANWEN_QUOTES='4'\n",
      notes: [".env line 1: the quotation mark is not closed"],
    },
    { name: "a value over lines", content: 'DISCORD_TOKEN="abc\nMTA\nDISCORD_TOKEN=x"\n', notes: [] },
    { name: "a mark of byte order", content: "\ufeffDISCORD_TOKEN=abc\n", notes: [] },
  ])("is told: $name", ({ content, environment = {}, notes: expected }) => {
    const directory = mkdtempSync(join(tmpdir(), "yuanwen-config-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    writeFileSync(join(directory, ".env"), content);
    const { notes, mistakes } = withEnvFile(environment, directory);
    expect({ notes, mistakes }).toEqual({ notes: expected, mistakes: [] });
    expect(notes.join()).not.toContain("secret");
  });
});

test.for([
  ["PROT", "PORT"],
  ["PATH", undefined],
  ["HOSTS", "HOST"],
  ["HOME", undefined],
  ["SHARD", "SHARDS"],
  ["DATABASE-URL", "DATABASE_URL"],
  ["PASSWORD", undefined],
] as const)("takes %s for %s", ([given, expected]) => {
  expect(nearestName(given, ["PORT", "HOST", "SHARDS", "DATABASE_URL"])).toBe(expected);
});
