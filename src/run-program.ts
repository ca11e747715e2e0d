import { Command } from "commander";
import { ArticleError } from "./article/article-error.ts";
import type { Config, Environment } from "./config.ts";
import { readConfig, secretsOf } from "./config.ts";
import { ConnectionEnded } from "./discord/connection-ended.ts";
import { finishPatience } from "./discord/finish-patience.ts";
import { withEnvFile } from "./env-file.ts";
import {
  explainMissingPackages,
  explainMistakes,
  explainMissingToken,
  explainNotes,
  explainPlayground,
} from "./explain-config.ts";
import { UnusableIndex } from "./indexes/unusable-index.ts";
import type { Log } from "./log.ts";
import { createLog } from "./log.ts";
import { readCommandLine } from "./read-command-line.ts";
import { UnusableStore } from "./store/unusable-store.ts";
import type { Started, Starting } from "./start-bot.ts";
import { watchFaults } from "./watch-process.ts";

/** In milliseconds: past this the process leaves even if the network does not let go of it. */
const shutdownPatience = finishPatience + 1000;

interface Options {
  readonly open?: boolean;
  readonly playground?: boolean;
}

export interface Program {
  /** What stands behind the file's name on the command line. */
  readonly given: readonly string[];
  readonly environment: Environment;
  /** Resolves when the process is told to stop. */
  readonly stopped: Promise<NodeJS.Signals>;
}

/** Runs the bot or the playground; gives the exit code where there is nothing to run. */
export async function runProgram({ given, environment: own, stopped }: Program): Promise<number> {
  const line = readCommandLine<Options>(describeProgram(), given);
  if (line.kind === "exit") return line.code;
  const { options } = line;
  const { environment, mistakes, notes } = withEnvFile(own, process.cwd());
  const result = readConfig(environment, mistakes);
  if (result.kind === "mistakes") {
    process.stderr.write(explainMistakes(result.mistakes) + explainNotes(notes));
    return 1;
  }
  const { config } = result;
  const { token } = config.discord;
  const isProduction = environment["NODE_ENV"] === "production";
  if (options.playground && isProduction) {
    process.stderr.write("There is no playground in production: unset NODE_ENV, or leave --playground out.\n");
    return 2;
  }
  if (token !== undefined && !options.playground) {
    return run(config, {
      stopped,
      notes,
      // Only here and in startPage, since it takes a second to load: wrong settings are told at once.
      start: async (log, signal) => {
        const { startBot } = await import("./start-bot.ts");
        return startBot({ config, token, log, signal });
      },
    });
  }
  process.stderr.write(explainNotes(notes));
  if (isProduction) {
    process.stderr.write(explainMissingToken());
    return 1;
  }
  const quiet = config.logLevel === "info" ? ({ ...config, logLevel: "warn" } as const) : config;
  return run(quiet, {
    stopped,
    start: (log, signal) => startPage({ config: quiet, log, signal }, options),
    explain: explainArticle,
  });
}

function describeProgram(): Command {
  return new Command("npm start --")
    .description("Runs the bot in Discord; without DISCORD_TOKEN, a page in the browser to try it out.")
    .option("--playground", "the page, even where a token is set")
    .option("--open", "open the page in the browser too");
}

interface Startable extends Pick<Program, "stopped"> {
  /** What is to be logged of the settings. */
  readonly notes?: readonly string[];
  /** @param signal calls it off. */
  readonly start: (log: Log, signal: AbortSignal) => Promise<Started>;
  /** Tells that an article could not be read; absent means that the log does. */
  readonly explain?: (error: ArticleError) => void;
}

async function run(config: Config, { stopped, start, explain, notes = [] }: Startable): Promise<number> {
  const log = createLog({
    level: config.logLevel,
    secrets: secretsOf(config),
    now: () => new Date(),
    write: (line) => process.stderr.write(line),
  });
  watchFaults(process, log);
  for (const problem of notes) log.warn("settings", { problem });
  const calledOff = new AbortController();
  try {
    const starting = start(log, calledOff.signal);
    const signal = await Promise.race([stopped, starting.then(({ lost }) => lost)]);
    log.info("stopping", { signal });
    calledOff.abort();
    setTimeout(() => process.exit(0), shutdownPatience + config.graceSeconds * 1000).unref();
    await starting.then((running) => running.close(signal));
    process.exit(0);
  } catch (error) {
    if (calledOff.signal.aborted) process.exit(0);
    if (isMissingPackage(error)) process.stderr.write(explainMissingPackages());
    else if (isListenError(error)) log.error("stopped", { problem: error.message, remedy: "another HOST or PORT" });
    else if (error instanceof ConnectionEnded) log.error("stopped", explainEnd(error));
    else if (error instanceof UnusableStore || error instanceof UnusableIndex)
      log.error("stopped", { problem: error.message });
    else if (!(error instanceof ArticleError)) log.error("stopped", { error });
    else if (explain) explain(error);
    else log.error("article not read", { problem: error.message });
    return 1;
  }
}

function explainEnd({ code, message, remedy }: ConnectionEnded) {
  return { code, problem: message, remedy };
}

/** Whoever tries the page out reads the terminal, and no log. */
function explainArticle({ message }: ArticleError): void {
  process.stderr.write(`${message}\n`);
}

/** Starts the page; what it is made with is there while developing only. */
async function startPage({ config, log, signal }: Starting, { open }: Options): Promise<Started> {
  const { startPlayground } = await import("./playground/start-playground.ts");
  const { showIndexing } = await import("./terminal/show-indexing.ts");
  const { onProgress } = showIndexing({ errors: process.stderr, now: () => performance.now() });
  const playground = await startPlayground({ config, log, port: config.playgroundPort, onProgress, signal });
  const hasToken = config.discord.token !== undefined;
  process.stdout.write(explainPlayground({ url: playground.url, wantedPort: config.playgroundPort, hasToken }));
  if (open) await openBrowser(playground.url);
  return { lost: new Promise(() => {}), close: () => playground.close() };
}

async function openBrowser(url: string): Promise<void> {
  try {
    const { default: openWithSystem } = await import("open");
    const child = await openWithSystem(url);
    child.once("error", explainFailure);
    child.once("exit", (code) => (code === 0 ? undefined : explainFailure()));
  } catch {
    explainFailure();
  }
}

function explainFailure(): void {
  process.stderr.write("The browser could not be opened; open the address above yourself.\n");
}

/** Tells an address that cannot be listened at, because another process does or it is not this machine's. */
function isListenError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && error.syscall === "listen";
}

/** Tells a package that is not installed from a fault of ours. */
function isMissingPackage(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    error.message.startsWith("Cannot find package")
  );
}
