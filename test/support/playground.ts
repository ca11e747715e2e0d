import { fileURLToPath } from "node:url";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import type { Playground } from "../../src/playground/start-playground.ts";
import { startPlayground } from "../../src/playground/start-playground.ts";

const usualArticles = new URL("../../data/articles", import.meta.url);

/**
 * Starts a playground at a free port, as `npm run playground` does, but without the pause between questions, and with a
 * Discord that waits for as long as this machine takes.
 *
 * `bundle` gives the page's script where it is known already, `articles` another folder to answer from.
 */
export async function startTestPlayground(
  bundle?: () => Promise<string>,
  articles = usualArticles,
): Promise<Playground> {
  const result = readConfig({ YUANWEN_ARTICLES: fileURLToPath(articles), YUANWEN_COOLDOWN_SECONDS: "0" });
  if (result.kind === "mistakes") throw new Error(result.mistakes.join("; "));
  const log = createLog({
    level: "warn",
    secrets: [],
    now: () => new Date(),
    write: (line) => process.stderr.write(line),
  });
  return startPlayground({
    config: result.config,
    log,
    port: 0,
    waits: () => new Promise(() => {}),
    ...(bundle ? { bundle } : {}),
  });
}
