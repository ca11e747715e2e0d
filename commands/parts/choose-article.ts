import type { Article } from "../../src/article/article.ts";
import type { CommandInvocation, GivenOptions } from "../../src/invocation.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import type { Services } from "../../src/services.ts";
import { offerArticles } from "./offer-articles.ts";
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
  options: GivenOptions,
  locale: Locale,
): Chosen<OneArticle | { readonly kind: "any" }> {
  if (library.articles.size === 0) return { kind: "reply", reply: sayPrivately(phrases[locale].noArticle) };
  const [article, another] = named(library, options) ?? [];
  if (another) return { kind: "reply", reply: sayPrivately(phrases[locale].whichArticle(namesOf([article, another]))) };
  if (article) return { kind: "article", article };
  if (!isNamed(options)) return { kind: "any" };
  return { kind: "reply", reply: sayPrivately(phrases[locale].noSuchArticle(namesOf(library.articles.values()))) };
}

/** The same where one article must be meant: the only one there is, or the one named. */
export function chooseArticle(library: Library, options: GivenOptions, locale: Locale): Chosen<OneArticle> {
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind !== "any") return chosen;
  const [article, another] = library.articles.values();
  if (article && !another) return { kind: "article", article };
  return { kind: "reply", reply: sayPrivately(phrases[locale].whichArticle(namesOf(library.articles.values()))) };
}

/** The same for a command that can be given again for whatever is chosen from a menu. */
export function chooseArticleFor(invocation: CommandInvocation, services: Services): Chosen<OneArticle> {
  const { options, locale } = invocation;
  const { library } = services;
  const chosen = chooseArticle(library, options, locale);
  if (chosen.kind !== "reply" || library.articles.size < 2) return chosen;
  const all = named(library, options) ?? [];
  const say = phrases[locale].places.choose;
  const reply = offerArticles(invocation, services, {
    among: all.length > 1 ? all : [...library.articles.values()],
    page: 0,
    head: isNamed(options) && all.length === 0 ? say.unknown : say.which,
  });
  return reply ? { kind: "reply", reply } : chosen;
}

function isNamed({ article: given }: GivenOptions): boolean {
  return given !== undefined && String(given).trim() !== "";
}

/** The article of the id that was given, or all of the title. */
function named({ articles }: Library, options: GivenOptions): readonly Article[] | undefined {
  if (!isNamed(options)) return undefined;
  const given = String(options["article"]).trim();
  const byId = articles.get(given);
  if (byId) return [byId];
  const exact = articles
    .values()
    .filter(({ title }) => title === given)
    .toArray();
  if (exact.length > 0) return exact;
  const lower = given.toLowerCase();
  return articles
    .values()
    .filter(({ title }) => title.toLowerCase() === lower)
    .toArray();
}

function namesOf(all: Iterable<Article | undefined>): string[] {
  const some = Iterator.from(all).take(mostNamed).toArray();
  return some.flatMap((each) => (each ? [`\`${each.id}\` ${escapeInline(tidyLine(each.title, 60))}`] : []));
}
