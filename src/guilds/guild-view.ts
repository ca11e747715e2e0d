import type { TaughtQuestions } from "../answer/taught-questions.ts";
import type { Channel } from "../invocation.ts";
import type { Services } from "../services.ts";
import type { Guild } from "../community/guild.ts";
import type { GuildState } from "../community/guild-state.ts";
import { scopeFor } from "../community/scope.ts";
import { builtInDefaults, type Defaults, settingsInForce, settingsOf } from "../community/settings.ts";
import { rulesOf } from "../community/words.ts";
import type { Library } from "../search/library.ts";
import type { OpenedLibrary } from "./guild-articles.ts";
import type { GuildLibraries } from "./guild-libraries.ts";

/** What questions in a server are answered from, as of one state. */
export interface GuildView extends OpenedLibrary {
  readonly state: GuildState;
  /** What people chose for questions; absent where nothing is taught. */
  readonly taught: TaughtQuestions | undefined;
  /** What is asked in a channel, and all that belongs to it; for those who may not ask there, no article at all. */
  servicesIn(channel: Channel, isBarred?: boolean): Services;
}

export interface ViewParts {
  readonly guild: Guild;
  readonly libraries: GuildLibraries;
  /** All that can be done with a library of this server. */
  readonly servicesOf: (library: Library) => Services;
  /** What whoever runs the bot has set, as it holds in a server. */
  readonly defaultsIn: (guild: string) => Defaults | undefined;
}

/** So many channels' services are kept; more channels share a few choices of articles. */
const MOST_KEPT = 30;

/** Makes a view of a state whose articles are opened. */
export function createView(
  { state, opened, segments, taught }: Pick<GuildView, "state" | "opened" | "segments" | "taught">,
  { guild, libraries, servicesOf, defaultsIn }: ViewParts,
): GuildView {
  const made = new Map<string, Services>();
  const rules = rulesOf(state);

  function make(articles: "any" | readonly string[], defaults: Defaults | undefined): Services {
    const library = libraries.find({ articles, opened, segments, rules });
    return { ...applySettings(servicesOf(library), state, defaults), guild, taught };
  }

  return {
    state,
    opened,
    segments,
    taught,
    servicesIn(channel, isBarred = false) {
      const articles = isBarred ? [] : scopeFor(state, channel).articles;
      const defaults = defaultsIn(guild.id);
      const key = JSON.stringify([articles, defaults?.gapChannel]);
      const known = made.get(key);
      if (known) return known;
      const services = make(articles, defaults);
      if (made.size >= MOST_KEPT) made.clear();
      made.set(key, services);
      return services;
    },
  };
}

/** What is set for the server stands in place of what the environment says. */
function applySettings(services: Services, state: GuildState, defaults: Defaults | undefined): Services {
  const set = settingsInForce(settingsOf(state), defaults ?? builtInDefaults);
  return {
    ...services,
    defaults,
    quotesPerAnswer: set.quotesPerAnswer,
    gapChannelId: set.gapChannel,
    isPrivate: set.private,
    offersThreads: set.threads,
  };
}
