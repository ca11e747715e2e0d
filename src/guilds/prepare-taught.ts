import { prepareTaughtQuestions, type TaughtQuestions } from "../answer/taught-questions.ts";
import type { Article } from "../article/article.ts";
import { standingTaught } from "../community/standing-taught.ts";
import { createPause } from "../pause.ts";
import { takeSteps } from "../text/steps.ts";
import type { Shared } from "./guild-libraries.ts";
import type { GuildView } from "./guild-view.ts";

export interface TaughtParts {
  readonly shared: Pick<Shared, "articles" | "dictionaries">;
}

/**
 * Makes what a server has taught ready to be asked, a little at a time: 10,000 questions take a second, and again only those that are
 * new. Where nothing of it changed it stays the same.
 */
export async function prepareTaught(
  { state, opened }: Pick<GuildView, "state" | "opened">,
  { shared }: TaughtParts,
  before: GuildView | undefined,
): Promise<TaughtQuestions | undefined> {
  if (state.taught.size === 0) return undefined;
  if (before?.taught && before.state.taught === state.taught && isSame(before.opened, opened)) return before.taught;
  const own = [...opened.values()].map(({ article }) => article);
  const articles = new Map<string, Article>([...shared.articles, ...own].map((article) => [article.id, article]));
  const pause = createPause();
  const standing = await takeSteps(standingTaught(state, articles), pause);
  return takeSteps(prepareTaughtQuestions(standing, shared.dictionaries, before?.taught), pause);
}

function isSame(before: GuildView["opened"], now: GuildView["opened"]): boolean {
  return before.size === now.size && [...now].every(([id, { article }]) => before.get(id)?.article === article);
}
