import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What is typed into: the message box, or one field of a command. */
export function field(page: Page, name?: string | RegExp): Locator {
  const box = page.locator("#box");
  return name === undefined ? box.getByRole("combobox").first() : box.getByRole("combobox", { name });
}

/** The entry of the list of completions that Enter takes. */
export function offered(page: Page, name?: string): Locator {
  const list = page.locator("#box").getByRole("listbox");
  return name === undefined ? list.getByRole("option", { selected: true }) : list.getByRole("option", { name });
}

/** What the bot has said in the channel that is open, oldest first. */
export function answers(page: Page): Locator {
  return page.getByRole("log").getByRole("article", { name: /^yuanwen/u });
}

/** Does something and waits for the bot's next message. */
export async function answerTo(page: Page, act: () => Promise<unknown>): Promise<Locator> {
  const before = await answers(page).count();
  await act();
  const answer = answers(page).nth(before);
  await answer.waitFor();
  return answer;
}

/** Asks by `/ask`, with the keyboard alone. */
export async function ask(page: Page, question: string): Promise<Locator> {
  return answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.type("/ask ");
    await page.keyboard.insertText(question);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
}

/** Says something in the channel that is open, and waits for what the bot answers. */
export async function say(page: Page, text: string): Promise<Locator> {
  return answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.insertText(text);
    await page.keyboard.press("Enter");
  });
}

/** Runs a command with options by typing all of them at once. */
export async function run(page: Page, line: string): Promise<Locator> {
  return answerTo(page, async () => {
    await field(page).focus();
    await page.keyboard.type(line);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  });
}

/** The letters of what an answer quotes, one entry a quote. */
export async function quotesIn(answer: Locator): Promise<string[]> {
  const quotes = await answer.locator("blockquote").allTextContents();
  return quotes.map((quote) => quote.trim());
}

/** Presses a button below an answer, also where it stands behind the one for more. */
export async function press(answer: Locator, name: string): Promise<void> {
  const button = answer.getByRole("button", { name });
  if ((await button.count()) === 0) await answer.getByRole("button", { name: "More…" }).click();
  await button.click();
}

/** Presses a button below a message and waits until the message says something else. */
export async function pressAndSee(message: Locator, button: string): Promise<string[]> {
  const before = await message.locator(".markdown").textContent();
  await press(message, button);
  await expect.poll(() => message.locator(".markdown").textContent()).not.toBe(before);
  return quotesIn(message);
}

/** The sentence that is highlighted in the source. */
export function highlighted(page: Page): Locator {
  return page.getByRole("complementary").locator('[data-sentence][aria-current="location"]');
}

/** A sentence's text without its number. */
export async function sentenceText(sentence: Locator): Promise<string> {
  return (await sentence.locator("[data-start]").allTextContents()).join("");
}

/** Opens a channel, or the direct messages, from the list at the left. */
export async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name }).click();
  await expect.poll(() => page.locator(".channel[aria-current=page]").textContent()).toContain(name);
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Drops files on the page as a file manager would. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(given)})
      transfer.items.add(new File([Uint8Array.fromBase64(base64)], name));
    return transfer;
  })()`);
  await page.dispatchEvent("#chat", "dragenter", { dataTransfer });
  await page.dispatchEvent("#chat", "drop", { dataTransfer });
}
