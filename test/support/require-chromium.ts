import { findChromium } from "./browser.ts";

/** Runs once before the browser tests; says what is missing, and stops where they must not be skipped. */
export function setup(): void {
  if (findChromium() !== undefined) return;
  const line = "browser tests skipped: no Chromium; apt-get install chromium, or set CHROMIUM";
  if (process.env["REQUIRE_BROWSER"] === "1") throw new Error(line.replace("skipped", "required"));
  process.stderr.write(`${line}\n`);
}
