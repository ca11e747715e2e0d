import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { startLocalDiscord } from "./support/discord/local-discord.ts";
import { localToken } from "./support/discord/observed-discord.ts";
import { project } from "./readme/guides.ts";

const read = (file: string) => readFileSync(path.join(project, file), "utf8");
const { scripts, devDependencies } = JSON.parse(read("package.json"));
const start: string[] = scripts.start.split(" ");

const instructions = read("Dockerfile")
  .split("\n")
  .filter((line) => /^[A-Z]+ /u.test(line))
  .map((line) => ({ name: line.split(" ")[0] ?? "", value: line.slice(line.indexOf(" ") + 1) }));
const valuesOf = (name: string) =>
  instructions.filter((instruction) => instruction.name === name).map(({ value }) => value);
/** What the image takes from the project, by COPY. */
const copied = valuesOf("COPY")
  .filter((value) => !value.startsWith("--from"))
  .flatMap((value) => value.split(" ").slice(0, -1));

const ignoreRules = read(".dockerignore")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

describe("Dockerfile", () => {
  test("builds on the Node that the project is tested with, in both stages, held by its digest", () => {
    const bases = valuesOf("FROM").map((value) => value.split(" ")[0] ?? "");
    const [image, digest] = bases[0]?.split("@") ?? [];
    expect(bases).toEqual(Array(2).fill(`${image}@${digest}`));
    expect(image).toBe(`node:${devDependencies.node}-slim`);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(read(".node-version").trim()).toBe(devDependencies.node);
  });

  test("copies only what there is and what .dockerignore lets through", () => {
    expect(copied.filter((source) => !existsSync(path.join(project, source)) || !isLetThrough(source))).toEqual([]);
    expect(copied.length).toBeGreaterThan(5);
  });

  test("starts the bot as npm start does, not as root", () => {
    expect(JSON.parse(valuesOf("CMD").at(-1) ?? "")).toEqual(start);
    expect(valuesOf("USER")).toEqual(["node"]);
    expect(valuesOf("ENV")).toEqual(["NODE_ENV=production"]);
  });

  test("installs no package that needs its install script", () => {
    expect(valuesOf("RUN")).toEqual([
      "npm ci --omit=dev --ignore-scripts",
      "install -d -o node -g node -m 700 data/store data/indexes",
    ]);
    const { packages } = JSON.parse(read("package-lock.json"));
    const needed = Object.entries<LockedPackage>(packages).filter(
      ([, { hasInstallScript, dev }]) => hasInstallScript && !dev,
    );
    expect(needed.map(([name]) => name)).toEqual([]);
  });

  test.for([
    { environment: {}, code: 0 },
    { environment: { PORT: "9" }, code: 1 },
    { environment: { PORT: "" }, code: 0 },
    { environment: { PORT: "", DISCORD_MODE: "http" }, code: 1 },
  ])("tells health with $environment as $code where nothing listens", async ({ environment, code }) => {
    expect((await run(healthCheck, environment, tmpdir())).code).toBe(code);
  });
});

describe("the image's files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "yuanwen-image-"));
    layOutImage(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("suffice, without the playground and without a token", async () => {
    const { code, errors } = await run(start, { NODE_ENV: "production" }, folder);
    expect({ code, lines: errors().trim().split("\n").length }).toEqual({ code: 1, lines: 3 });
    expect(errors()).toContain("DISCORD_TOKEN is not set");
  });

  test("suffice to connect, to tell of its health and to leave with 0", async () => {
    const discord = await startLocalDiscord();
    const settings = { DISCORD_TOKEN: localToken, DISCORD_API_URL: discord.apiUrl, HOST: "127.0.0.1", PORT: "0" };
    const bot = begin(start, { NODE_ENV: "production", ...settings }, folder);
    await vi.waitUntil(() => bot.errors().includes('"connected"'));
    const [, port = ""] = /"port":(\d+)/u.exec(bot.errors()) ?? [];
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe("ok");
    expect((await run(healthCheck, { PORT: port }, tmpdir())).code).toBe(0);
    bot.child.kill("SIGTERM");
    expect(await bot.code).toBe(0);
  });

  test("leave out what is not needed", () => {
    const absent = [
      "src/playground",
      "data/examples",
      "data/questions",
      "data/articles/README.md",
      ".env",
      ".git",
      "test",
    ];
    expect(absent.filter((name) => existsSync(path.join(folder, name)))).toEqual([]);
    expect(existsSync(path.join(folder, "data/articles/meta-gemini.txt"))).toBe(true);
  });
});

describe("the systemd unit", () => {
  const unit = read("docs/systemd/yuanwen.service");

  test("starts the bot as npm start does", () => {
    expect(/^ExecStart=\/usr\/bin\/(.*)$/mu.exec(unit)?.[1]?.split(" ")).toEqual(start);
    expect(unit).toContain("Environment=NODE_ENV=production");
  });

  test("logs in less often than Discord allows in a day, whatever goes wrong", () => {
    const seconds = Number(/^RestartSec=(\d+)$/mu.exec(unit)?.[1]);
    expect((24 * 60 * 60) / seconds).toBeLessThan(1000);
  });
});

interface LockedPackage {
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const [, healthCommand = ""] = /CMD (.*)$/u.exec(valuesOf("HEALTHCHECK")[0] ?? "") ?? [];
const healthCheck: string[] = JSON.parse(healthCommand);

/** Reads .dockerignore as Docker does, as far as the file goes: the last line that fits a path or a folder above it counts. */
function isLetThrough(file: string): boolean {
  const last = ignoreRules.findLast((rule) => {
    const pattern = rule.replace(/^!/u, "");
    const parts = file.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
    return parts.some((part) => path.posix.matchesGlob(part, pattern));
  });
  return last?.startsWith("!") ?? true;
}

/** Lays out what the image would hold, with those packages that are not for developing. */
function layOutImage(folder: string): void {
  for (const source of copied) {
    const filter = (file: string) => isLetThrough(path.relative(project, file).replaceAll(path.sep, "/"));
    cpSync(path.join(project, source), path.join(folder, source), { recursive: true, filter });
  }
  const { packages } = JSON.parse(read("package-lock.json"));
  for (const [name, { dev }] of Object.entries<LockedPackage>(packages)) {
    // Packages inside of packages come with those.
    if (dev || !/^node_modules\/(@[^/]+\/)?[^/]+$/u.test(name) || !existsSync(path.join(project, name))) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    symlinkSync(path.join(project, name), path.join(folder, name), "junction");
  }
}

function begin([, ...words]: readonly string[], environment: Readonly<Record<string, string>>, directory: string) {
  const child = spawn(process.execPath, words, { cwd: directory, env: environment });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, errors: () => errors, code: new Promise<number | null>((resolve) => child.on("close", resolve)) };
}

async function run(...given: Parameters<typeof begin>) {
  const { code, errors } = begin(...given);
  return { code: await code, errors };
}
