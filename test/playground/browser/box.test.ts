import type { CDPSession, Page } from "playwright-core";
import { expect } from "vitest";
import { isSlashCommand } from "../../../src/playground/page/box/command-options.ts";
import { pageCommands } from "../../../src/playground/page/box/page-commands.ts";
import { registeredCommands } from "../../support/registered-commands.ts";
import { test } from "../../support/browser-test.ts";
import { answers, answerTo } from "../../support/playground-page.ts";

const box = (page: Page) => page.locator("#box-text");
const hint = (page: Page) => page.locator("#box-hint");
const offers = (page: Page) => page.locator("#box").getByRole("option");
const option = (page: Page, name: string) => page.locator(`#box-option-${name}`);

/** Writes as an input method for Chinese does; the keys go to it until the text is taken over. */
async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

async function takenByInputMethod(session: CDPSession, key: string, code: number): Promise<void> {
  const pressed = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: code };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...pressed });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...pressed });
}

test("offers the commands, in the reader's language and on small screens", async ({ open }) => {
  const page = await open({ locale: "zh-TW", viewport: { width: 390, height: 844 }, colorScheme: "light" });
  await box(page).focus();
  await page.keyboard.type("/");
  const all = pageCommands(registeredCommands, { channels: [], roles: [] }).filter(isSlashCommand);
  expect(await offers(page).count()).toBe(all.length);
  expect(await offers(page).first().textContent()).toContain("就文章提問，回答逐字引用原文");
  const list = await page.locator(".completion").boundingBox();
  expect(list?.x).toBeGreaterThanOrEqual(0);
  expect(list?.y).toBeGreaterThan(48);
  expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.keyboard.type("搜");
  expect(await offers(page).allTextContents()).toEqual([expect.stringContaining("/搜尋")]);
  await page.keyboard.press("Escape");
  expect(await offers(page).count()).toBe(0);
});

test("fills in options by keyboard, and takes them away again", async ({ page }) => {
  await box(page).focus();
  await page.keyboard.type("/cite ");
  await page.keyboard.press("Enter");
  expect(await hint(page).textContent()).toContain("Please fill in “reference”.");
  expect(await option(page, "reference").getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type("§1 form:");
  expect(await option(page, "reference").inputValue()).toBe("§1");
  await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("box-option-form");
  await page.keyboard.type("gb");
  await page.keyboard.press("Tab");
  expect(await option(page, "form").inputValue()).toBe("GB/T 7714");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  expect(await option(page, "form").count()).toBe(0);
  await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("box-option-reference");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  expect(await box(page).inputValue()).toBe("/cite");
});

test("fills in options by mouse", async ({ page }) => {
  await box(page).click();
  await page.keyboard.type("/");
  await offers(page).filter({ hasText: "/outline" }).click();
  await offers(page).filter({ hasText: "private" }).click();
  await offers(page).filter({ hasText: "True" }).click();
  const answer = await answerTo(page, () => page.getByRole("button", { name: "Send" }).click());
  expect(await answer.textContent()).toContain("Only you can see this");
});

test("sends the value behind a name that the bot offered", async ({ page, playground }) => {
  const { articles } = (await (await fetch(`${playground.url}api/shelf`)).json()) as Shelf;
  await box(page).focus();
  await page.keyboard.type("/article ");
  await page.keyboard.type("article:");
  await offers(page).first().click();
  expect(await option(page, "article").inputValue()).not.toBe(articles[0]?.id);
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.url().endsWith("/api/interactions") && each.postDataJSON().type === 2),
    page.keyboard.press("Enter"),
  ]);
  expect(request.postDataJSON().data.options).toEqual([{ name: "article", type: 3, value: articles[0]?.id }]);
});

interface Shelf {
  readonly articles: readonly { readonly id: string }[];
}

test("takes a whole line that is pasted", async ({ page }) => {
  await box(page).focus();
  await page.keyboard.insertText("/verify quote: Llama private: true");
  await expect.poll(() => option(page, "quote").inputValue()).toBe("Llama");
  expect(await option(page, "private").inputValue()).toBe("true");
  const answer = await answerTo(page, () => page.keyboard.press("Enter"));
  expect(await answer.textContent()).toContain("Only you can see this");
});

