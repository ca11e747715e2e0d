import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startLocalDiscord } from "./support/discord/local-discord.ts";
import { localToken } from "./support/discord/observed-discord.ts";
import { slashCommand } from "../src/local-discord/interactions.ts";
import { startProcess } from "./support/process.ts";

const articles = fileURLToPath(new URL("../data/articles", import.meta.url));

function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "yuanwen-main-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test.for([
  { file: "src/main.ts", environment: { NODE_ENV: "production" } },
  { file: "src/deploy.ts", environment: {} },
])("$file says in three lines what to do without a token", async ({ file, environment }) => {
  const { code, stderr } = await startProcess(file, environment, emptyDirectory()).exit;
  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringContaining("DISCORD_TOKEN"),
    expect.stringContaining("https://discord.com/developers/applications"),
    expect.stringContaining("npm run ask"),
  ]);
});

describe("the command line", () => {
  test.for([
    { file: "src/main.ts", says: ["--playground", "--open", "DISCORD_TOKEN"] },
    { file: "src/deploy.ts", says: ["--help", "DISCORD_GUILD_ID"] },
  ])("$file tells its options", async ({ file, says }) => {
    const { code, stdout } = await startProcess(file, {}, emptyDirectory(), ["--help"]).exit;
    expect(code).toBe(0);
    for (const word of says) expect(stdout).toContain(word);
  });

  test.for([
    { file: "src/main.ts", given: ["playground"] },
    { file: "src/deploy.ts", given: ["--colour"] },
  ])("$file leaves with 2 on $given", async ({ file, given }) => {
    const { code, stderr } = await startProcess(file, {}, emptyDirectory(), given).exit;
    expect(code).toBe(2);
    expect(stderr).toContain("--help");
  });
});

describe("the playground", () => {
  const environment = { YUANWEN_PLAYGROUND_PORT: "0", YUANWEN_ARTICLES: articles };

  test("is there without a token, and leaves with 0 on SIGINT", async () => {
    const started = startProcess("src/main.ts", environment, emptyDirectory());
    await vi.waitUntil(() => started.stdout().includes("Ctrl+C"));
    const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(started.stdout()) ?? [];
    const page = await fetch(url);
    expect(await page.text()).toContain("page.js");
    started.kill("SIGINT");
    const { code, stdout, stderr } = await started.exit;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trim().split("\n")).toEqual([
      `The playground is at ${url}`,
      expect.stringContaining("DISCORD_TOKEN is not set"),
      "Ctrl+C ends it.",
    ]);
  });

  // All in one, since a process takes seconds to start.
  test("is there with a token too where it is asked for, at another port where its own is taken, and never shows the token", async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const withToken = {
      ...environment,
      YUANWEN_PLAYGROUND_PORT: String(port),
      DISCORD_TOKEN: localToken,
      YUANWEN_LOG_LEVEL: "debug",
    };
    const started = startProcess("src/main.ts", withToken, emptyDirectory(), ["--playground"]);
    await vi.waitUntil(() => started.stdout().includes("Ctrl+C"));
    started.kill("SIGTERM");
    const { code, stdout, stderr } = await started.exit;
    expect(code).toBe(0);
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\//u);
    expect(stdout).not.toContain(`:${port}/`);
    expect(stdout).toContain("without --playground the bot runs in Discord");
    expect(stdout + stderr).not.toContain(localToken);
    // The second part of the local Discord's own token.
    expect(stdout + stderr).not.toContain(Buffer.from("local").toString("base64url"));
  });

  test("is refused in production", async () => {
    const production = { ...environment, NODE_ENV: "production" };
    const { code, stdout, stderr } = await startProcess("src/main.ts", production, emptyDirectory(), ["--playground"])
      .exit;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("no playground in production")]);
  });

  test("leaves with 1 and one line where there are no articles", async () => {
    const none = { ...environment, YUANWEN_ARTICLES: "none" };
    const { code, stdout, stderr } = await startProcess("src/main.ts", none, emptyDirectory()).exit;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("none: does not exist or cannot be read (ENOENT)\n");
  });
});

