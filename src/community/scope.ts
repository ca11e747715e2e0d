import type { Plan, Write } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";

/** The key of what holds where nothing else is set. */
export const serverScope = "server";

/** Where somebody asks. */
export interface Place {
  readonly id?: string | undefined;
  /** The channel that a thread belongs to. */
  readonly parentId?: string | undefined;
  readonly categoryId?: string | undefined;
}

/** What is asked somewhere, and by whom. */
export interface Scope {
  /** Ids, which need not be there any more; `any` is all that the server has, those of everybody included. */
  readonly articles: "any" | readonly string[];
  /** Roles of which one is needed to ask; none means that everybody may. */
  readonly roles: readonly string[];
  /** The key of the record that it comes from; absent where nothing is set. */
  readonly key?: string | undefined;
}

/** Finds what is set nearest to a place: for a thread, its channel, the category, the server; the nearest holds alone. */
export function scopeFor({ scope }: Pick<GuildState, "scope">, { id, parentId, categoryId }: Place): Scope {
  for (const key of [id, parentId, categoryId, serverScope]) {
    const set = key === undefined ? undefined : scope.get(key);
    if (set) return { ...set, key };
  }
  return { articles: "any", roles: [] };
}

/** Tells whether somebody may ask: those who run the server may anywhere, and nobody whose roles are not known. */
export function mayAsk({ roles }: Scope, asker: ScopedAsker): boolean {
  return roles.length === 0 || asker.manages || roles.some((role) => asker.roles?.includes(role) === true);
}

export interface ScopedAsker {
  readonly roles?: readonly string[] | undefined;
  /** Whether they run the server. */
  readonly manages: boolean;
}

/** Tells whether an article is asked within a scope. */
export function isInScope({ articles }: Scope, article: string): boolean {
  return articles === "any" || articles.includes(article);
}

/** So many channels and categories of a server may have a scope: as many as Discord lets a server have. */
export const mostScopes = 500;

/** Sets what is asked in a channel or category, or everywhere else. */
export function planSetScope(
  state: GuildState,
  key: string,
  { articles, roles }: Pick<Scope, "articles" | "roles">,
): Plan<"unchanged" | "full"> {
  const before = state.scope.get(key);
  const value = { articles: articles === "any" ? articles : [...new Set(articles)], roles: [...new Set(roles)] };
  if (JSON.stringify(before) === JSON.stringify(value)) return { kind: "refused", refusal: "unchanged" };
  if (!before && state.scope.size >= mostScopes) return { kind: "refused", refusal: "full" };
  return { kind: "change", name: "scope-set", subject: key, writes: [writeRecord(state, "scope", { key, value })] };
}

/** Takes away what is set for a channel or category, or for everywhere else. */
export function planClearScope(state: GuildState, key: string): Plan<"not-set"> {
  if (!state.scope.has(key)) return { kind: "refused", refusal: "not-set" };
  const writes = [writeRecord(state, "scope", { key, value: undefined })];
  return { kind: "change", name: "scope-set", subject: key, writes };
}

/** Carries scopes over to an article's new id. */
export function renameInScopes(state: GuildState, old: string, renamed: string): Write[] {
  return [...state.scope].flatMap(([key, scope]) => {
    if (scope.articles === "any" || !scope.articles.includes(old)) return [];
    const articles = [...new Set(scope.articles.map((id) => (id === old ? renamed : id)))];
    return [writeRecord(state, "scope", { key, value: { ...scope, articles } })];
  });
}
