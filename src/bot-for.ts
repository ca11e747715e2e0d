import { randomBytes } from "node:crypto";
import { commands, controls, hear, menus } from "../commands/all.ts";
import { rememberSuggestions } from "./answer/remember-suggestions.ts";
import { prepareVerifying } from "./answer/verify-quote.ts";
import { summarise } from "./answer/summarise.ts";
import type { Bot } from "./bot.ts";
import { createBot } from "./bot.ts";
import type { Services } from "./command.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { createPause } from "./pause.ts";
import type { Library } from "./search/library.ts";

export interface BotForOptions extends Pick<Services, "readable" | "gapChannelId" | "findVersion"> {
  readonly config: Pick<Config, "quotesPerAnswer" | "cooldownSeconds">;
  readonly log: Log;
}

/** The bot with all that it can do, and what it works with. */
export interface WholeBot {
  readonly bot: Bot;
  readonly services: Services;
  /** Makes the questions that are suggested for an article, or for the first ones, while everything else goes on. */
  readonly prepareSuggestions: (article?: string) => Promise<void>;
}

/** Joins all commands with a library. */
export function createBotFor(library: Library, options: BotForOptions): WholeBot {
  const { config, log, readable, gapChannelId, findVersion } = options;
  const pause = createPause();
  const suggestions = rememberSuggestions(pause);
  const services: Services = {
    library,
    readable,
    gapChannelId,
    findVersion,
    quotesPerAnswer: config.quotesPerAnswer,
    suggestQuestions: suggestions.suggest,
    summarise,
    prepareVerifying: (chosen, article) => prepareVerifying(chosen, article, pause),
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
  return { bot, services, prepareSuggestions: (article) => suggestions.prepare(library, article) };
}
