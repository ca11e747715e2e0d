import type { Article } from "../../src/article/article.ts";
import type { Change, Content, Write } from "../../src/community/change.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { ArticleRecord } from "../../src/community/records.ts";
import { versionOf } from "../../src/community/version-of.ts";

/** An article in the form that a server keeps it in, with its contents. */
export interface KeptArticle {
  readonly id: string;
  readonly record: ArticleRecord;
  readonly contents: readonly Content[];
}

/** Keeps an article with the versions given, oldest first; the newest is in use. */
export function keep(id: string, versions: readonly Article[], rest: Partial<ArticleRecord> = {}): KeptArticle {
  const kept = versions.map((article, at) =>
    versionOf(article, { name: `${id}.txt`, bytes: new TextEncoder().encode(article.text), at, by: "2" }),
  );
  const active = versions.at(-1)?.version ?? "";
  const record = { versions: kept.map(({ version }) => version), active, formerIds: [], ...rest };
  return { id, record, contents: kept.flatMap(({ contents }) => contents) };
}

/** A plan that puts kept articles in place of those of the same ids. */
export function planKept(
  state: GuildState,
  kept: readonly KeptArticle[],
): { readonly kind: "change" } & Pick<Change, "name" | "subject" | "writes" | "contents"> {
  const writes = kept.map(({ id, record }): Write => ({
    kind: "article",
    key: id,
    before: state.article.get(id),
    after: record,
  }));
  return {
    kind: "change",
    name: "article-published",
    subject: kept.map(({ id }) => id).join(", "),
    writes,
    contents: kept.flatMap(({ contents }) => contents),
  };
}
