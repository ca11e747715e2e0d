import { randomBytes } from "node:crypto";
import { commands } from "../commands/all.ts";
import { createLibraryFor } from "./answer/create-library.ts";
import { ArticleError } from "./article/article-error.ts";
import { readArticles } from "./article/read-articles.ts";
import { createBot } from "./bot.ts";
import type { Config } from "./config.ts";
import { readConfig, withEnvFile } from "./config.ts";
import type { Gateway } from "./discord/gateway.ts";
import { connectGateway } from "./discord/gateway.ts";
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
  try {
    const gateway = connect(config, token, log);
    const signal = await Promise.race([stopped, gateway.then(({ lost }) => lost)]);
    log.info("stopping", { signal });
    setTimeout(() => process.exit(0), shutdownPatience).unref();
    await gateway.then((connected) => connected.close());
    process.exit(0);
  } catch (error) {
    if (error instanceof ArticleError) log.error("article not read", { problem: error.message });
    else log.error("stopped", { error });
    return 1;
  }
}

async function connect(config: Config, token: string, log: Log): Promise<Gateway> {
  const articles = await readArticles(config.articles.directory, config.articles.maxBytes);
  const library = createLibraryFor(articles);
  const bot = createBot({
    commands,
    services: { library, quotesPerAnswer: config.quotesPerAnswer },
    log,
    createFaultId: () => randomBytes(4).toString("hex"),
  });
  // The index is built at its first use, which must not be somebody's question.
  library.index();
  return connectGateway({ token, apiUrl: config.discord.apiUrl, bot, log });
}

function whenStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
  });
}
