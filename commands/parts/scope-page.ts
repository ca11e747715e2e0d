import type { Services } from "../../src/services.ts";
import { emptyState } from "../../src/community/guild-state.ts";
import { type Scope, serverScope } from "../../src/community/scope.ts";
import type { Row } from "../../src/render/component.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ManagersPage } from "./for-managers.ts";
import { type KnownArticles, knownArticles } from "./choose-articles.ts";
import { listMentions } from "./show-setting.ts";

const scopesAtOnce = 8;
const articlesNamed = 3;

/** Shows a page of what is set for a server's channels, counted from 0. */
export async function scopePage(
  services: Services,
  { page, locale, madeFor }: ManagersPage,
): Promise<{ readonly content: string; readonly components: readonly Row[] }> {
  const say = phrases[locale].server.scope;
  const { scope } = (await services.guild?.fresh()) ?? emptyState;
  if (scope.size === 0) return { content: [say.nothingSet, `-# ${say.legend}`].join("\n"), components: [] };
  const known = await knownArticles(services);
  const pages = Math.ceil(scope.size / scopesAtOnce);
  const at = Math.min(page, pages - 1);
  const lines = [...scope]
    .slice(at * scopesAtOnce, (at + 1) * scopesAtOnce)
    .map(([key, set]) => showScope({ ...set, key }, known, locale));
  const below = pages > 1 ? [`-# ${phrases[locale].page(at + 1, pages)}`] : [];
  const leafing = pageRows({ name: "scopes", stateOf: (to) => [String(to), madeFor], page: at, pages, locale });
  return {
    content: [say.title, ...lines, ...below, `-# ${say.legend}`].join("\n"),
    components: leafing,
  };
}

/** Shows what is set for a place, in a line. */
export function showScope({ key = serverScope, articles, roles }: Scope, known: KnownArticles, locale: Locale): string {
  const say = phrases[locale].server.scope;
  const allowed =
    roles.length === 0
      ? say.everybody
      : listMentions(
          roles.map((id) => `<@&${id}>`),
          locale,
        );
  return say.line(showScopePlace(key, locale), showArticles(articles, known, locale), allowed);
}

function showArticles(articles: Scope["articles"], known: KnownArticles, locale: Locale): string {
  const say = phrases[locale].server.scope;
  if (articles === "any") return `**${say.any}**`;
  const there = articles.filter((id) => known.has(id));
  const gone = articles.filter((id) => !known.has(id));
  return [
    ...(there.length > 0 ? [nameSome(there, locale)] : [say.nothingLeft]),
    ...(gone.length > 0 ? [say.gone(nameSome(gone, locale))] : []),
  ].join("; ");
}

function nameSome(ids: readonly string[], locale: Locale): string {
  const named = ids.slice(0, articlesNamed).map((id) => `**${escapeInline(tidyLine(id, 30))}**`);
  const more = ids.length - articlesNamed;
  return [...named, ...(more > 0 ? [phrases[locale].server.scope.more(more)] : [])].join(", ");
}

export function showScopePlace(key: string, locale: Locale): string {
  return key === serverScope ? `**${phrases[locale].server.scope.server}**` : `<#${key}>`;
}
