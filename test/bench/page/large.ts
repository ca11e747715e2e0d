import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchChromium } from "../../support/browser.ts";
import { startTestPlayground } from "../../support/playground.ts";

/**
 * Measures how long a long article takes on the playground's page: from the file to its text, from a reload to its text, and
 * from a press to its contents and its last section. It needs Chromium and stops by itself.
 *
 *     npm run bench:page:large -- --megabytes 4 --sections 400
 */
const { values } = parseArgs({
  options: { megabytes: { type: "string", default: "4" }, sections: { type: "string", default: "400" } },
});
const bytes = Buffer.from(makeArticle(Number(values.megabytes) * 1_000_000, Number(values.sections)));

const playground = await startTestPlayground();
const browser = await launchChromium();
try {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(playground.url);
  await page.locator("#box-text:focus").waitFor();
  await measure("the file to its text on the page", async () => {
    await page.locator("#article-file").setInputFiles({ name: "large.md", mimeType: "text/markdown", buffer: bytes });
    await textShown(page);
  });
  await page.getByRole("button", { name: "Start asking" }).click();
  await measure("opening the page to the text", async () => {
    await page.reload();
    await textShown(page);
    await settled(page);
  });
  await measure("a press to the contents", async () => {
    await page.getByRole("button", { name: "Contents" }).click();
    await page.locator("#source-contents li").first().waitFor();
    await settled(page);
  });
  await measure("a press to the last section", async () => {
    await page.locator("#source-contents li button").last().click();
    await page.locator(".source-heading", { hasText: `Section number ${values.sections}` }).waitFor();
    await settled(page);
  });
  await measure("a letter typed", async () => {
    await page.locator("#box-text").pressSequentially("a");
    await settled(page);
  });
  const nodes = await page.evaluate<number>("document.querySelectorAll('*').length");
  console.log(`${String(nodes).padStart(8)}  elements in the page`);
} finally {
  await browser.close();
  await playground.close();
}

async function measure(name: string, act: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await act();
  console.log(`${(performance.now() - started).toFixed(0).padStart(8)}  ms from ${name}`);
}

async function textShown(page: Page): Promise<void> {
  await page.locator("[data-section='1'] .source-heading", { hasText: "Section number 1" }).waitFor();
}

/** Waits for two frames, so that what was changed has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
}

/** Sections of paragraphs of four sentences each, no two alike. */
function makeArticle(size: number, sections: number): string {
  const parts = ["# A long handbook\n\nIt was made to be long.\n"];
  const each = size / sections;
  let count = 0;
  for (let section = 1; section <= sections; section += 1) {
    parts.push(`\n## Section number ${section}\n`);
    for (let length = 0; length < each;) {
      const sentences = Array.from({ length: 4 }, () => {
        count += 1;
        return `Rule ${count} says that shelf ${(count * 7919) % 10_007} holds ${(count * 31) % 977} boxes of paper.`;
      });
      const paragraph = `\n${sentences.join(" ")}\n`;
      parts.push(paragraph);
      length += paragraph.length;
    }
  }
  return parts.join("");
}