test("brings back what was sent, newest first", async ({ page }) => {
  await box(page).focus();
  await page.keyboard.type("hello");
  await page.keyboard.press("Enter");
  expect(await box(page).inputValue()).toBe("");
  await answerTo(page, async () => {
    await page.keyboard.type("/ask Llama");
    // Enter would take a suggestion that comes just then.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
  await page.keyboard.press("ArrowUp");
  expect(await option(page, "question").inputValue()).toBe("Llama");
  await page.keyboard.press("ArrowUp");
  expect(await box(page).inputValue()).toBe("hello");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await box(page).inputValue()).toBe("");
});

test("says when nobody will answer, and offers /ask instead", async ({ page }) => {
  await box(page).focus();
  await page.keyboard.type("Llama");
  expect(await hint(page).textContent()).toContain("Without @yuanwen the bot stays silent.");
  await hint(page).getByRole("button", { name: "Use /ask" }).click();
  expect(await option(page, "question").inputValue()).toBe("Llama");
  await answerTo(page, () => page.keyboard.press("Enter"));
});

test("knows by mentions and replies what the bot hears", async ({ page }) => {
  await box(page).focus();
  await page.keyboard.type("@yu");
  await page.keyboard.press("Tab");
  expect(await box(page).inputValue()).toBe("@yuanwen ");
  await page.keyboard.type("Llama是哪一年发布的?");
  expect(await hint(page).textContent()).not.toContain("stays silent");
  const answer = await answerTo(page, () => page.keyboard.press("Enter"));

  await answer.hover();
  await answer.getByRole("button", { name: "Reply" }).click();
  const replying = page.locator("#box").getByText("Replying to yuanwen");
  await replying.waitFor();
  await page.keyboard.type("为什么?");
  expect(await hint(page).textContent()).not.toContain("stays silent");
  await page.keyboard.press("Escape");
  expect(await replying.count()).toBe(0);
  expect(await hint(page).textContent()).toContain("stays silent");
});

test("makes new lines, grows to eight, and sends no more than Discord takes", async ({ page }) => {
  await box(page).focus();
  const oneLine = (await page.locator(".box-frame").boundingBox())?.height ?? 0;
  await page.keyboard.type("one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("two");
  expect(await box(page).inputValue()).toBe("one\ntwo");
  expect((await page.locator(".box-frame").boundingBox())?.height).toBeGreaterThan(oneLine);
  await page.keyboard.insertText("\n".repeat(30));
  expect((await page.locator(".box-frame").boundingBox())?.height).toBeLessThan(oneLine * 6);
  await page.keyboard.insertText("x".repeat(2000));
  await page.keyboard.press("Enter");
  expect(await hint(page).textContent()).toContain("At most 2000 characters; these are 2037.");
  expect(await page.getByRole("log").getByRole("article").count()).toBe(0);
});

test("leaves Enter and the arrows to an input method", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await box(page).focus();
  await compose(session, "ni'hao");
  await takenByInputMethod(session, "Enter", 13);
  await takenByInputMethod(session, "ArrowUp", 38);
  expect(await box(page).inputValue()).toBe("ni'hao");
  await session.send("Input.insertText", { text: "你好" });
  expect(await box(page).inputValue()).toBe("你好");
  await page.keyboard.press("Control+A");

  await page.keyboard.type("/");
  await compose(session, "tiwen");
  await takenByInputMethod(session, "Enter", 13);
  await takenByInputMethod(session, "ArrowDown", 40);
  await session.send("Input.insertText", { text: "提问" });
  expect(await box(page).inputValue()).toBe("/提问");
  expect(await page.getByRole("log").getByRole("article").count()).toBe(0);

  await page.keyboard.type(" ");
  await option(page, "question").waitFor();
  await compose(session, "Llama");
  await takenByInputMethod(session, "Enter", 13);
  expect(await answers(page).count()).toBe(0);
  await session.send("Input.insertText", { text: "Llama是哪一年发布的" });
  expect(await option(page, "question").inputValue()).toBe("Llama是哪一年发布的");
  await answerTo(page, () => page.keyboard.press("Enter"));
});
