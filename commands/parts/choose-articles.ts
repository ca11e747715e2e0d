import type { Services } from "../../src/services.ts";
import { emptyState } from "../../src/community/guild-state.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ChoicesReply, MessageReply } from "../../src/render/reply.ts";
import { sayPrivately } from "./say.ts";

/** All articles that a server may ask, wherever they are asked: titles by id. */
export type KnownArticles = ReadonlyMap<string, string>;

/** Stands for any article; no id is like it. */
export const anyArticle = "*";

const mostArticles = 50;
const mostNamed = 15;
const mostChoices = 25;
const longestChoice = 100;

/** Lists a server's own articles and those of everybody. */
export async function knownArticles({ library, guild, sharedIds }: Services): Promise<KnownArticles> {
  const { article } = (await guild?.fresh()) ?? emptyState;
  const shared = sharedIds ?? [...library.articles.keys()].filter((id) => !article.has(id));
  return new Map([
    ...[...shared].map((id) => [id, library.articles.get(id)?.title ?? id] as const),
    ...[...article].map(([id, { title, versions, active }]) => {
      const read = versions.find(({ version }) => version === active)?.title;
      return [id, title ?? read ?? id] as const;
    }),
  ]);
}

type ChosenArticles =
  | { readonly kind: "articles"; readonly articles: "any" | readonly string[] }
  | { readonly kind: "reply"; readonly reply: MessageReply };

/** Reads a list of articles, named by their ids or titles. */
export function chooseArticles(given: string, known: KnownArticles, locale: Locale): ChosenArticles {
  const say = phrases[locale].server.scope;
  const names = splitNames(given);
  if (names.includes(anyArticle)) return { kind: "articles", articles: "any" };
  const titles = new Map([...known].map(([id, title]) => [title.toLowerCase(), id]));
  const found = names.map((name) => (known.has(name) ? name : (titles.get(name.toLowerCase()) ?? findId(name, known))));
  const unknown = names.find((_name, index) => found[index] === undefined);
  if (names.length === 0) return { kind: "reply", reply: sayPrivately(say.noArticle) };
  if (unknown !== undefined) {
    const listed = [...known]
      .slice(0, mostNamed)
      .map(([id, title]) => `\`${id}\` ${escapeInline(tidyLine(title, 60))}`);
    const more = known.size > mostNamed ? [say.more(known.size - mostNamed)] : [];
    const reply = sayPrivately(say.unknown(escapeInline(tidyLine(unknown, 60)), [...listed, ...more]));
    return { kind: "reply", reply };
  }
  const articles = [...new Set(found.filter((id) => id !== undefined))];
  if (articles.length > mostArticles) return { kind: "reply", reply: sayPrivately(say.tooMany(mostArticles)) };
  return { kind: "articles", articles };
}

function findId(name: string, known: KnownArticles): string | undefined {
  return known.keys().find((id) => id.toLowerCase() === name.toLowerCase());
}

/** Offers to complete the last article of a list, as long as the whole list has room in a choice. */
export function completeArticles(
  typed: string,
  known: KnownArticles,
  any: ChoicesReply["choices"][number],
): ChoicesReply {
  const names = splitNames(typed);
  const isOpen = names.length > 0 && !/[,，、]\s*$/u.test(typed);
  const last = isOpen ? (names.at(-1) ?? "") : "";
  const before = (isOpen ? names.slice(0, -1) : names).filter((name) => name !== anyArticle);
  const sought = last.toLowerCase();
  const fits = ([id, title]: readonly [string, string]) =>
    !before.includes(id) && (id.toLowerCase().includes(sought) || title.toLowerCase().includes(sought));
  const offered = [...known].filter(fits).flatMap(([id, title]) => {
    const value = [...before, id].join(", ");
    const name = tidyLine(before.length > 0 ? value : `${id} · ${title}`, longestChoice);
    return value.length > longestChoice || name === "" ? [] : [{ name, value }];
  });
  const own = tidyLine(typed, typed.length + 1);
  const isWhole = names.length > 0 && names.every((name) => known.has(name)) && own.length <= longestChoice;
  const choices = [...(isWhole ? [{ name: own, value: own }] : []), ...(before.length === 0 ? [any] : []), ...offered];
  const unique = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  return { kind: "choices", choices: unique.slice(0, mostChoices) };
}

function splitNames(list: string): string[] {
  return list
    .split(/[,，、]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
