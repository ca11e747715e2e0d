import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepareArticles, type PrepareOptions } from "../preparing/prepare-articles.ts";
import type { Prepared } from "../preparing/prepared.ts";

/** The project's own folders, whoever starts the playground from wherever. */
const own = {
  articles: fileURLToPath(new URL("../../data/articles", import.meta.url)),
  examples: fileURLToPath(new URL("../../data/examples", import.meta.url)),
};

/**
 * Adds the project's example articles behind its default ones, for readers of other languages; whoever has articles of
 * their own gets those alone.
 */
export async function addExamples(
  configured: Prepared,
  { directory, ...options }: PrepareOptions & { readonly directory: string },
): Promise<Prepared> {
  if (path.resolve(directory) !== own.articles) return configured;
  // They are read sooner than looked for, and are no part of what is shown to be under way.
  const alone = { ...options, kept: undefined, onProgress: undefined };
  const examples = await prepareArticles({ kind: "folder", path: own.examples }, alone);
  return joinPrepared(configured, examples);
}

/** Puts articles behind others; where two have the same id, the first of them stays. */
export function joinPrepared(one: Prepared, other: Prepared): Prepared {
  const taken = new Set(one.articles.map(({ id }) => id));
  const added = other.articles.filter(({ id }) => !taken.has(id));
  const known = new Map([...one.indexed.articles, ...other.indexed.articles]);
  const { segments } = one.indexed;
  // An index of all of them is made of theirs.
  return { ...one, articles: [...one.articles, ...added], indexed: { articles: known, segments } };
}
