import { randomBytes } from "node:crypto";
import { commands, controls, hear, menus } from "../commands/all.ts";
import { rememberSuggestions } from "./answer/remember-suggestions.ts";
import { summarise } from "./answer/summarise.ts";
import type { Bot } from "./bot.ts";
import { createBot } from "./bot.ts";
import type { Services } from "./command.ts";
import type { Config } from "./config.ts";
import { keepTexts } from "./text/remember-texts.ts";
import type { Log } from "./log.ts";
import { createPause } from "./pause.ts";
import type { Matches } from "./render/answer-message.ts";
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

/** Of so many questions the answer is kept: a message each, of at most 2,000 characters as its key is. */
const ANSWERS = { most: 300, longest: 2000 };

/** Joins all commands with a library. */
export function createBotFor(library: Library, options: BotForOptions): WholeBot {
  const { config, log, readable, gapChannelId, findVersion } = options;
  const suggestions = rememberSuggestions(createPause());
  const services: Services = {
    library,
    readable,
    gapChannelId,
    findVersion,
    quotesPerAnswer: config.quotesPerAnswer,
    memory: { answers: keepTexts(ANSWERS), matches: keepTexts({ ...ANSWERS, isSmall: areFew }) },
    suggestQuestions: suggestions.suggest,
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
  return { bot, services, prepareSuggestions: (article) => suggestions.prepare(library, article) };
}

/** So many spans of a question take less than 20 KB. */
const MOST_SPANS = 400;

function areFew(matches: Matches): boolean {
  return [...matches.values()].reduce((sum, spans) => sum + spans.length, 0) <= MOST_SPANS;
}
