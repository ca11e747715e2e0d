import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answers, answerTo, ask, field, offered, pressAndSee, quotesIn } from "../../support/playground-page.ts";

const launch = "2023年推出Llama系列模型时 扎克伯格还信誓旦旦要“让AI民做主化”,甚至扬言要“颠覆谷歌的搜索霸权”。";

test("answers /ask, typed as it stands", async ({ page, playground }) => {
  const answer = await answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.type("/ask Llama是哪一年发布的");
    // Enter would take a suggestion that comes just then.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
  const [first] = await quotesIn(answer);
  expect(first).toBe(launch);
  const shelf = await (await fetch(`${playground.url}api/shelf`)).json();
  for (const quote of await quotesIn(answer)) expect(shelf.articles[0].text).toContain(quote);
  expect(await answer.textContent()).toContain("Llama是哪一年发布的");
});

test("completes the command and the question by keyboard", async ({ page }) => {
  await field(page).focus();
  await page.keyboard.type("/as");
  expect(await offered(page).textContent()).toContain("/ask");
  await page.keyboard.press("Enter");
  await page.keyboard.type("35");
  const offer = offered(page, "What does 35% refer to?");
  await offer.waitFor();
  while ((await offer.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const answer = await answerTo(page, () => page.keyboard.press("Enter"));
  expect(await answer.textContent()).toContain("What does 35% refer to?");
  expect((await quotesIn(answer)).join("\n")).toContain("35%");
});

test("asks a suggested question", async ({ page }) => {
  const suggestion = page.getByRole("list", { name: "Try one of these" }).getByRole("button").first();
  const question = (await suggestion.textContent())?.replace("/ask", "").trim();
  const answer = await answerTo(page, () => suggestion.click());
  expect(await answer.textContent()).toContain(question);
  expect((await quotesIn(answer)).length).toBeGreaterThan(0);
});

test("asks an example of /help, which only the asker sees", async ({ page }) => {
  const help = await answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.type("/help");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  });
  expect(await help.textContent()).toContain("Only you can see this");
  const example = help.locator("button.component").first();
  const question = (await example.textContent())?.trim();
  const answer = await answerTo(page, () => example.click());
  expect(await answer.textContent()).toContain(question);
});

test("leafs through candidates, there and back", async ({ page }) => {
  const answer = await ask(page, "Meta为什么要用Gemini");
  const first = await quotesIn(answer);
  expect(await answer.getByRole("button", { name: "Previous match" }).count()).toBe(0);
  const second = await pressAndSee(answer, "Next match");
  expect(second).not.toEqual(first);
  expect(await answer.textContent()).toContain("(edited)");
  expect(await pressAndSee(answer, "Previous match")).toEqual(first);
});

test("widens and narrows the context", async ({ page }) => {
  const answer = await ask(page, "Llama是哪一年发布的");
  const [wide = ""] = await pressAndSee(answer, "More context");
  expect(wide).toContain(launch);
  expect(wide.length).toBeGreaterThan(launch.length);
  const [narrow] = await pressAndSee(answer, "Less context");
  expect(narrow).toBe(launch);
});

test("dismisses a private answer", async ({ page }) => {
  const answer = await answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.type("/ask Llama是哪一年发布的");
    await page.keyboard.press("Tab");
    await page.keyboard.type("priv");
    await page.keyboard.press("Enter");
    await page.keyboard.type("T");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  });
  expect(await answer.textContent()).toContain("Only you can see this");
  await answer.getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(() => answers(page).count()).toBe(0);
});

test("needs few keys from the page to the first answer", async ({ page }) => {
  await page.getByRole("list", { name: "Try one of these" }).waitFor();
  const suggestion = page.locator("button.suggestion:focus");
  const keys: string[] = [];
  const press = async (key: string) => {
    keys.push(key);
    await page.keyboard.press(key);
  };
  const answer = await answerTo(page, async () => {
    while (keys.length < 9 && (await suggestion.count()) === 0) await press("Shift+Tab");
    await press("Enter");
  });
  expect((await quotesIn(answer)).length).toBeGreaterThan(0);
  expect(keys).toEqual(["Shift+Tab", "Enter"]);
});

test("does not send while an input method composes", async ({ page }) => {
  await field(page).focus();
  await page.keyboard.type("/ask ");
  const typed = page.locator("#box-option-question");
  await typed.dispatchEvent("compositionstart", {});
  await page.keyboard.insertText("Meta的股价");
  await typed.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
  await typed.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true });
  await typed.dispatchEvent("compositionend", {});
  expect(await typed.inputValue()).toBe("Meta的股价");
  expect(await answers(page).count()).toBe(0);
  const answer = await answerTo(page, () => page.keyboard.press("Enter"));
  expect(await answer.textContent()).toContain("Meta的股价");
});
