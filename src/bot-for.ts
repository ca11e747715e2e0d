import { randomBytes } from "node:crypto";
import { commands, controls, hear, menus } from "../commands/all.ts";
import type { Dictionaries } from "./answer/create-library.ts";
import { createWorks, usualLimits } from "./admission/works.ts";
import { countTurns, createLoopTurns, turnsForConnections } from "./admission/turns.ts";
import { rememberSuggestions } from "./answer/remember-suggestions.ts";
import { prepareVerifying } from "./answer/verify-quote.ts";
import { summariseGently } from "./answer/summarise.ts";
import type { Bot, BotOptions } from "./bot.ts";
import { createBot } from "./bot.ts";
import type { Invocation } from "./invocation.ts";
import type { Files, Services } from "./services.ts";
import type { Config } from "./config.ts";
import { type Defaults, settingsOf } from "./community/settings.ts";
import { hidePeople } from "./guilds/hide-people.ts";
import { shareAdmission } from "./guilds/share-admission.ts";
import { shareWorks } from "./guilds/share-works.ts";
import { createGuilds, type Guilds, type GuildsOptions } from "./guilds/create-guilds.ts";
import type { Shared } from "./guilds/guild-libraries.ts";
import type { KeepTexts } from "./text/remember-texts.ts";
import type { Log } from "./log.ts";
import type { Cache, Observe } from "./observer.ts";
import { createPause, within } from "./pause.ts";
import { rememberPages } from "./render/remember-pages.ts";
import { prepareSectionPages } from "./render/section-pages.ts";
import type { Matches } from "./render/answer-message.ts";
import type { MessageReply } from "./render/reply.ts";
import { type KeepWithin, keepWithin } from "./search/keep-within.ts";
import type { Indexed, Library } from "./search/library.ts";
import type { Pause } from "./text/steps.ts";

/** What servers can have of their own. */
export interface OwnThings extends Pick<GuildsOptions, "store" | "unpack" | "kept" | "large" | "now" | "gapGuild"> {
  /** What all processes of the bot know and nobody else; absent means that there is one process. */
  readonly secret?: string | undefined;
  /** What is known of everybody's articles. */
  readonly indexed: Indexed;
  readonly dictionaries: Dictionaries;
  readonly files: Files;
}

export interface BotForOptions extends Pick<Services, "readable" | "gapChannelId" | "findVersion"> {
  readonly config: Pick<Config, "quotesPerAnswer" | "cooldownSeconds">;
  /** Absent means what is built in. */
  readonly defaults?: Defaults | undefined;
  /** Absent means that everybody's articles are all there is. */
  readonly ownThings?: OwnThings | undefined;
  /** Each request comes over a connection that must be taken first. */
  readonly overHttp?: boolean | undefined;
  readonly log: Log;
  /** Hears of what happens. */
  readonly observe?: Observe | undefined;
}

/** The bot with all that it can do, and what it works with. */
export interface WholeBot {
  readonly bot: Bot;
  readonly services: Services;
  /** Absent where servers have nothing of their own. */
  readonly guilds: Guilds | undefined;
  /**
   * Makes beforehand what takes long, while everything else goes on: for an article, or for the first ones, the questions
   * that are suggested and the summary, and what checking quotes needs.
   */
  readonly prepare: (article?: string) => Promise<void>;
  /** Makes the suggestions alone, which come first. */
  readonly prepareSuggestions: (article?: string) => Promise<void>;
  readonly levels: BotLevels;
}

/** How much there is of something right now. */
export interface BotLevels {
  readonly turnsWaiting: () => number;
  readonly worksUnderWay: () => number;
}

/** Of a large library so many articles are summarised before somebody asks for it. */
const mostSummarised = 3;
/** In milliseconds; Discord waits three seconds. */
const summaryPatience = 1200;
/** In characters of all that an answer depends on: what is asked in more words is answered anew. */
const LONGEST_KEPT = 2000;

