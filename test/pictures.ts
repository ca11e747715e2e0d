import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Argument, Command } from "commander";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { readCommandLine } from "../src/read-command-line.ts";
import { launchChromium, openWatched } from "./support/browser.ts";
import { startTestPlayground } from "./support/playground.ts";
import { ask, answerTo, field, highlighted } from "./support/playground-page.ts";

/**
 * Takes the pictures in docs/pictures anew (`npm run pictures`): the playground, driven in the system's Chromium.
 *
 * Names after it take only those: `npm run pictures -- source narrow`.
 */
const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

const handbook = readFileSync(new URL("articles/volunteer-handbook.md", import.meta.url), "utf8");
const nextHandbook = handbook
  .replace("3.2, which came into force on 1 March 2024", "3.3, which came into force on 1 March 2027")
  .replace("a rent of £1 a year", "a rent of £2 a year")
  .replace("She wanted anyone to be able to carry a good map, whether or not they could afford one.", "");

interface Scene {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly play: (page: Page) => Promise<unknown>;
}

const chinese = { locale: "zh-CN" } as const;
const [dark, light] = [{ colorScheme: "dark" }, { colorScheme: "light" }] as const;
const wide = { viewport: { width: 1200, height: 850 }, deviceScaleFactor: 1.25 };
const chatOnly = { viewport: { width: 900, height: 700 }, deviceScaleFactor: 1.25 };
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };

const scenes: readonly Scene[] = [
  {
    name: "answer-dark",
    options: { ...chinese, ...dark, ...wide },
    async play(page) {
      await ask(page, "员工怎么形容Llama?");
      await followFirst(page);
    },
  },
  {
    name: "source",
    options: { ...chinese, ...dark, ...wide },
    async play(page) {
      await ask(page, "2024年第三季度Meta广告收入增速是多少?");
      await answerTo(page, () => enter(page, "/核对 2024年第三季度,Meta广告业务收入增速从去年的15%降到18%"));
      await followFirst(page);
      await page.getByRole("complementary").getByRole("button", { name: "§3 ¶1:2" }).click();
      await page.getByRole("toolbar", { name: "选中的文字" }).waitFor();
    },
  },
  {
    name: "ask",
    options: { ...chinese, ...dark, ...chatOnly },
    async play(page) {
      await hideSource(page);
      await field(page).focus();
      await page.keyboard.type("/");
      await page.keyboard.insertText("提问 ");
      await page.keyboard.insertText("Meta");
      await page.locator("#box").getByRole("option").nth(2).waitFor();
    },
  },
  {
    name: "light",
    options: { ...light, ...wide },
    async play(page) {
      await ask(page, "How large was the cloud deal between Meta and Google?");
      await followFirst(page);
    },
  },
  {
    name: "narrow",
    options: { ...chinese, ...dark, ...phone },
    play: (page) => ask(page, "Meta的隐私部门警告了什么?"),
  },
  {
    name: "unsure",
    options: { ...chinese, ...dark, ...chatOnly },
    async play(page) {
      await hideSource(page);
      await ask(page, "2025年第三季度Meta广告收入增速是多少?");
    },
  },
  {
    name: "thread",
    options: { ...chinese, ...dark, ...chatOnly },
    async play(page) {
      await hideSource(page);
      const answer = await ask(page, "2024年第三季度Meta广告收入增速是多少?");
      await answerTo(page, () => answer.getByRole("button", { name: "开子区继续" }).click());
      await page.locator(".threads button").click();
      await answerTo(page, () => enter(page, "那谷歌呢?"));
    },
  },
  {
    name: "library-add",
    options: { ...light, ...chatOnly },
    async play(page) {
      await hideSource(page);
      await bring(page, "/library add ", "handbook.md", handbook);
    },
  },
  {
    name: "library-replace",
    options: { ...light, ...chatOnly },
    async play(page) {
      await hideSource(page);
      await publish(await bring(page, "/library add ", "handbook.md", handbook));
      await bring(page, "/library replace id:handbook ", "handbook-2027.md", nextHandbook);
    },
  },
  {
    name: "taught",
    options: { ...light, ...chatOnly },
    async play(page) {
      await hideSource(page);
      await publish(await bring(page, "/library add ", "handbook.md", handbook));
      await answerTo(page, () =>
        enter(page, "/teach question:Who refunds my train ticket? reference:§7.1 ¶1:1 article:handbook"),
      );
      await ask(page, "Please tell me who refunds my train ticket");
    },
  },
];

/** One family for both scripts, so that the pictures look the same wherever fonts-noto-cjk and fonts-noto-color-emoji are installed. */
const fontSettings = `<fontconfig><include>/etc/fonts/fonts.conf</include>${[
  ["system-ui", "Noto Sans CJK SC"],
  ["sans-serif", "Noto Sans CJK SC"],
  ["ui-monospace", "Noto Sans Mono CJK SC"],
  ["monospace", "Noto Sans Mono CJK SC"],
]
  .map(
    ([generic, family]) =>
      `<match><test name="family"><string>${generic}</string></test>` +
      `<edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit></match>`,
  )
  .join("")}</fontconfig>`;

const names = scenes.map(({ name }) => name);
const program = new Command("npm run pictures --")
  .description("Takes the pictures in docs/pictures anew, in the system's Chromium.")
  .addArgument(new Argument("[names...]", "only these").choices(names));
const commandLine = readCommandLine(program, process.argv.slice(2));
if (commandLine.kind === "exit") process.exit(commandLine.code);
const wanted = program.args;
mkdirSync(folder, { recursive: true });
const fonts = mkdtempSync(join(tmpdir(), "yuanwen-fonts-"));
writeFileSync(join(fonts, "fonts.conf"), fontSettings);
const browser = await launchChromium({ FONTCONFIG_FILE: join(fonts, "fonts.conf") });
try {
  for (const scene of scenes) if (wanted.length === 0 || wanted.includes(scene.name)) await take(browser, scene);
} finally {
  await browser.close();
  rmSync(fonts, { recursive: true });
}

/** Each scene has a world of its own; nothing moves any more when the picture is taken. */
async function take(own: Browser, { name, options, play }: Scene): Promise<void> {
  const playground = await startTestPlayground();
  try {
    const { page, problems } = await openWatched(own, playground.url, options);
    await page.locator("button.suggestion").first().waitFor();
    await play(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    const picture = await page.screenshot({ caret: "hide", animations: "disabled" });
    writeFileSync(`${folder}${name}.png`, picture);
    await page.context().close();
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);
    console.log(`docs/pictures/${name}.png`);
  } finally {
    await playground.close();
  }
}

/** Follows the first reference of the newest answer into the source. */
async function followFirst(page: Page): Promise<void> {
  const references = page.getByRole("log").getByRole("article").last().getByRole("button", { name: /^§/u });
  await references.first().click();
  await highlighted(page).first().waitFor();
  await page
    .getByRole("log")
    .getByRole("article")
    .last()
    .evaluate((message) => message.scrollIntoView());
}

async function hideSource(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(?:收起原文|Hide the source)$/u }).click();
}

/** Types a command that takes a file, and waits for what was read. */
async function bring(page: Page, line: string, name: string, text: string): Promise<Locator> {
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

async function publish(preview: Locator): Promise<void> {
  await preview.getByRole("button", { name: "Publish" }).click();
  await preview.getByText("is published as").waitFor();
}

async function enter(page: Page, line: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.insertText(line);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}
