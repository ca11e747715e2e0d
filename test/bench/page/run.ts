import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Command } from "commander";
import type { Browser, Page } from "playwright-core";
import { readOptions } from "../../support/read-options.ts";
import { launchChromium } from "../../support/browser.ts";
import { answerTo } from "../../support/playground-page.ts";

/**
 * Measures what somebody meets who runs `npm start` without a token: how long until the page is there, how heavy it is,
 * and what is to be typed until the first answer. Each round has a new process and an empty cache; it needs Chromium,
 * leaves this machine alone and stops by itself.
 */
const rounds = 3;
const root = fileURLToPath(new URL("../../..", import.meta.url));
const patience = 60_000;

/** Times are in milliseconds from what their name says, sizes in bytes unless it says otherwise. */
type Figures = Readonly<Record<string, number>>;

const program = new Command("npm run bench:page")
  .usage("[-- --help]")
  .description(
    "Measures how long the playground's page takes to be of use, and how heavy it is, in the system's Chromium.",
  )
  .addHelpText("after", "\nIt takes about half a minute and stops by itself.");
readOptions(program);

const browser = await launchChromium();
const all: Figures[] = [];
try {
  for (let round = 0; round < rounds; round += 1) all.push(await runRound(browser));
} finally {
  await browser.close();
}
report(all);

async function runRound(own: Browser): Promise<Figures> {
  const started = performance.now();
  const since = () => performance.now() - started;
  const npm = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], YUANWEN_PLAYGROUND_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const exit = once(npm, "exit");
  const tooLong = setTimeout(() => stop(npm), patience);
  try {
    const url = await printedUrl(npm);
    const listening = since();
    const context = await own.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const weight = watchWeight(page);
    const opened = since();
    await page.goto(url);
    await page.locator("#box-text:focus").waitFor();
    const usable = since();
    const keys = await firstAnswer(page);
    const figures = {
      "npm start to the address being printed": listening,
      "npm start to the message box having the focus": usable,
      "opening the page to the message box having the focus": usable - opened,
      ...(await paintTimes(page)),
      ...(await weight()),
      "keys to the first answer, a suggested question": keys,
      "memory of the process in MB": residentMegabytes(npm.pid),
    };
    await context.close();
    return figures;
  } finally {
    clearTimeout(tooLong);
    stop(npm);
    await exit;
  }
}

/** The whole group, since npm starts another process. */
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It is gone already.
  }
}

async function printedUrl({ stdout }: ChildProcess): Promise<string> {
  let printed = "";
  for await (const chunk of stdout ?? []) {
    printed += String(chunk);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`no address was printed: ${printed}`);
}

/** Counts what the page loads before it is used, as it is and as gzip would make it. */
function watchWeight(page: Page): () => Promise<Figures> {
  const loaded: { readonly kind: string; readonly body: Promise<Buffer> }[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    const isOwn = ["document", "stylesheet", "script"].includes(kind) && response.url().startsWith("http");
    if (isOwn) loaded.push({ kind, body: response.body().catch(() => Buffer.alloc(0)) });
  });
  return async () => {
    const parts = await Promise.all(loaded.map(async ({ kind, body }) => ({ kind, body: await body })));
    const size = (kind: string, of: (body: Buffer) => number) =>
      parts.filter((part) => part.kind === kind).reduce((sum, { body }) => sum + of(body), 0);
    const kinds = { document: "html", stylesheet: "css", script: "js" };
    return Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, name]) => [
        [`${name} in kB`, size(kind, ({ length }) => length) / 1000],
        [`${name} in kB, as gzip`, size(kind, (body) => gzipSync(body).length) / 1000],
      ]),
    );
  };
}

/** From the beginning of the navigation, as Chromium tells. */
async function paintTimes(page: Page): Promise<Figures> {
  const times = await page.evaluate<Record<string, number>>(`(async () => {
    const observe = (type) => new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 300);
    });
    const [navigation] = performance.getEntriesByType("navigation");
    const paints = Object.fromEntries(performance.getEntriesByType("paint").map((each) => [each.name, each.startTime]));
    const largest = (await observe("largest-contentful-paint")).at(-1);
    const long = (await observe("longtask")).filter((each) => each.startTime < (largest?.startTime ?? 0) + 1000);
    return {
      "first paint": paints["first-paint"],
      "first contentful paint": paints["first-contentful-paint"],
      "largest contentful paint": largest?.startTime ?? 0,
      "DOM content loaded": navigation.domContentLoadedEventEnd,
      "blocked by long tasks": long.reduce((sum, each) => sum + each.duration - 50, 0),
    };
  })()`);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  return { ...times, "JavaScript heap in MB": metric("JSHeapUsedSize") / 1e6, "DOM nodes": metric("Nodes") };
}

/** Goes from the message box to the nearest suggested question and sends it; gives the number of keys. */
async function firstAnswer(page: Page): Promise<number> {
  await page.locator("button.suggestion").first().waitFor();
  let keys = 1;
  await answerTo(page, async () => {
    for (; (await page.locator("button.suggestion:focus").count()) === 0; keys += 1)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
  });
  return keys;
}

/** Of the last process that was started in turn; 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean),
    );
    const [child] = children;
    if (child !== undefined) return residentMegabytes(Number(child));
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The median of the rounds, since one round may have had a busy machine. */
function report(figures: readonly Figures[]): void {
  console.log(`Medians of ${rounds} rounds; times in ms`);
  for (const name of Object.keys(figures[0] ?? {})) {
    const values = figures.map((round) => round[name] ?? 0).toSorted((a, b) => a - b);
    const value = values[Math.floor(values.length / 2)] ?? 0;
    console.log(`${value.toFixed(value < 100 ? 1 : 0).padStart(8)}  ${name}`);
  }
}
