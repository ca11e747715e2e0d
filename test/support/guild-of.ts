import { createHash } from "node:crypto";
import type { Article } from "../../src/article/article.ts";
import type { Change, Content, Write } from "../../src/community/change.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import { packArticle } from "../../src/community/pack-article.ts";
import type { ArticleRecord, VersionRecord } from "../../src/community/records.ts";

/** An article in the form that a server keeps it in, with its contents. */
export interface KeptArticle {
  readonly id: string;
  readonly record: ArticleRecord;
  readonly contents: readonly Content[];
}

/** Keeps an article with the versions given, oldest first; the newest is in use. */
export function keep(id: string, versions: readonly Article[], rest: Partial<ArticleRecord> = {}): KeptArticle {
  const contents = versions.flatMap((article) => [
    contentOf(packArticle(article)),
    contentOf(new TextEncoder().encode(article.text)),
  ]);
  const records = versions.map((article, place): VersionRecord => {
    const [packed, original] = contents.slice(place * 2);
    return {
      version: article.version,
      packed: packed?.sha256 ?? "",
      original: original?.sha256 ?? "",
      file: `${id}.txt`,
      bytes: original?.bytes.length ?? 0,
      title: article.title,
      language: article.language,
      sections: 1,
      sentences: 1,
      at: place,
      by: "2",
    };
  });
  const active = versions.at(-1)?.version ?? "";
  return { id, record: { versions: records, active, formerIds: [], ...rest }, contents };
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

function contentOf(bytes: Uint8Array): Content {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}
