import type { Article } from "../../article/article.ts";
import type { Content, Plan, Write } from "../../community/change.ts";
import { type DraftRefusal, planDraft } from "../../community/draft.ts";
import type { GuildState } from "../../community/guild-state.ts";
import { planPublish, type PublishRefusal } from "../../community/publish.ts";
import type { ArticleRecord } from "../../community/records.ts";
import { versionOf } from "../../community/version-of.ts";
import { applyWrites } from "../../guilds/apply-writes.ts";

/** A file that was read, to be put into use. */
export interface Brought extends Pick<ArticleRecord, "title" | "language" | "source"> {
  /** As it was read; its id is the one that it gets, or that of the article that it replaces. */
  readonly article: Article;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly replaces: boolean;
}

export interface Bringing {
  readonly now: number;
  /** Ids of everybody's articles. */
  readonly sharedIds: ReadonlySet<string>;
}

export type BringRefusal = { readonly article: string } & (DraftRefusal | PublishRefusal);

/** Puts files into use as drafts that are published at once: all of them or none. */
export function planBring(state: GuildState, brought: readonly Brought[], bringing: Bringing): Plan<BringRefusal> {
  let after = state;
  const writes: Write[] = [];
  const contents: Content[] = [];
  for (const one of brought) {
    const planned = planOne(after, one, bringing);
    if (planned.kind === "refused") return planned;
    after = applyWrites(after, planned.writes, after.revision);
    writes.push(...planned.writes);
    contents.push(...(planned.contents ?? []));
  }
  const [first] = brought;
  const isOne = first !== undefined && brought.length === 1;
  const subject = isOne ? first.article.id : `${brought.length} articles`;
  const name = isOne ? (first.replaces ? "article-replaced" : "article-published") : "imported";
  return { kind: "change", name, subject, writes: joinWrites(writes), contents };
}

function planOne(state: GuildState, brought: Brought, { now, sharedIds }: Bringing): Plan<BringRefusal> {
  const { article, file, bytes, replaces, title, language, source } = brought;
  const { version, contents } = versionOf(article, { name: file, bytes, at: now, by: "" });
  const key = `terminal-${version.version.slice(0, 16)}`;
  const draft = { article: article.id, replaces, title, language, source, version, at: now, by: "" };
  const drafted = planDraft(state, { key, draft, contents, sharedIds });
  if (drafted.kind === "refused") return refusedFor(article, drafted.refusal);
  const withDraft = applyWrites(state, drafted.writes, state.revision);
  const published = planPublish(withDraft, { key, article, now });
  if (published.kind === "refused") return refusedFor(article, published.refusal);
  return { ...published, writes: joinWrites([...drafted.writes, ...published.writes]), contents };
}

function refusedFor({ id }: Article, refusal: DraftRefusal | PublishRefusal): Plan<BringRefusal> {
  return { kind: "refused", refusal: { article: id, ...refusal } };
}

/** What was written twice is written once: from what was there first to what is there last. */
function joinWrites(writes: readonly Write[]): readonly Write[] {
  const joined = new Map<string, Write>();
  for (const write of writes) {
    const key = `${write.kind} ${write.key}`;
    const { before } = joined.get(key) ?? write;
    joined.set(key, { ...write, before });
  }
  return [...joined.values()].filter(({ before, after }) => before !== undefined || after !== undefined);
}
