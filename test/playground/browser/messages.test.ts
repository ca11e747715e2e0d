import type { Page } from "playwright-core";
import { expect } from "vitest";
import { slashCommand } from "../../../src/local-discord/interactions.ts";
import { menus } from "../../../commands/all.ts";
import { ids } from "../../../src/local-discord/world.ts";
import { test } from "../../support/browser-test.ts";
import { createPlaygroundClient } from "../../support/playground-client.ts";
import { ask } from "../../support/playground-page.ts";

/** Once something has come from the bot, the page hears what is said, too. */
const ready = (page: Page) => page.getByRole("list", { name: "Try one of these" }).waitFor();

const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.getAttribute("role")} ${document.activeElement?.textContent?.trim()}`);

/** How far the newest message is below what is to be seen, in pixels. */
const belowEnd = (page: Page) =>
  page.getByRole("log").evaluate((log) => {
    const scroller = log.shadowRoot?.querySelector(".scroller");
    return scroller ? Math.round(scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight) : -1;
  });

test("shows Markdown, and hostile text as text", async ({ page, playground }) => {
  await ready(page);
  const client = createPlaygroundClient(playground.url);
  const content = [
    "**bold** ||hidden|| <img src=x onerror=alert(1)> [bad](javascript:alert(1)) [good](https://example.com/a)",
    "- one",
    "  - two",
    "> a quote",
    `-# small <#${ids.direct}> <@${ids.bot}>`,
  ].join("\n");
  await client.post("api/messages", { channel: ids.channel, content });
  const message = page.getByRole("log").getByRole("article").first();
  await message.waitFor();
  expect(await message.locator("strong").allTextContents()).toEqual(["bold"]);
  expect(await message.locator("li li").allTextContents()).toEqual(["two"]);
  expect(await message.locator("blockquote").allTextContents()).toEqual(["a quote"]);
  expect(await message.locator("small .mention").nth(1).textContent()).toBe("@yuanwen");
  expect(await message.textContent()).toContain("<img src=x onerror=alert(1)> [bad](javascript:alert(1)) good");
  expect(await message.locator("img").count()).toBe(1);
  const link = message.getByRole("link");
  expect(await link.getAttribute("href")).toBe("https://example.com/a");
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(await message.getByText("hidden").isVisible()).toBe(false);
  await message.getByRole("button", { name: "Show the spoiler" }).click();
  expect(await message.getByText("hidden").isVisible()).toBe(true);
});

test("goes from message to message and through a menu by keyboard", async ({ page, playground }) => {
  await ready(page);
  const client = createPlaygroundClient(playground.url);
  for (const content of ["first", "second"]) await client.post("api/messages", { channel: ids.channel, content });
  const messages = page.getByRole("log").getByRole("article");
  await messages.nth(1).focus();
  await page.keyboard.press("ArrowUp");
  expect(await focused(page)).toContain("article");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  await expect.poll(() => focused(page)).toBe("menuitem Reply");
  await page.keyboard.press("End");
  expect(await focused(page)).toBe(`menuitem ${menus.at(-1)?.declaration.name}`);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe("menuitem Reply");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("menu").count()).toBe(0);
  expect(await messages.nth(0).evaluate((message) => message === document.activeElement)).toBe(true);
  await page.keyboard.press("Shift+F10");
  await expect.poll(() => focused(page)).toBe("menuitem Reply");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("box-text");
});

test("opens the menu where the mouse is", async ({ page, playground }) => {
  await ready(page);
  await createPlaygroundClient(playground.url).post("api/messages", { channel: ids.channel, content: "first" });
  const text = page.getByRole("log").getByText("first");
  const place = await text.boundingBox();
  await page.mouse.move((place?.x ?? 0) + 20, (place?.y ?? 0) + 8);
  await page.mouse.down({ button: "right" });
  await page.mouse.up({ button: "right" });
  const menu = await page.getByRole("menu").boundingBox();
  expect(menu?.x).toBeCloseTo((place?.x ?? 0) + 20, 0);
  await page.mouse.click(5, 5);
  await expect.poll(() => page.getByRole("menu").count()).toBe(0);
});

test("keeps the newest in sight, but not from those who have scrolled up", async ({ page, playground }) => {
  await ready(page);
  const client = createPlaygroundClient(playground.url);
  const say = (content: string) => client.post("api/messages", { channel: ids.channel, content });
  for (let index = 1; index <= 30; index += 1) await say(`message ${index}`);
  await page.getByRole("log").getByText("message 30").waitFor();
  await expect.poll(() => belowEnd(page)).toBe(0);
  await page.getByRole("log").hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(() => belowEnd(page)).toBeGreaterThan(100);
  const toNewest = page.getByRole("button", { name: "New messages" });
  expect(await toNewest.isVisible()).toBe(false);
  await client.interact(slashCommand({ name: "random" }));
  await toNewest.waitFor();
  expect(await belowEnd(page)).toBeGreaterThan(100);
  await toNewest.click();
  await expect.poll(() => belowEnd(page)).toBe(0);
  expect(await toNewest.isVisible()).toBe(false);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => belowEnd(page)).toBeGreaterThan(100);
  await say("my own");
  await expect.poll(() => belowEnd(page)).toBe(0);
});

test("does not take the focus from a button that is pressed", async ({ page }) => {
  const answer = await ask(page, "谁给Meta发过内部警告?");
  const button = answer.getByRole("button", { name: "Next match" });
  await button.focus();
  await page.keyboard.press("Enter");
  await answer.getByText("(edited)").waitFor();
  expect(await focused(page)).toContain("Next match");
});
