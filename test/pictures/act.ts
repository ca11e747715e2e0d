import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { answerTo, field, highlighted } from "../support/playground-page.ts";

/** The newest message, with the line above it. */
export function newest(page: Page): Locator {
  return page.getByRole("log").getByRole("article").last();
}

/** The references of the newest answer. */
export function references(page: Page): Locator {
  return newest(page).getByRole("button", { name: /^§/u });
}

/** Follows the first reference of the newest answer into the source. */
export async function followFirst(page: Page): Promise<void> {
  await references(page).first().click();
  await highlighted(page).first().waitFor();
  await newest(page).evaluate((message) => message.scrollIntoView());
}

/** Most readers run no server: what those see who do stands in the guide on libraries. */
export async function becomeMember(page: Page): Promise<void> {
  await page.locator("#standing").selectOption("member");
}

export async function hideSource(page: Page): Promise<void> {
  await page.locator(".bar .fold").click();
}

export async function hideMembers(page: Page): Promise<void> {
  await page.locator("#toggle-members").click();
}

/** Types a line and sends it, whatever is offered for it. */
export async function enter(page: Page, line: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.insertText(line);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}

/** Does what a line asks for, and waits for the answer. */
export async function run(page: Page, line: string): Promise<Locator> {
  return answerTo(page, () => enter(page, line));
}

export const handbook = readFileSync(new URL("../articles/volunteer-handbook.md", import.meta.url), "utf8");
export const nextHandbook = handbook
  .replace("3.2, which came into force on 1 March 2024", "3.3, which came into force on 1 March 2027")
  .replace("a rent of £1 a year", "a rent of £2 a year")
  .replace("She wanted anyone to be able to carry a good map, whether or not they could afford one.", "");

/** Types a command that takes a file, and waits for what was read. */
export async function bring(page: Page, line: string, name: string, text: string): Promise<Locator> {
  await field(page).focus();
  await page.keyboard.type(line);
  const button = page.locator("#box").getByRole("button", { name: /^file: / });
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), button.press("Enter")]);
  await dialog.setFiles({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page
    .locator("#box")
    .getByRole("button", { name: `file: ${name}, choose another` })
    .waitFor();
  const preview = await answerTo(page, () => page.keyboard.press("Enter"));
  await preview.getByRole("button", { name: "Publish" }).waitFor();
  return preview;
}

export async function publish(preview: Locator): Promise<void> {
  await preview.getByRole("button", { name: "Publish" }).click();
  await preview.getByText("is published as").waitFor();
}
