import { randomBytes } from "node:crypto";
import { readArticles } from "../article/read-articles.ts";
import type { Config } from "../config.ts";
import type { Running } from "../discord/start.ts";
import { LocalDiscord } from "../local-discord/local-discord.ts";
import { createSnowflakes } from "../local-discord/snowflakes.ts";
import { guild, ids } from "../local-discord/world.ts";
import type { Log } from "../log.ts";
import { bundlePage } from "./bundle-page.ts";
import { connectBot } from "./connect-bot.ts";
import { createEvents } from "./events.ts";
import { createPageApp } from "./page-app.ts";
import { servePage } from "./serve-page.ts";
import { createShelf } from "./shelf.ts";

export interface PlaygroundOptions {
  readonly config: Config;
  readonly log: Log;
  /** Tried first; any free one where it is taken, or 0. */
  readonly port: number;
}

export interface Playground {
  /** Of the page. */
  readonly url: string;
  close(): Promise<void>;
}

const channels = [
  { id: ids.channel, type: 0, name: "general" },
  { id: ids.gaps, type: 0, name: "gap-reports" },
] as const;

/**
 * Starts a Discord of this machine's own, the bot in it, and the page that shows both; resolves when all are ready.
 *
 * @throws ArticleError where the configured articles cannot be read.
 */
export async function startPlayground({ config, log, port }: PlaygroundOptions): Promise<Playground> {
  const bundling = bundlePage();
  // Whatever else goes wrong first is told instead.
  bundling.catch(() => {});
  const configured = await readArticles(config.articles.directory, config.articles.maxBytes);
  const token = makeToken();
  const discord = new LocalDiscord({
    token,
    guild: guild({ ownerId: ids.asker, channels }),
    newId: createSnowflakes(currentTime),
    now: currentTime,
  });
  await discord.listen();
  let running: Running | undefined = undefined;
  const shelf = createShelf({
    configured,
    maxBytes: config.articles.maxBytes,
    config,
    log,
    readable: () => running?.readable() ?? "addressed",
    gapChannelId: ids.gaps,
  });
  const bot = await connectBot({ discord, token, bot: shelf.bot, config, log });
  running = bot;
  const events = createEvents();
  discord.subscribe((event) => events.publish(event));
  const script = await bundling;
  const { maxBytes } = config.articles;
  const server = await servePage(
    (portOf) => createPageApp({ discord, shelf, events, script, maxBytes, log, port: portOf }),
    port,
  );
  return {
    url: `http://127.0.0.1:${server.port}/`,
    async close() {
      events.close();
      await server.close();
      await bot.close();
      await discord.stop();
    },
  };
}

/** Makes what looks like a bot's token, for the local Discord alone. */
function makeToken(): string {
  return [ids.bot, "local", randomBytes(24)].map((part) => Buffer.from(part).toString("base64url")).join(".");
}

function currentTime(): Date {
  return new Date();
}
