import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answerTo, ask, drop, highlighted, quotesIn, sentenceText } from "../../support/playground-page.ts";

test("leads the source to the newest answer, unless the reader has moved in it since", async ({ page }) => {
  const source = page.getByRole("complementary");
  const title = source.locator(".source-title h2");
  await expect.poll(() => title.textContent()).toContain("Tool Library");
  const first = await ask(page, "Llama是哪一年发布的");
  await expect.poll(() => title.textContent()).toContain("Meta");
  await expect.poll(() => highlighted(page).count()).toBeGreaterThan(0);
  expect((await quotesIn(first)).join(" ")).toContain((await sentenceText(highlighted(page).first())).trim());
  // What changes an answer is pressed in the chat, so the source goes along.
  const before = await sentenceText(highlighted(page).first());
  await first.getByRole("button", { name: /^Next match/u }).click();
  await expect.poll(() => sentenceText(highlighted(page).first())).not.toBe(before);
  expect((await quotesIn(first)).join(" ")).toContain((await sentenceText(highlighted(page).first())).trim());
  await page.locator("[data-source-scroll]").press("End");
  const shown = await sentenceText(highlighted(page).first());
  await ask(page, "How much does membership cost?");
  await expect.poll(() => title.textContent()).toContain("Tool Library");
  expect(await sentenceText(highlighted(page).first())).not.toBe(shown);
});

test("closes a dropped article, and takes it back", async ({ page }) => {
  await drop(page, [{ name: "harbour.md", bytes: Buffer.from("# Harbour notes\n\nThe last ferry leaves at nine.\n") }]);
  await page.getByRole("dialog").getByRole("button", { name: "Start asking" }).click();
  const source = page.getByRole("complementary");
  await source.getByRole("button", { name: "Close “Harbour notes”" }).click();
  await expect.poll(() => source.textContent()).toContain("“Harbour notes” is closed.");
  expect(await source.locator(".source-title h2").textContent()).not.toContain("Harbour");
  await source.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => source.locator(".source-title h2").textContent()).toContain("Harbour notes");
});

test("finds the mistake in the quote that it suggests to check", async ({ page }) => {
  const trial = page
    .getByRole("list", { name: /^Or put it to the test/u })
    .getByRole("button")
    .last();
  const checked = await answerTo(page, () => trial.click());
  expect(await checked.textContent()).toContain("Not verbatim");
  await expect.poll(() => highlighted(page).count()).toBe(1);
});
