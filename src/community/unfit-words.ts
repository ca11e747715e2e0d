import type { Article } from "../article/article.ts";
import type { Steps } from "../text/steps.ts";
import type { GuildState } from "./guild-state.ts";
import { readWords } from "./words.ts";

/**
 * Lists the lines of a server's own words that lead nowhere any more: what they find stood in one version of an article and
 * stands not in the other.
 */
export function* unfitWords({ words }: Pick<GuildState, "words">, before: Article, after: Article): Steps<string[]> {
  const unfit: string[] = [];
  if (words.size === 0) return unfit;
  const [old, renewed] = [before.text.toLowerCase(), after.text.toLowerCase()];
  for (const { line } of words.values()) {
    const found = readWords(line).flatMap((rule) => rule.found);
    const stands = (text: string): boolean => found.some((word) => text.includes(word.toLowerCase()));
    if (!stands(renewed) && stands(old)) unfit.push(line);
    yield;
  }
  return unfit;
}
