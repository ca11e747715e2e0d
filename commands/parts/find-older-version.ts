import { prepareFinding, standsIn } from "../../src/answer/verify-quote.ts";
import type { Article } from "../../src/article/article.ts";
import type { Services } from "../../src/services.ts";

/** So many versions are looked through, the newest first, and no more bytes of files than this: somebody waits. */
const mostVersions = 10;
const mostBytes = 5_000_000;

export interface FoundVersion {
  readonly article: Article;
  /** When it was brought. */
  readonly at: number;
}

/**
 * Finds the newest version, no longer in use, in which a text stands letter for letter; of the articles that are asked here.
 *
 * @throws StoreError where the store cannot be read.
 */
export async function findOlderVersion(
  { guild, library, pause = async () => {} }: Services,
  given: string,
  article?: string,
): Promise<FoundVersion | undefined> {
  if (!guild) return undefined;
  let bytes = 0;
  for (const { version, at, bytes: size } of olderVersions(guild.state, library, article)) {
    bytes += size;
    if (bytes > mostBytes) return undefined;
    const old = await guild.readVersion(version);
    if (!old) continue;
    await prepareFinding(old, pause);
    if (standsIn(old, given)) return { article: old, at };
  }
  return undefined;
}

function olderVersions(
  { article: records }: NonNullable<Services["guild"]>["state"],
  { articles }: Services["library"],
  only: string | undefined,
) {
  return [...records]
    .filter(([id]) => articles.has(id) && (only === undefined || id === only))
    .flatMap(([, { versions, active }]) => versions.filter(({ version }) => version !== active))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostVersions);
}