test.for(["src/main.ts", "src/deploy.ts"])("%s tells every wrong setting at once, without its value", async (file) => {
  const directory = emptyDirectory();
  writeFileSync(join(directory, ".env"), "DISCORD_TOKEN=Bot abc.secret.xyz\nYUANWEN_QUOTES=99\n");
  const { code, stdout, stderr } = await startProcess(file, {}, directory).exit;
  expect(code).toBe(1);
  expect(stderr).toContain("DISCORD_TOKEN: expected");
  expect(stderr).toContain("YUANWEN_QUOTES: expected");
  expect(stdout + stderr).not.toContain("secret");
});

test.for([
  { file: "src/deploy.ts", given: [], left: 1 },
  { file: "src/cli.ts", given: ["backup", "copy"], left: 2 },
])(
  "$file tells that an empty variable hides what .env says, and which names are no setting",
  async ({ file, given, left }) => {
    const directory = emptyDirectory();
    writeFileSync(join(directory, ".env"), "DISCORD_TOKEN=abc.secret.xyz\nYUANWEN_QOUTES=4\n");
    const { code, stdout, stderr } = await startProcess(file, { DISCORD_TOKEN: "" }, directory, given).exit;
    expect(code).toBe(left);
    expect(stderr).toContain("DISCORD_TOKEN is empty in the environment, which hides its value in .env");
    expect(stderr).toContain("YUANWEN_QOUTES is no setting; did you mean YUANWEN_QUOTES?");
    expect(stdout + stderr).not.toContain("secret");
  },
);

test("answers /ask on the real article and leaves with 0 on SIGINT", async () => {
  const discord = await startLocalDiscord();
  const environment = { DISCORD_TOKEN: localToken, DISCORD_API_URL: discord.apiUrl, YUANWEN_ARTICLES: articles };
  const bot = startProcess("src/main.ts", environment, emptyDirectory());
  await vi.waitUntil(() => bot.stderr().includes('"connected"'));
  const response = await discord.interact(
    slashCommand({ name: "ask", options: { question: "Meta为什么盯上Gemini?" } }),
  );
  expect(response).toMatchObject({ type: 4, data: { content: expect.stringContaining("Gemini") } });

  bot.kill("SIGINT");
  const { code, stderr } = await bot.exit;
  expect(code).toBe(0);
  expect(discord.gateway.history.at(-1)).toBe("close");
  expect(stderr).not.toContain(localToken);
});

test("answers /ask over HTTP and leaves with 0", async () => {
  const discord = await startLocalDiscord();
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bot = startProcess(
    "src/main.ts",
    {
      DISCORD_TOKEN: localToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_MODE: "http",
      DISCORD_PUBLIC_KEY: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
      HOST: "127.0.0.1",
      PORT: "0",
      YUANWEN_ARTICLES: articles,
    },
    emptyDirectory(),
  );
  await vi.waitUntil(() => bot.stderr().includes('"taking interactions"'));
  const [, port] = /"port":(\d+)/u.exec(bot.stderr()) ?? [];
  discord.endpoint = { url: `http://127.0.0.1:${port}/interactions`, privateKey };
  const response = await discord.interact(
    slashCommand({ name: "ask", options: { question: "Meta为什么盯上Gemini?" } }),
  );
  expect(response).toMatchObject({ type: 4, data: { content: expect.stringContaining("Gemini") } });
  expect(discord.requests).toEqual([]);
  bot.kill("SIGTERM");
  expect((await bot.exit).code).toBe(0);
});

/** What the log tells beyond the ordinary. */
function stopped(stderr: string): unknown[] {
  const lines = stderr.trim().split("\n");
  return lines.map((line) => JSON.parse(line)).filter(({ level }) => level !== "info");
}

describe("where Discord does not let the bot in, it leaves with 1, one line and no stack", () => {
  test("as the token is refused", async () => {
    const discord = await startLocalDiscord();
    const environment = { DISCORD_TOKEN: "abc.wrong.xyz", DISCORD_API_URL: discord.apiUrl, YUANWEN_ARTICLES: articles };
    const { code, stderr } = await startProcess("src/main.ts", environment, emptyDirectory()).exit;
    expect(code).toBe(1);
    expect(stopped(stderr)).toEqual([
      {
        time: expect.any(String),
        level: "error",
        event: "stopped",
        code: 401,
        problem: "Discord does not take the token",
        remedy: expect.stringContaining("DISCORD_TOKEN"),
      },
    ]);
    expect(stderr).not.toContain("abc.wrong.xyz");
  });

  test("as the token is reset while the bot runs", async () => {
    const discord = await startLocalDiscord();
    const environment = { DISCORD_TOKEN: localToken, DISCORD_API_URL: discord.apiUrl, YUANWEN_ARTICLES: articles };
    const bot = startProcess("src/main.ts", environment, emptyDirectory());
    await vi.waitUntil(() => bot.stderr().includes('"connected"'));
    discord.gateway.close(4004);
    const { code, stderr } = await bot.exit;
    expect(code).toBe(1);
    expect(stopped(stderr)).toMatchObject([{ event: "stopped", code: 4004, remedy: expect.any(String) }]);
    expect(stderr).toContain("closed the gateway for good: 4004");
    expect(stderr).not.toContain("stack");
  });
});

