import type { Services } from "../../src/services.ts";
import type { Article } from "../../src/article/article.ts";
import { prepareTaughtQuestions } from "../../src/answer/taught-questions.ts";
import type { Guild } from "../../src/community/guild.ts";
import { standingTaught } from "../../src/community/standing-taught.ts";
import { openGuild } from "../../src/guilds/open-guild.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { libraryOf } from "./library-of.ts";
import { openTestStore } from "./open-store.ts";

/** A server in a store of its own, and what it answers with as it stands. */
export interface TaughtGuild {
  readonly guild: Guild;
  readonly services: (given?: Partial<Services>) => Services;
}

/** Opens a server that is asked about some articles. */
export async function openTaughtGuild(articles: readonly Article[]): Promise<TaughtGuild> {
  const guild = openGuild({ id: "4", store: await openTestStore(), now: () => 1000 });
  const library = libraryOf(articles);
  return {
    guild,
    services(given) {
      const taught = finishSteps(
        prepareTaughtQuestions(finishSteps(standingTaught(guild.state, library.articles)), library),
      );
      return { library, guild, taught, quotesPerAnswer: 2, now: () => 1000, ...given };
    },
  };
}
