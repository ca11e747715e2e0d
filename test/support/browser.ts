import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";

const names = ["chromium", "chromium-browser", "google-chrome"];

/**
 * Chromium takes the last such list alone, so this repeats what playwright leaves out for the sake of the network. Ours
 * is the first: a process in store for the next page takes as much time as the page itself.
 */
const leftOut = [
  "SpareRendererForSitePerProcess",
  "AimEnabled",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "Translate",
];

/** Where the system's Chromium is: `CHROMIUM`, or else the first of the usual names on the path. */
export function findChromium(): string | undefined {
  const { CHROMIUM: chosen = "", PATH: path = "" } = process.env;
  const folders = ["/usr/bin", ...path.split(delimiter)];
  const candidates = [chosen, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find((candidate) => candidate !== "" && existsSync(candidate));
}

/**
 * Starts the system's Chromium without anything that would ask the network on its own.
 *
 * `environment` is added to this process's own.
 */
export async function launchChromium(environment: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium; set CHROMIUM to where it is");
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    `--disable-features=${leftOut.join(",")}`,
  ];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
}

/** A page and what went wrong on it, one line each. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** Opens an address in a context of its own; requests to any other origin are refused and noted. */
export async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  return openWatchedIn(await newContext(browser, options), address);
}

/** Makes a context as most people's browsers are. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const usual = { locale: "en-US", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ ...usual, ...options });
  context.setDefaultTimeout(120_000);
  return context;
}

/** Opens an address; requests to any other origin are refused and noted. */
export async function openWatchedIn(context: BrowserContext, address: string): Promise<WatchedPage> {
  const problems: string[] = [];
  const page = await context.newPage();
  await keepAtHome(page, new URL(address).origin, problems);
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    problems.push(`${message.type()} on the console: ${message.text()}`);
  });
  page.on("pageerror", (error) => void problems.push(`thrown: ${error.stack ?? error.message}`));
  page.on("dialog", (dialog) => {
    problems.push(`opened: ${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("crash", () => void problems.push("the page crashed"));
  await page.goto(address);
  return { page, problems };
}

async function keepAtHome(page: Page, origin: string, problems: string[]): Promise<void> {
  const isOwn = (url: URL) => url.origin === origin || url.protocol === "data:";
  await page.route(
    (url) => !isOwn(url),
    async (route) => {
      problems.push(`asked for ${route.request().url()}`);
      await route.abort();
    },
  );
  page.on("request", (request) => {
    if (!isOwn(new URL(request.url()))) problems.push(`asked for ${request.url()}`);
  });
}

/** What there is on pages that axe has looked at, so that it looks at nothing twice. */
export type KnownShapes = Set<string>;

/** Fails where something went wrong on the page that is not expected, or where axe finds a serious fault. */
export async function expectSound(
  { page, problems }: WatchedPage,
  known: KnownShapes,
  expected: readonly RegExp[] = [],
): Promise<void> {
  const unexpected = problems.filter((line) => !expected.some((pattern) => pattern.test(line)));
  const shapes = (await shapesOn(page)).filter((shape) => !known.has(shape));
  const faults = shapes.length === 0 ? [] : await seriousFaults(page);
  expect({ problems: unexpected, faults }).toEqual({ problems: [], faults: [] });
  for (const shape of shapes) known.add(shape);
}

/** The kinds of elements on a page with their roles and states, in its theme, language and width; shadow trees included. */
async function shapesOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const { lang, dataset, clientWidth } = document.documentElement;
    const shapes = new Set();
    const look = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const names = element.getAttributeNames().filter((name) => /^(?:role|type|disabled|hidden|open|tabindex|aria-)/.test(name));
        const states = names.map((name) => (/label|activedescendant|controls|describedby/.test(name) ? name : name + "=" + element.getAttribute(name)));
        shapes.add([dataset.theme, lang, clientWidth, element.parentElement?.localName, element.localName, element.className, ...states].join(" "));
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return [...shapes];
  })()`);
}

/** One line for each thing that axe finds serious or critical, shadow trees included. */
async function seriousFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ preload: false, resultTypes: ["violations"] });
  // Without frames there is no need for a page of its own that puts the results together.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary.split("\n")[1]}`),
    );
}
