import type { GuildState } from "../community/guild-state.ts";
import { weighArticle } from "../indexes/light-article.ts";
import type { IndexedArticle } from "../search/library.ts";
import { weighIndexData, weighOpened } from "../search/weights.ts";
import type { GuildView } from "./guild-view.ts";

/**
 * What an opened server takes beside its articles, and what is known of a taught question to find it, in bytes. What is found
 * out for questions is counted where it is kept.
 */
const BYTES = { opened: 300_000, taught: 1000 };

/** What is made of a state to answer questions. */
export function weighView({ state, opened }: Pick<GuildView, "state" | "opened">): number {
  // What lies on disk is counted where it is opened.
  const articles = [...opened.values()].reduce(
    (sum, { article, indexed }) => sum + (indexed ? weighArticle(article) + weighIndexed(indexed) : 0),
    0,
  );
  return (opened.size > 0 ? BYTES.opened : 0) + articles + BYTES.taught * state.taught.size;
}

function weighIndexed({ data, search }: IndexedArticle): number {
  return weighIndexData(data) + (search ? weighOpened(data, true) : 0);
}

/** What a record takes, in bytes. */
const RECORD = { article: 3000, draft: 1500, taught: 1800, words: 700, scope: 700, settings: 1500, gap: 1200 };

export function weighState({ article, draft, taught, words, scope, settings, gap }: GuildState): number {
  return (
    RECORD.article * article.size +
    RECORD.draft * draft.size +
    RECORD.taught * taught.size +
    RECORD.words * words.size +
    RECORD.scope * scope.size +
    RECORD.settings * settings.size +
    RECORD.gap * gap.size
  );
}
