import { randomBytes } from "node:crypto";
import { commands, controls, hear, menus } from "../commands/all.ts";
import { createLibraryFor } from "./answer/create-library.ts";
import { rememberSuggestions } from "./answer/remember-suggestions.ts";
import { summarise } from "./answer/summarise.ts";
import { ArticleError } from "./article/article-error.ts";
import { readArticles } from "./article/read-articles.ts";
import { createBot } from "./bot.ts";
import type { Services } from "./command.ts";
import type { Config } from "./config.ts";
import { readConfig, withEnvFile } from "./config.ts";
import type { Running } from "./discord/start.ts";
import { startTransport } from "./discord/start.ts";
import { explainMistakes, explainMissingToken } from "./explain-config.ts";
import type { Log } from "./log.ts";
import { createLog } from "./log.ts";

/** Past this the process leaves even if the network does not let go of it. */
const shutdownPatience = 1500;

process.exitCode = await main();

/** Wires everything together; gives the exit code where there is nothing to run. */
async function main(): Promise<number> {
  const result = readConfig(withEnvFile(process.env, process.cwd()));
  if (result.kind === "mistakes") {
    process.stderr.write(explainMistakes(result.mistakes));
    return 1;
  }
  const { token } = result.config.discord;
  if (token === undefined) {
    process.stderr.write(explainMissingToken());
    return 1;
  }
  return run(result.config, token);
}

async function run(config: Config, token: string): Promise<number> {
  const log = createLog({
    level: config.logLevel,
    secrets: [token],
    now: () => new Date(),
    write: (line) => process.stderr.write(line),
  });
  const stopped = whenStopped();
  // One event that goes wrong must not end all others.
  process.on("unhandledRejection", (error) => log.error("unhandled", { error }));
  try {
    const starting = start(config, token, log);
    const signal = await Promise.race([stopped, starting.then(({ lost }) => lost)]);
    log.info("stopping", { signal });
    setTimeout(() => process.exit(0), shutdownPatience).unref();
    await starting.then((running) => running.close());
    process.exit(0);
  } catch (error) {
    if (error instanceof ArticleError) log.error("article not read", { problem: error.message });
    else log.error("stopped", { error });
    return 1;
  }
}

async function start(config: Config, token: string, log: Log): Promise<Running> {
  const articles = await readArticles(config.articles.directory, config.articles.maxBytes);
  const library = createLibraryFor(articles);
  let running: Running | undefined = undefined;
  const services: Services = {
    library,
    quotesPerAnswer: config.quotesPerAnswer,
    readable: () => running?.readable() ?? "addressed",
    gapChannelId: config.discord.gapChannel,
    suggestQuestions: rememberSuggestions(),
    summarise,
  };
  const bot = createBot({
    commands,
    menus,
    controls,
    hear,
    services,
    log,
    createFaultId: () => randomBytes(4).toString("hex"),
    cooldown: config.cooldownSeconds * 1000,
  });
  // The index is built at its first use, which must not be somebody's question; the same holds for suggestions, which
  // nobody waits for at the start.
  library.index();
  running = await startTransport({ config, token, bot, log });
  services.suggestQuestions?.(library);
  return running;
}

function whenStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
  });
}
