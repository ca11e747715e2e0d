import type { Article } from "../article/article.ts";
import type { IndexedArticle } from "../search/library.ts";

export interface Dropped {
  /** Of the file. */
  readonly name: string;
  readonly article: Article;
  readonly indexed: IndexedArticle;
}

/** What is on a playground's shelf beside its configured articles; every change of it gives a new one. */
export interface ShelfState {
  readonly configured: readonly Article[];
  /** Oldest first. */
  readonly dropped: readonly Dropped[];
  /** The ids of those that the bot answers from, at least one. */
  readonly inUse: readonly string[];
  /** What was put away last, and which were in use before. */
  readonly closed?: { readonly one: Dropped; readonly inUse: readonly string[] } | undefined;
}

/** The oldest make place for more. */
const mostDropped = 20;

/** Configured ones first. */
export function articlesOn({ configured, dropped }: Pick<ShelfState, "configured" | "dropped">): readonly Article[] {
  return [...configured, ...dropped.map(({ article }) => article)];
}

/** What stays when a file of this name takes the place of an earlier one. */
export function besides({ dropped }: ShelfState, name: string): readonly Dropped[] {
  return dropped.filter((one) => one.name !== name).slice(1 - mostDropped);
}

/** Puts another article on the shelf, which alone is in use then. */
export function withDropped(state: ShelfState, one: Dropped): ShelfState {
  return { ...state, dropped: [...besides(state, one.name), one], inUse: [one.article.id] };
}

/** Takes other articles into use; gives nothing where one of them is not there, or there is none. */
export function withInUse(state: ShelfState, ids: readonly string[]): ShelfState | undefined {
  const known = new Set(articlesOn(state).map(({ id }) => id));
  return ids.length > 0 && ids.every((id) => known.has(id)) ? { ...state, inUse: [...new Set(ids)] } : undefined;
}

/** Puts a dropped article away; where it alone was in use, the configured ones are. Gives nothing where it is not there. */
export function withoutDropped(state: ShelfState, id: string): ShelfState | undefined {
  const { configured, dropped, inUse } = state;
  const one = dropped.find(({ article }) => article.id === id);
  if (!one) return undefined;
  const left = inUse.filter((each) => each !== id);
  return {
    configured,
    dropped: dropped.filter((other) => other !== one),
    inUse: left.length > 0 ? left : configured.map((article) => article.id),
    closed: { one, inUse },
  };
}

/** Takes back what was put away last; gives nothing where there is nothing, or another file has its name by now. */
export function withReopened({ closed, ...state }: ShelfState): ShelfState | undefined {
  if (!closed || articlesOn(state).some(({ id }) => id === closed.one.article.id)) return undefined;
  const back = { ...state, dropped: [...state.dropped, closed.one].slice(-mostDropped) };
  return withInUse(back, closed.inUse) ?? { ...back, inUse: [closed.one.article.id] };
}
