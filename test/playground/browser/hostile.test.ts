import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answers, ask, drop, highlighted, quotesIn, sentenceText } from "../../support/playground-page.ts";

const image = "<img src=x onerror=alert(1)>";
const scripts = "</script><script>document.title='owned'</script>";
const mentions = "@everyone <@1> <@&2> <#3> </ask:4>";
const turned = "left \u202Eright\u202C \u2066to\u2069 le\u200Bft \u{1F4A3}";
const marks = "**bold** __under__ ||spoiler|| ~~gone~~ `code` [a](javascript:alert(1)) -# small";

/** Every line holds a word of its own to ask for. */
const article = [
  `Lantern ${image} was lit in 1901.`,
  `Harpoon ${scripts} was thrown in 1902.`,
  `Compass ${mentions} was sold in 1903.`,
  `Sextant ${turned} was lost in 1904.`,
  `Barometer ${marks} was bought in 1905.`,
  `Anchor ${"very ".repeat(800)}heavy it was in 1906.`,
].join("\n\n");

/** Nothing that was written became a part of the page. */
async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.title()).toContain("Yuanwen");
  expect(await page.locator("img[src=x], [onerror], #page script, a[href^=javascript]").count()).toBe(0);
}

test("keeps a hostile article text, in quotes as in the source", async ({ page }) => {
  await drop(page, [{ name: `${image}.txt`, bytes: Buffer.from(article) }]);
  await page.getByRole("dialog").getByRole("button", { name: "Start asking" }).click();
  for (const [question, text] of [
    ["When was the lantern lit?", image],
    ["When was the harpoon thrown?", scripts],
    ["When was the compass sold?", mentions],
    ["When was the sextant lost?", turned],
    ["When was the barometer bought?", marks],
  ] as const) {
    const answer = await ask(page, question);
    const [quote = ""] = await quotesIn(answer);
    expect(article).toContain(quote);
    expect(quote).toContain(text);
    await answer.getByRole("button", { name: /^§|^¶/u }).first().click();
    await expect.poll(() => sentenceText(highlighted(page).first())).toBe(quote);
    await expectOnlyText(page);
  }
  expect(await quotesIn(await ask(page, "How heavy was the anchor?"))).not.toContain("");
  expect((await page.locator("[data-source-text] [data-start]").allTextContents()).join("")).toContain("very very");
});

test("keeps a hostile question text", async ({ page }) => {
  for (const [text, read] of [
    [image, image.slice(0, 20)],
    [scripts, scripts.slice(0, 20)],
    [mentions, "Llama /ask"],
    [turned, "left"],
    [marks, "bold under spoiler gone code"],
  ] as const) {
    const answer = await ask(page, `Llama ${text}`);
    const shown = (await answer.locator("small").first().textContent()) ?? "";
    expect(shown.replaceAll(/\s+/gu, " ")).toContain(read);
    expect(await answer.locator("small").first().locator("strong, u, s, code, a, .spoiler, .mention").count()).toBe(0);
    await expectOnlyText(page);
  }
  expect(await answers(page).count()).toBe(5);
});
