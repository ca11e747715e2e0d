import { expect } from "vitest";
import { ids } from "../../../src/local-discord/world.ts";
import { test } from "../../support/browser-test.ts";
import { answers, answerTo, ask, field, openChannel, run } from "../../support/playground-page.ts";

test("opens a section that is chosen from the outline", async ({ page }) => {
  const outline = await run(page, "/outline article:meta-gemini");
  const menu = outline.getByRole("combobox", { name: "Open a section" });
  const [, , second] = await menu.locator("option").all();
  const section = await answerTo(page, async () => menu.selectOption((await second?.getAttribute("value")) ?? ""));
  expect(await section.textContent()).toContain("Only you can see this");
  expect(await section.textContent()).toContain("别忘了Meta曾是AI开源领域的“带头巨大哥”。");
});

test("writes a citation in the form that is chosen", async ({ page }) => {
  const citation = await run(page, "/cite reference:§2 ¶1:2 article:meta-gemini");
  const before = await citation.locator(".markdown").textContent();
  await citation.getByRole("combobox", { name: "Form of the citation" }).selectOption("gbt7714");
  await expect.poll(() => citation.locator(".markdown").textContent()).not.toBe(before);
  expect(await citation.textContent()).toContain("[EB/OL]");
});

test("declines, and passes the gap on that is reported in a form", async ({ page }) => {
  const declined = await ask(page, "What is the capital of Mongolia?");
  expect(await declined.textContent()).toMatch(/The article (?:does not|may not) answer this/u);
  await declined.getByRole("button", { name: "Report this gap" }).click();
  const form = page.getByRole("dialog", { name: "Report this gap" });
  await form.waitFor();
  expect(await form.getByLabel("Your question").inputValue()).toBe("What is the capital of Mongolia?");
  await form.getByLabel("What did you expect").fill("**Ulan Bator** <b>");
  const thanks = await answerTo(page, () => form.getByRole("button", { name: "Submit" }).click());
  expect(await thanks.textContent()).toContain("Thank you.");
  expect(await form.isVisible()).toBe(false);
  await openChannel(page, "gap-reports");
  const report = answers(page).first();
  await report.waitFor();
  expect(await report.textContent()).toContain("What is the capital of Mongolia?");
  expect(await report.textContent()).toContain("**Ulan Bator** <b>");
});

test("keeps the focus where a button ends being of use", async ({ page }) => {
  const answer = await ask(page, "Llama是哪一年发布的");
  const more = answer.getByRole("button", { name: "More context" });
  const less = answer.getByRole("button", { name: "Less context" });
  await more.focus();
  for (let presses = 0; presses < 20 && (await less.count()) === 0; presses += 1) {
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".waiting").isHidden()).toBe(true);
  }
  await expect.poll(() => less.count()).toBe(1);
  expect(await less.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test("checks what somebody said from its menu, by keyboard", async ({ page }) => {
  await field(page).focus();
  await page.keyboard.insertText("扎克伯格还信誓旦旦要“让AI民做主化”");
  await page.keyboard.press("Enter");
  const message = page.getByRole("log").getByRole("article", { name: /^reader/u });
  await message.waitFor();
  await message.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  const item = page.locator("[role=menuitem]:focus");
  while ((await item.textContent()) !== "Check this quote") await page.keyboard.press("ArrowDown");
  const checked = await answerTo(page, () => page.keyboard.press("Enter"));
  expect(await checked.textContent()).toContain("Verbatim, a part of what stands in the article.");
  expect(await checked.textContent()).toContain("Only you can see this");
});

test("shows the JSON of a message's interaction and of its response", async ({ page }) => {
  const answer = await ask(page, "Llama是哪一年发布的");
  await answer.hover({ position: { x: 100, y: 10 } });
  await answer.getByRole("button", { name: "Look at JSON" }).click();
  const inspector = page.getByRole("dialog", { name: "Requests and responses" });
  await inspector.waitFor();
  const [sent = "", response = ""] = await inspector.locator("pre.json").allTextContents();
  expect(JSON.parse(sent)).toMatchObject({
    type: 2,
    application_id: ids.application,
    data: { name: "ask", options: [{ name: "question", value: "Llama是哪一年发布的" }] },
  });
  expect(JSON.parse(response)).toMatchObject({ type: 4, data: { allowed_mentions: { parse: [] } } });
  await page.keyboard.press("Escape");
  expect(await inspector.isVisible()).toBe(false);
});
