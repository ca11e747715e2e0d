import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import {
  answers,
  answerTo,
  ask,
  field,
  highlighted,
  quotesIn,
  run,
  sentenceText,
} from "../../support/playground-page.ts";

const launch = "2023年推出Llama系列模型时 扎克伯格还信誓旦旦要“让AI民做主化”,甚至扬言要“颠覆谷歌的搜索霸权”。";

/** Whether the whole of the highlighted sentence is to be seen in the source. */
async function isInSight(page: Page): Promise<boolean> {
  const [frame, sentence] = await Promise.all([
    page.locator("[data-source-scroll]").boundingBox(),
    highlighted(page).boundingBox(),
  ]);
  if (!frame || !sentence) return false;
  return sentence.y >= frame.y && sentence.y + sentence.height <= frame.y + frame.height;
}

test("leads from a reference to the sentence, letter for letter", async ({ page }) => {
  const answer = await ask(page, "比亚迪特斯拉半自研模式是什么?");
  const [quote] = await quotesIn(answer);
  await answer.getByRole("button", { name: /^§/u }).first().click();
  await expect.poll(() => isInSight(page)).toBe(true);
  expect(quote).toContain((await sentenceText(highlighted(page).first())).trim());
});

test("marks on the map what was quoted, and leads there", async ({ page }) => {
  const quotes = await quotesIn(await ask(page, "行业里还有谁的广告点击率提升了"));
  const marks = page.locator(".source-map .map-mark");
  await expect.poll(() => marks.count()).toBe(quotes.length);
  await marks.last().click();
  await expect.poll(() => isInSight(page)).toBe(true);
  expect(quotes).toContain((await sentenceText(highlighted(page))).trim());
});

test("tells a changed quote from an exact one", async ({ page }) => {
  const changed = await run(page, `/verify ${launch.replace("2023", "2022").replace("搜索霸权", "搜索地位")}`);
  expect(await changed.textContent()).toContain("Not verbatim: words differ.");
  expect((await changed.locator("s").allTextContents()).join(" ")).toContain("2022");
  expect((await changed.locator("li").allTextContents()).join(" ")).toContain("2023");
  const exact = await run(page, `/verify ${launch}`);
  expect(await exact.textContent()).toContain("Verbatim. It stands in the article letter for letter.");
});

test("checks and asks about what is marked in the source", async ({ page }) => {
  await page.getByLabel("Answers come from").selectOption("meta-gemini");
  const source = page.getByRole("complementary");
  const number = source.getByRole("button", { name: "§2 ¶1:2" });
  await source.hover();
  // What is far away is drawn when it comes near.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 300);
      return number.count();
    })
    .toBe(1);
  await number.click();
  const toolbar = page.getByRole("toolbar", { name: "Marked text" });
  const checked = await answerTo(page, () => toolbar.getByRole("button", { name: "Check this quote" }).click());
  expect(await checked.textContent()).toContain("Verbatim");
  expect(await quotesIn(checked)).toEqual([launch]);
  await number.focus();
  await page.keyboard.press("Enter");
  await toolbar.getByRole("button", { name: "Ask about this" }).click();
  await expect.poll(() => field(page, "question").inputValue()).toContain("2023年推出Llama系列模型时");
  expect(await answers(page).count()).toBe(1);
});