describe("where Discord cannot be reached", () => {
  /** Nothing listens there. */
  const nowhere = { DISCORD_TOKEN: localToken, DISCORD_API_URL: "http://127.0.0.1:9/api", YUANWEN_ARTICLES: articles };

  test("the bot waits and says for what, and leaves with 0 when it is told to", async () => {
    const bot = startProcess("src/main.ts", nowhere, emptyDirectory());
    await vi.waitUntil(() => bot.stderr().includes("waiting for Discord"));
    bot.kill("SIGTERM");
    const { code, stderr } = await bot.exit;
    expect(code).toBe(0);
    expect(stderr).toContain("ECONNREFUSED");
    expect(stderr).not.toContain("stack");
  });

  test("the commands are tried a few times, and the last line says what helps", async () => {
    const { code, stdout, stderr } = await startProcess("src/deploy.ts", nowhere, emptyDirectory()).exit;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([
      ...[1, 2, 3].map(() => expect.stringMatching(/^waiting \d s for Discord: .*ECONNREFUSED/u)),
      expect.stringMatching(/^not deployed: .*ECONNREFUSED.*; Discord cannot be reached: try again later$/u),
    ]);
  });
});

test("says in one line what helps where commands cannot be registered", async () => {
  const discord = await startLocalDiscord();
  const environment = { DISCORD_TOKEN: "abc.wrong.xyz", DISCORD_API_URL: discord.apiUrl };
  const { code, stderr } = await startProcess("src/deploy.ts", environment, emptyDirectory()).exit;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "not deployed: 401: Unauthorized; set DISCORD_TOKEN anew\n",
  });
});

test("delivers what it is about to say where it is stopped while Discord is slow", async () => {
  const discord = await startLocalDiscord();
  const environment = { DISCORD_TOKEN: localToken, DISCORD_API_URL: discord.apiUrl, YUANWEN_ARTICLES: articles };
  const bot = startProcess("src/main.ts", environment, emptyDirectory());
  await vi.waitUntil(() => bot.stderr().includes('"connected"'));
  const callback = "/interactions/:id/:token/callback";
  discord.failNext("POST", callback, { status: 204, delay: 1800 });
  void discord.interact(slashCommand({ name: "ask", options: { question: "Meta为什么盯上Gemini?" } }));
  await vi.waitUntil(() => discord.requestsTo("POST", callback).length === 1);
  bot.kill("SIGTERM");
  const { code, stderr } = await bot.exit;
  expect(code).toBe(0);
  expect(stderr).not.toContain("notDelivered");
  expect(discord.gateway.history.at(-1)).toBe("close");
});

test("leaves with 1 and one line where there are no articles", async () => {
  const directory = emptyDirectory();
  const { code, stderr } = await startProcess(
    "src/main.ts",
    { DISCORD_TOKEN: "a.b.c", YUANWEN_ARTICLES: "none" },
    directory,
  ).exit;
  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("does not exist");
});

test("leaves with 1 and one line where its port is taken", async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const taken = { DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: "0".repeat(64), HOST: "127.0.0.1", PORT: String(port) };
  const environment = { DISCORD_TOKEN: "a.b.c", YUANWEN_ARTICLES: articles, ...taken };
  const { code, stderr } = await startProcess("src/main.ts", environment, emptyDirectory()).exit;
  expect(code).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ event: "stopped", problem: expect.stringContaining("listen EADDRINUSE") });
});

test("registers the commands as a program", async () => {
  const discord = await startLocalDiscord();
  const environment = { DISCORD_TOKEN: localToken, DISCORD_API_URL: discord.apiUrl };
  const { code, stdout } = await startProcess("src/deploy.ts", environment, emptyDirectory()).exit;
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^commands everywhere · added: \/ask\b.*\n$/u),
  });
});
