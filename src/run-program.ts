import { Command } from "commander";
import { loadDictionaries } from "./answer/create-library.ts";
import { ArticleError } from "./article/article-error.ts";
import { createBotFor } from "./bot-for.ts";
import type { Config, Environment } from "./config.ts";
import { readConfig, secretsOf, withEnvFile } from "./config.ts";
import { ConnectionEnded } from "./discord/connection-ended.ts";
import type { SendTo } from "./discord/send-to.ts";
import type { Running, StartOptions } from "./discord/start.ts";
import { startTransport } from "./discord/start.ts";
import { finishPatience } from "./discord/under-way.ts";
import { explainMissingPackages, explainMistakes, explainMissingToken, explainPlayground } from "./explain-config.ts";
import type { Log } from "./log.ts";
import { createLog } from "./log.ts";
import { type WatchedGuilds, watchOver } from "./guilds/watch-over.ts";
import { defaultsOf, ownThingsOf } from "./own-things.ts";
import { createPause } from "./pause.ts";
import { prepareArticles } from "./preparing/prepare-articles.ts";
import { readCommandLine } from "./read-command-line.ts";
import { createLibrary } from "./search/library.ts";
import { observeStore } from "./store/observe-store.ts";
import { openStore } from "./store/open-store.ts";
import { UnusableStore } from "./store/unusable-store.ts";
import { logIndexing } from "./terminal/log-indexing.ts";
import { showIndexing } from "./terminal/show-indexing.ts";
import { startTelling, type Telling } from "./watching/start-telling.ts";
import { watchFaults } from "./watch-process.ts";
import { warmUp } from "./warm-up.ts";

/** In milliseconds: past this the process leaves even if the network does not let go of it. */
const shutdownPatience = finishPatience + 1000;

interface Options {
  readonly open?: boolean;
  readonly playground?: boolean;
}

/** What runs until it is stopped. */
interface Started {
  readonly lost: Promise<never>;
  /** @param signal what it is stopped by. */
  close(signal: NodeJS.Signals): Promise<void>;
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
  const { environment, mistakes } = withEnvFile(own, process.cwd());
  const result = readConfig(environment, mistakes);
  if (result.kind === "mistakes") {
    process.stderr.write(explainMistakes(result.mistakes));
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
    return run(config, { stopped, start: (log, signal) => startBot({ config, token, log, signal }) });
  }
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
  /** @param signal calls it off. */
  readonly start: (log: Log, signal: AbortSignal) => Promise<Started>;
  /** Tells that an article could not be read; absent means that the log does. */
  readonly explain?: (error: ArticleError) => void;
}

async function run(config: Config, { stopped, start, explain }: Startable): Promise<number> {
  const log = createLog({
    level: config.logLevel,
    secrets: secretsOf(config),
    now: () => new Date(),
    write: (line) => process.stderr.write(line),
  });
  watchFaults(process, log);
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
    else if (error instanceof UnusableStore) log.error("stopped", { problem: error.message });
    else if (!(error instanceof ArticleError)) log.error("stopped", { error });
    else if (explain) explain(error);
    else log.error("article not read", { problem: error.message });
    return 1;
  }
}

interface Starting {
  readonly config: Config;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Listens first, so that whoever watches over the process sees it come up, and sees that it is not ready. */
async function startBot(starting: Starting & { readonly token: string }): Promise<Started> {
  const told = await startTelling(starting);
  try {
    const started = await startAnswering(starting, told);
    // The process ends where nothing keeps it.
    started.lost.catch(() => void told.close());
    return {
      lost: started.lost,
      async close(by) {
        await told.leave(by);
        await started.close(by);
        await told.close();
      },
    };
  } catch (error) {
    await told.close();
    throw error;
  }
}

async function startAnswering(
  { config, token, log, signal }: Starting & { readonly token: string },
  told: Telling,
): Promise<Started> {
  const { directory, maxBytes } = config.articles;
  const { observe, listening } = told;
  const { store, health } = observeStore(await openStore(config.store), observe);
  const dictionaries = loadDictionaries();
  const onProgress = logIndexing(log, () => performance.now());
  const prepared = await prepareArticles(
    { kind: "folder", path: directory },
    { maximumBytes: maxBytes, analyse: dictionaries.analyse, onProgress, signal },
  );
  const library = createLibrary(prepared.articles, { ...dictionaries, indexed: prepared.indexed });
  let running: Running | undefined = undefined;
  const defaults = defaultsOf(config);
  let gapGuild: string | undefined;
  const ownThings = { ...ownThingsOf({ store, prepared, dictionaries, config }), gapGuild: () => gapGuild };
  const { bot, services, guilds, prepare, levels } = createBotFor(library, {
    config,
    overHttp: config.discord.mode === "http",
    log,
    readable: () => running?.readable() ?? "addressed",
    gapChannelId: config.discord.gapChannel,
    defaults,
    ownThings,
    observe,
  });
  const send: SendTo = (...given) => running?.sendTo(...given) ?? Promise.resolve("failed");
  const editAnswer: Running["editAnswer"] = (...given) => running?.editAnswer(...given) ?? Promise.resolve(false);
  const watched = guilds && watchOver({ guilds, store, defaults, log, now: ownThings.now, send, editAnswer });
  // What is made at its first use must not be made by somebody's question; the same holds for suggestions, which nobody
  // waits for at the start.
  await warmUp(services, createPause());
  signal.throwIfAborted();
  told.watch({ library, prepared, levels, guilds, store, health, shards: () => running?.shards?.() });
  const connected = await startTransport({ config, token, bot, log, signal, observe, listening, ...heardBy(watched) });
  running = connected;
  if (defaults.gapChannel !== undefined) gapGuild = await connected.findGuild(defaults.gapChannel);
  void prepare();
  watched?.begin(connected.listGuilds);
  return {
    lost: connected.lost,
    async close() {
      await connected.close();
      await watched?.close();
      await store.close();
    },
  };
}

function heardBy(watched: WatchedGuilds | undefined): Pick<StartOptions, "isForum" | "needsCategory" | "guildEvents"> {
  if (!watched) return {};
  return {
    isForum: (...given) => watched.isForum(...given),
    needsCategory: (guild) => watched.needsCategory(guild),
    guildEvents: watched,
  };
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
