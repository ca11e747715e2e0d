/* oxlint-disable no-empty-pattern -- vitest wants a fixture that needs no other to say so by `{}` */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { test as base } from "vitest";
import { bundlePage } from "../../src/playground/bundle-page.ts";
import type { Playground } from "../../src/playground/start-playground.ts";
import type { KnownShapes, WatchedPage } from "./browser.ts";
import { expectSound, findChromium, launchChromium, newContext, openWatchedIn } from "./browser.ts";
import { startTestPlayground } from "./playground.ts";

export interface OpenOptions extends BrowserContextOptions {
  /** Problems that the test brings about on purpose. */
  readonly expected?: readonly RegExp[];
}

interface Fixtures {
  readonly browser: Browser;
  /** Those that are in no use, by their options: one that has shown a page shows the next in less than half of the time. */
  readonly idle: Map<string, BrowserContext[]>;
  /** The page's, for all tests of a process. */
  readonly script: string;
  /** Of all pages of a process. */
  readonly known: KnownShapes;
  /** With a world of its own for each test. */
  readonly playground: Playground;
  /** Opens the playground in a context that no other page is in; at the test's end every page opened so must be sound. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
  /** Opened as somebody with an English browser sees it. */
  readonly page: Page;
}

const withBrowser = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  idle: [async ({}, use) => use(new Map()), { scope: "worker" }],
  script: [async ({}, use) => use(await bundlePage()), { scope: "worker" }],
  known: [async ({}, use) => use(new Set()), { scope: "worker" }],
  playground: async ({ script }, use) => {
    const playground = await startTestPlayground(async () => script);
    await use(playground);
    await playground.close();
  },
  open: async ({ browser, idle, playground, known, task }, use) => {
    const opened: { readonly watched: WatchedPage; readonly expected: readonly RegExp[]; readonly kind: string }[] = [];
    await use(async ({ expected = [], ...options } = {}) => {
      const kind = JSON.stringify(options);
      const context = idle.get(kind)?.pop() ?? (await newContext(browser, options));
      const watched = await openWatchedIn(context, playground.url);
      opened.push({ watched, expected, kind });
      // The page asks for all that it shows before it shows anything.
      await watched.page.locator("#box-text").waitFor({ state: "attached" });
      return watched.page;
    });
    try {
      if (task.result?.state === "fail") return;
      for (const { watched, expected } of opened) await expectSound(watched, known, expected);
      for (const { watched, kind } of opened) {
        const context = await emptied(watched.page);
        idle.set(kind, [...(idle.get(kind) ?? []), context]);
      }
      opened.length = 0;
    } finally {
      for (const { watched } of opened) await watched.page.context().close();
    }
  },
  page: async ({ open }, use) => use(await open()),
});

/** A test in the system's Chromium; skipped where there is none. */
export const test = findChromium() === undefined ? withBrowser.skip : withBrowser;

/** A page's context without the page, and without what it kept: the next playground may be at the same port. */
async function emptied(page: Page): Promise<BrowserContext> {
  const context = page.context();
  await page.evaluate("localStorage.clear(); sessionStorage.clear();");
  for (const each of context.pages()) await each.close();
  await context.setOffline(false);
  return context;
}
