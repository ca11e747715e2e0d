import { renameTaught } from "./carry-over.ts";
import type { Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { renameInScopes } from "./scope.ts";

export interface Renaming {
  readonly article: string;
  /** Absent means that it stays as it is. */
  readonly newId?: string | undefined;
  readonly title?: string | undefined;
  /** Ids of everybody's articles. */
  readonly sharedIds: ReadonlySet<string>;
}

export type RenameRefusal = "no-such-article" | "taken" | "nothing-to-change";

/** Gives an article another id or title; whatever names it follows. */
export function planRename(
  state: GuildState,
  { article, newId = article, title, sharedIds }: Renaming,
): Plan<RenameRefusal> {
  const record = state.article.get(article);
  if (!record) return { kind: "refused", refusal: "no-such-article" };
  const isMoved = newId !== article;
  if (!isMoved && (title === undefined || title === record.title)) {
    return { kind: "refused", refusal: "nothing-to-change" };
  }
  if (isMoved && (state.article.has(newId) || sharedIds.has(newId))) return { kind: "refused", refusal: "taken" };
  const value = { ...record, ...(title !== undefined && { title }) };
  return {
    kind: "change",
    name: "article-renamed",
    subject: isMoved ? `${article} → ${newId}` : article,
    writes: isMoved
      ? [
          writeRecord(state, "article", { key: article, value: undefined }),
          writeRecord(state, "article", { key: newId, value: { ...value, formerIds: formerIds(record, article) } }),
          ...renameDrafts(state, article, newId),
          ...renameTaught(state, article, newId),
          ...renameInScopes(state, article, newId),
        ]
      : [writeRecord(state, "article", { key: article, value })],
  };
}

function formerIds({ formerIds: earlier }: { readonly formerIds: readonly string[] }, id: string): string[] {
  return [...new Set([...earlier, id])].slice(-10);
}

function renameDrafts(state: GuildState, from: string, to: string) {
  return [...state.draft]
    .filter(([, draft]) => draft.article === from && draft.replaces)
    .map(([key, draft]) => writeRecord(state, "draft", { key, value: { ...draft, article: to } }));
}
