import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Argument, Command } from "commander";
import type { Browser, Locator, Page } from "playwright-core";
import { readCommandLine } from "../src/read-command-line.ts";
import { moving, withPalette } from "./pictures/encode.ts";
import { type Scene, scenes } from "./pictures/scenes.ts";
import { launchChromium, openWatched } from "./support/browser.ts";
import { startTestPlayground } from "./support/playground.ts";

/**
 * Takes the pictures in docs/pictures anew (`npm run pictures`): the playground, driven in the system's Chromium.
 *
 * Names after it take only those: `npm run pictures -- answer.en demo.en`.
 */
const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

/** One family for Han characters, so that the pictures look the same wherever fonts-noto-cjk and fonts-noto-color-emoji are installed. */
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
const temporary = mkdtempSync(join(tmpdir(), "yuanwen-pictures-"));
writeFileSync(join(temporary, "fonts.conf"), fontSettings);
// Under another address no examples are added: each picture is of one article.
for (const name of ["articles", "examples"]) {
  symlinkSync(fileURLToPath(new URL(`../data/${name}`, import.meta.url)), join(temporary, name), "junction");
}
const browser = await launchChromium({ FONTCONFIG_FILE: join(temporary, "fonts.conf") });
try {
  for (const scene of scenes) if (wanted.length === 0 || wanted.includes(scene.name)) await take(browser, scene);
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true });
}

/** Each scene has a world of its own; nothing moves any more when the picture is taken. */
async function take(own: Browser, scene: Scene): Promise<void> {
  const { name, reader, options } = scene;
  const articles = pathToFileURL(join(temporary, reader.folder));
  const playground = await startTestPlayground(undefined, articles);
  try {
    const watched = { colorScheme: "dark", locale: reader.locale, ...options } as const;
    const { page, problems } = await openWatched(own, playground.url, watched);
    await page.locator("button.suggestion").first().waitFor();
    const picture = scene.kind === "moving" ? moving(await scene.film(page)) : await still(page, scene.play);
    writeFileSync(`${folder}${name}.png`, picture);
    await page.context().close();
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);
    console.log(`docs/pictures/${name}.png: ${Math.round(picture.length / 1000)} kB`);
  } finally {
    await playground.close();
  }
}

async function still(page: Page, play: (page: Page) => Promise<Locator | void>): Promise<Uint8Array> {
  const shown = await play(page);
  // Nothing is to be marked as if it were under the pointer, nor by the keyboard.
  await page.mouse.move(0, 0);
  await page.evaluate("document.activeElement?.blur()");
  await page.waitForTimeout(500);
  const clip = shown ? await clipOf(page, shown) : undefined;
  const options = { caret: "hide", animations: "disabled" } as const;
  return withPalette(await page.screenshot(clip ? { ...options, clip } : options));
}

/** The width of the chat, and the height of a message with some room around. */
async function clipOf(page: Page, message: Locator) {
  const chat = await page.getByRole("log").boundingBox();
  const box = await message.boundingBox();
  if (!chat || !box) throw new Error("what is to be taken is not to be seen");
  return { x: chat.x, y: box.y - 10, width: chat.width, height: box.height + 20 };
}