/** Joins all commands with a library. */
export function createBotFor(library: Library, options: BotForOptions): WholeBot {
  const { config, overHttp = false, log, ownThings, observe } = options;
  const pause = createPause();
  const suggestions = rememberSuggestions(pause);
  const servicesOf = createServicesOf(options, pause, suggestions.suggest);
  const services = servicesOf(library);
  const guilds =
    ownThings &&
    createGuilds({
      ...ownThings,
      shared: sharedBy(library, ownThings),
      plain: services,
      servicesOf: withFiles(servicesOf, ownThings, library),
      log,
      observe,
    });
  const turns = countTurns(createLoopTurns(overHttp ? turnsForConnections : 1));
  const { works = createWorks(), sharedAdmission } = ownThings ? sharedBetween(ownThings, options) : {};
  const cooldownFor = ({ channel: { guildId } }: Invocation) =>
    guilds && guildId !== undefined ? settingsOf(guilds.find(guildId).state).cooldownSeconds : undefined;
  const bot = createBot({
    commands,
    menus,
    controls,
    hear,
    services,
    resolve: guilds?.resolve,
    log,
    createFaultId: () => randomBytes(4).toString("hex"),
    cooldown: (invocation) => (cooldownFor(invocation) ?? config.cooldownSeconds) * 1000,
    turns,
    works,
    sharedAdmission,
    observe,
  });
  const prepareSuggestions = (article?: string) => suggestions.prepare(library, article);
  const prepare = async (article?: string): Promise<void> => {
    await prepareSuggestions(article);
    const ids = article === undefined ? library.articles.keys().take(mostSummarised).toArray() : [article];
    for (const id of ids) await summariseGently(library, id, pause);
    for (const id of ids) await prepareVerifying(library, { given: "", article: id }, pause);
  };
  const levels = { turnsWaiting: () => turns.waiting, worksUnderWay: () => works.size };
  return { bot, services, guilds, prepare, prepareSuggestions, levels };
}

function createServicesOf(
  { config, readable, gapChannelId, findVersion, defaults, observe }: BotForOptions,
  pause: Pause,
  suggest: Services["suggestQuestions"],
): (library: Library) => Services {
  return (library) => ({
    library,
    readable,
    gapChannelId,
    findVersion,
    defaults,
    pause,
    quotesPerAnswer: config.quotesPerAnswer,
    memory: {
      answers: watched("answers", keepShort(keepWithin<string, MessageReply>(library.memory, weighMessage)), observe),
      matches: watched("matches", keepShort(keepWithin<string, Matches>(library.memory, weighMatches)), observe),
    },
    suggestQuestions: suggest,
    summarise: (chosen, article) => within(summariseGently(chosen, article, pause), summaryPatience),
    findPages: rememberPages({ pause, now: () => performance.now() }),
    prepareReading: (article, section) => prepareSectionPages(article, section, pause),
    prepareVerifying: (chosen, checked) => prepareVerifying(chosen, checked, pause),
  });
}

/** Tells whether what is looked for was kept. */
function watched<Made>(cache: Cache, keep: KeepTexts<Made>, observe: Observe | undefined): KeepTexts<Made> {
  if (!observe) return keep;
  return (text, make) => {
    let isHit = true;
    const made = keep(text, (asked) => {
      isHit = false;
      return make(asked);
    });
    observe({ kind: "looked", cache, isHit });
    return made;
  };
}

/** In a server files can be brought. */
function withFiles(
  servicesOf: (library: Library) => Services,
  { files, now }: OwnThings,
  shared: Library,
): (library: Library) => Services {
  const sharedIds = new Set(shared.articles.keys());
  return (library) => ({ ...servicesOf(library), files, now, sharedIds });
}

/** What processes have to agree on: works wherever they are, and over HTTP, where any of them gets anything, what is let in. */
function sharedBetween(
  { store, now, secret }: OwnThings,
  { log, overHttp = false }: BotForOptions,
): Pick<BotOptions, "works" | "sharedAdmission"> {
  const hide = hidePeople(secret);
  const { claims } = store;
  return {
    works: createWorks(usualLimits, shareWorks({ store, now, hide, log })),
    sharedAdmission: overHttp && claims ? shareAdmission({ claims, hide, log }) : undefined,
  };
}

function sharedBy({ articles }: Library, { indexed, dictionaries }: OwnThings): Shared {
  return { articles: [...articles.values()], indexed, dictionaries };
}

/** What an answer's message takes with its buttons and quotes, what one of its characters does, and a span, in bytes. */
const BYTES = { message: 8000, unit: 4, matches: 1000, span: 100 };

function weighMessage({ content }: MessageReply): number {
  return BYTES.message + BYTES.unit * content.length;
}

function weighMatches(matches: Matches): number {
  const spans = [...matches.spans.values()].reduce((sum, each) => sum + each.length, 0);
  return BYTES.matches + BYTES.span * (spans + matches.sides.length);
}

function keepShort<Made>(keep: KeepWithin<string, Made>): KeepTexts<Made> {
  return (text, make) => (text.length > LONGEST_KEPT ? make(text) : keep(text, () => make(text)));
}
