import type { Article } from "../../src/article/article.ts";
import type { GivenOptions } from "../../src/invocation.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { sayPrivately } from "./say.ts";

type Chosen<Kind> = Kind | { readonly kind: "reply"; readonly reply: MessageReply };

interface OneArticle {
  readonly kind: "article";
  readonly article: Article;
}

/** Discord's messages have room for so many titles. */
const mostNamed = 15;

/** Finds the article that was named by its id or title, or none where none was named. */
export function chooseAnyArticle(
  library: Library,
  { article: given }: GivenOptions,
  locale: Locale,
): Chosen<OneArticle | { readonly kind: "any" }> {
  if (library.articles.size === 0) return { kind: "reply", reply: sayPrivately(phrases[locale].noArticle) };
  if (given === undefined || given === "") return { kind: "any" };
  const article = library.articles.get(String(given)) ?? library.articles.values().find(({ title }) => title === given);
  if (article) return { kind: "article", article };
  return { kind: "reply", reply: sayPrivately(phrases[locale].noSuchArticle(namesOf(library))) };
}

/** The same where one article must be meant: the only one there is, or the one named. */
export function chooseArticle(library: Library, options: GivenOptions, locale: Locale): Chosen<OneArticle> {
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind !== "any") return chosen;
  const [article, another] = library.articles.values();
  if (article && !another) return { kind: "article", article };
  return { kind: "reply", reply: sayPrivately(phrases[locale].whichArticle(namesOf(library))) };
}

function namesOf(library: Library): string[] {
  const all = library.articles.values().take(mostNamed).toArray();
  return all.map(({ id, title }) => `\`${id}\` ${escapeInline(tidyLine(title, 60))}`);
}
