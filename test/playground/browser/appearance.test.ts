import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answers, answerTo, ask, field, highlighted, quotesIn } from "../../support/playground-page.ts";

test("shows channels, chat and source", async ({ page }) => {
  await page.getByRole("navigation", { name: "Channels" }).waitFor();
  await page.getByRole("main", { name: "Chat" }).waitFor();
  await page.getByRole("complementary", { name: "Source" }).waitFor();
  expect(await page.title()).toContain("Yuanwen");
});

test.for([
  { locale: "zh-CN", command: "/提问", words: ["频道", "换一条"], placeholder: "#general" },
  { locale: "zh-TW", command: "/提問", words: ["頻道"], placeholder: "#general" },
])("speaks $locale, as do the commands and the bot", async ({ locale, command }, { page }) => {
  await page.locator("#locale").selectOption(locale);
  await expect.poll(() => page.getAttribute("html", "lang")).toBe(locale);
  await field(page).focus();
  await page.keyboard.insertText("/");
  await page.locator("#box").getByRole("option").filter({ hasText: command }).waitFor();
  const answer = await answerTo(page, async () => {
    await page.keyboard.insertText(`${command.slice(1)} `);
    await page.keyboard.insertText("Llama是哪一年发布的");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
  const more = { "zh-CN": "更多上下文", "zh-TW": "更多上下文" }[locale] ?? "";
  expect(await answer.getByRole("button").allTextContents()).toContainEqual(expect.stringContaining(more));
  await page.reload();
  await expect.poll(() => page.getAttribute("html", "lang")).toBe(locale);
});

test("opens in the browser's own language", async ({ open }) => {
  const page = await open({ locale: "zh-HK" });
  await page.getByRole("navigation", { name: "頻道" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("zh-TW");
});

test.for(["dark", "light"] as const)("is readable in the %s theme", async (theme, { page }) => {
  await page.getByLabel("Theme").selectOption(theme);
  await expect.poll(() => page.getAttribute("html", "data-theme")).toBe(theme);
  const answer = await ask(page, "Llama是哪一年发布的");
  await answer.getByRole("button", { name: /^§/u }).first().click();
  await highlighted(page).first().waitFor();
  expect((await quotesIn(answer)).length).toBeGreaterThan(0);
});

test.for([
  [390, 844],
  [320, 568],
] as const)("fits a screen of %i by %i, one pane at a time", async ([width, height], { open }) => {
  const page = await open({ viewport: { width, height }, hasTouch: true, isMobile: true });
  const panes = page.getByRole("group", { name: "Panes" });
  const overflow = () => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  await panes.getByRole("button", { name: "Source" }).tap();
  expect(await page.getByRole("complementary").isVisible()).toBe(true);
  expect(await overflow()).toBe(0);
  await panes.getByRole("button", { name: "Channels" }).tap();
  expect(await page.getByRole("navigation").isVisible()).toBe(true);
  expect(await overflow()).toBe(0);
  await page.getByRole("navigation").getByRole("button", { name: "general" }).tap();
  const answer = await ask(page, "Llama是哪一年发布的");
  expect(await overflow()).toBe(0);
  await answer.getByRole("button", { name: /^§/u }).first().tap();
  await highlighted(page).first().waitFor();
  expect(await page.getByRole("main").isVisible()).toBe(false);
  await panes.getByRole("button", { name: "Chat" }).tap();
  expect(await answers(page).first().isVisible()).toBe(true);
});
