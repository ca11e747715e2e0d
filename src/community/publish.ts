import type { Article } from "../article/article.ts";
import { carryOverTaught } from "./carry-over.ts";
import type { Plan } from "./change.ts";
import { isExpired } from "./draft.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { libraryLimits } from "./library-limits.ts";
import type { ArticleRecord, DraftRecord, VersionRecord } from "./records.ts";

export interface Publishing {
  /** The draft's key. */
  readonly key: string;
  /** As the draft has it. */
  readonly article: Article;
  readonly now: number;
}

export type PublishRefusal =
  /** It was published or given up. */
  | { readonly kind: "unknown" }
  | { readonly kind: "expired" }
  /** Another article came to stand under its id meanwhile, or the one that it replaces is gone. */
  | { readonly kind: "taken" | "gone"; readonly article: string }
  /** Another version is in use than the one that it was compared with. */
  | { readonly kind: "changed"; readonly article: string }
  | { readonly kind: "too-many-articles"; readonly most: number };

/** Puts a draft into use, in place of the version that is in use where there is one; what was taught is carried over. */
export function planPublish(state: GuildState, { key, article, now }: Publishing): Plan<PublishRefusal> {
  const draft = state.draft.get(key);
  if (!draft || draft.version.version !== article.version) return refused({ kind: "unknown" });
  if (isExpired(draft, now)) return refused({ kind: "expired" });
  const known = state.article.get(draft.article);
  if (known && !draft.replaces) return refused({ kind: "taken", article: draft.article });
  if (!known && draft.replaces) return refused({ kind: "gone", article: draft.article });
  if (known && isOther(known, draft)) return refused({ kind: "changed", article: draft.article });
  const { articles } = libraryLimits;
  if (!known && state.article.size >= articles) return refused({ kind: "too-many-articles", most: articles });
  return {
    kind: "change",
    name: known ? "article-replaced" : "article-published",
    subject: draft.article,
    writes: [
      writeRecord(state, "draft", { key, value: undefined }),
      writeRecord(state, "article", { key: draft.article, value: withDraft(known, draft) }),
      ...carryOverTaught(state, draft.article, article),
    ],
  };
}

/** Whoever publishes it was shown what it would change; where it has been published already, nothing else is lost. */
function isOther({ active }: ArticleRecord, { base, version }: DraftRecord): boolean {
  return base !== undefined && active !== base && active !== version.version;
}

function refused(refusal: PublishRefusal): Plan<PublishRefusal> {
  return { kind: "refused", refusal };
}

/** What the draft says of the article stands; what it does not say stays. */
export function withDraft(
  known: ArticleRecord | undefined,
  { title, language, source, version }: Pick<DraftRecord, "title" | "language" | "source" | "version">,
): ArticleRecord {
  return {
    formerIds: [],
    ...known,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(source !== undefined && { source }),
    versions: addVersion(known, version),
    active: version.version,
  };
}

/** A text that the article had before comes to stand last; the one in use until now, which answers quote, is never given up. */
function addVersion(known: ArticleRecord | undefined, added: VersionRecord): VersionRecord[] {
  const others = (known?.versions ?? []).filter(({ version }) => version !== added.version);
  const room = libraryLimits.versions - 1;
  const inUse = others.find(({ version }) => version === known?.active);
  const newest = others.slice(-room);
  if (!inUse || newest.includes(inUse)) return [...newest, added];
  return [inUse, ...newest.slice(1), added];
}
