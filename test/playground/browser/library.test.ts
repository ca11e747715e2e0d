import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { answerTo, ask, field, offered, quotesIn } from "../../support/playground-page.ts";

const first =
  "# Club rules\n\n## Hours\n\nOur chess club opens at nine. It closes at six.\n\n## Fees\n\nAdults pay four pounds.\n";
const second = first.replace("nine", "ten").replace("four", "five");

/** Fills a command's file in the browser's own dialog. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const button = page.locator("#box").getByRole("button", { name: /^file: / });
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), button.press("Enter")]);
  await dialog.setFiles({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });
  await page
    .locator("#box")
    .getByRole("button", { name: `file: ${name}, choose another` })
    .waitFor();
}

async function begin(page: Page, line: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.type(line);
}

/** Presses a button that leads to the same message's saying something else. */
async function pressAndRead(message: Locator, name: string, said: RegExp): Promise<void> {
  await message.getByRole("button", { name }).click();
  await expect.poll(() => message.locator(".markdown").textContent()).toMatch(said);
}

async function add(page: Page): Promise<Locator> {
  await begin(page, "/library add ");
  await choose(page, "rules.md", first);
  const preview = await answerTo(page, () => page.keyboard.press("Enter"));
  await preview.getByRole("button", { name: "Publish" }).waitFor();
  return preview;
}

test("a document is brought, replaced and taught, and old answers keep their quotes", async ({ page }) => {
  const preview = await add(page);
  expect(await preview.locator(".markdown").textContent()).toContain("Begins with: Our chess club opens at nine.");
  await pressAndRead(preview, "Publish", /is published as/u);
  await expect.poll(() => page.locator("#source").textContent()).toContain("and the server's own article");

  const old = await ask(page, "When does your chess club open?");
  expect((await quotesIn(old))[0]).toBe("Our chess club opens at nine.");

  await begin(page, "/library replace ru");
  await expect.poll(() => offered(page).textContent()).toContain("rules");
  await page.keyboard.press("Enter");
  await choose(page, "rules-2027.md", second);
  const changes = await answerTo(page, () => page.keyboard.press("Enter"));
  await changes.getByRole("button", { name: "Publish" }).waitFor();
  await pressAndRead(changes, "Publish", /is replaced by/u);
  expect((await quotesIn(await ask(page, "When does your chess club open?")))[0]).toBe("Our chess club opens at ten.");

  await old.getByRole("button", { name: "More context" }).click();
  await expect.poll(async () => (await quotesIn(old))[0]).toContain("Our chess club opens at nine. It closes at six.");

  await begin(page, "/teach ");
  await page.keyboard.type("May I come before dawn?");
  await page.keyboard.type(" reference: §1 ¶1:1 article:rules");
  await page.keyboard.press("Escape");
  const taught = await answerTo(page, () => page.keyboard.press("Enter"));
  expect(await quotesIn(taught)).toEqual(["Our chess club opens at ten."]);
  expect((await quotesIn(await ask(page, "may I come before dawn")))[0]).toBe("Our chess club opens at ten.");
});

test("a file that somebody sends is added from the message's menu by those who may, and got back", async ({ page }) => {
  await page.getByLabel("You are").selectOption("member");
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Attach a file" }).click(),
  ]);
  await dialog.setFiles({ name: "rules.md", mimeType: "text/markdown", buffer: Buffer.from(first) });
  await page.getByRole("button", { name: "Remove rules.md" }).waitFor();
  await field(page).press("Enter");
  const message = page.getByRole("log").getByRole("article", { name: /^reader/u });
  await message.getByRole("link", { name: /^Download rules\.md/u }).waitFor();
  await message.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Check this quote" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Add to the library" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await begin(page, "/libr");
  expect(await offered(page).count()).toBe(0);
  await page.getByLabel("You are").selectOption("manager");
  await begin(page, "/libr");
  expect(await offered(page).textContent()).toContain("/library add");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await message.focus();
  await page.keyboard.press("Shift+F10");
  const preview = await answerTo(page, () => page.getByRole("menuitem", { name: "Add to the library" }).click());
  await preview.getByRole("button", { name: "Publish" }).waitFor();
  await pressAndRead(preview, "Publish", /is published as/u);

  await begin(page, "/library export ");
  await page.keyboard.type("id:rules");
  await page.keyboard.press("Escape");
  const exported = await answerTo(page, () => page.keyboard.press("Enter"));
  const link = exported.getByRole("link", { name: /^Download / });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString()).toBe(first);
});
