import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import {
  answers,
  answerTo,
  ask,
  field,
  openChannel,
  press,
  pressAndSee,
  quotesIn,
  say,
} from "../../support/playground-page.ts";

test("continues in a thread, where follow-ups are plain messages", async ({ page }) => {
  const answer = await ask(page, "2024年第三季度Meta的广告收入增速降到多少?");
  const notice = await answerTo(page, () => press(answer, "Continue in a thread"));
  expect(await notice.textContent()).toContain("Only you can see this");
  await page.getByRole("list", { name: "Threads in general" }).getByRole("button").click();
  const opening = answers(page).first();
  await opening.waitFor();
  expect(await opening.textContent()).toContain("every message in this thread is a question");
  const followUp = await say(page, "那谷歌呢?");
  expect(await followUp.textContent()).toContain("沿用之前的问题：“2024年”、“第三季度”");
  const shown = [...(await quotesIn(followUp)), ...(await pressAndSee(followUp, "下一处"))];
  expect(shown).toContainEqual(expect.stringContaining("谷歌广告收入增加远12%"));
});

test("answers a mention in the channel, and nothing else that is said there", async ({ page }) => {
  await field(page).focus();
  await page.keyboard.insertText("Hello everybody");
  await page.keyboard.press("Enter");
  const answer = await answerTo(page, async () => {
    await page.keyboard.type("@yu");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("谁给Meta发过内部警告?");
    await page.keyboard.press("Enter");
  });
  expect(await answers(page).count()).toBe(1);
  expect(await answer.textContent()).toContain("Meta隐私合规部门就发过内部警告");
});

test("answers direct messages", async ({ page }) => {
  await openChannel(page, "yuanwen");
  const answer = await say(page, "How many people worked at the small company Meta bought?");
  expect(await quotesIn(answer)).toContainEqual(expect.stringContaining("团队只有50人"));
});

test("takes a reply to an answer as a follow-up", async ({ page }) => {
  const answer = await ask(page, "2024年第三季度Meta的广告收入增速降到多少?");
  await answer.hover();
  await answer.getByRole("button", { name: "Reply" }).click();
  const followUp = await say(page, "为什么?");
  expect(await followUp.textContent()).toContain("沿用之前的问题");
  expect((await quotesIn(followUp)).length).toBeGreaterThan(0);
});

test("keeps what was said when the page is loaded anew", async ({ page }) => {
  const before = await quotesIn(await ask(page, "Llama是哪一年发布的"));
  await page.reload();
  await answers(page).first().waitFor();
  expect(await quotesIn(answers(page).first())).toEqual(before);
});

test("shows on every page what is said on one", async ({ open }) => {
  const [one, other] = [await open(), await open()];
  const quotes = await quotesIn(await ask(one, "Llama是哪一年发布的"));
  await answers(other).first().waitFor();
  expect(await quotesIn(answers(other).first())).toEqual(quotes);
});
