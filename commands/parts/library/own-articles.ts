import { isoDay } from "../../../src/community/days.ts";
import type { AutocompleteInvocation, GivenOptions } from "../../../src/invocation.ts";
import type { Services } from "../../../src/services.ts";
import type { GuildState } from "../../../src/community/guild-state.ts";
import type { ArticleRecord, VersionRecord } from "../../../src/community/records.ts";
import { tidyLine } from "../../../src/render/escape.ts";
import type { Locale } from "../../../src/render/locale.ts";
import { phrases } from "../../../src/render/phrases/all.ts";
import type { ChoicesReply, MessageReply } from "../../../src/render/reply.ts";
import { sayPrivately } from "../say.ts";

export type FoundArticle =
  | { readonly kind: "article"; readonly id: string; readonly record: ArticleRecord }
  | { readonly kind: "reply"; readonly reply: MessageReply };

const mostNamed = 20;

/** Finds one of the server's own articles by its id, however it is written. */
export function findOwnArticle({ article }: GuildState, { id: given }: GivenOptions, locale: Locale): FoundArticle {
  const sought = String(given ?? "").trim();
  const id = article.has(sought) ? sought : [...article.keys()].find((each) => isSame(each, sought));
  const record = id === undefined ? undefined : article.get(id);
  if (id !== undefined && record) return { kind: "article", id, record };
  const ids = [...article.keys()].slice(0, mostNamed).map((each) => `\`${each}\``);
  return { kind: "reply", reply: sayPrivately(phrases[locale].library.noSuchArticle(ids)) };
}

function isSame(id: string, sought: string): boolean {
  return id.toLowerCase() === sought.toLowerCase();
}

/** The version in use. */
export function activeVersion({ versions, active }: ArticleRecord): VersionRecord | undefined {
  return versions.find(({ version }) => version === active);
}

/** As people call it. */
export function titleOf(id: string, record: ArticleRecord): string {
  return tidyLine(record.title ?? activeVersion(record)?.title ?? id, 120) || id;
}

/** Discord's limits. */
const [mostChoices, longestChoice] = [25, 100];

/** Offers the server's own articles, and the versions of the one that was chosen. */
export function completeOwn({ focused, options, locale }: AutocompleteInvocation, { guild }: Services): ChoicesReply {
  const articles = guild?.state.article ?? new Map<string, ArticleRecord>();
  const all =
    focused.name === "version"
      ? versionChoices(articles.get(String(options["id"] ?? "")), locale)
      : [...articles].map(([id, record]) => ({ name: `${id} · ${titleOf(id, record)}`, value: id }));
  const typed = focused.value.trim().toLowerCase();
  const fitting = all.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, mostChoices);
  return {
    kind: "choices",
    choices: fitting.map(({ name, value }) => ({ name: tidyLine(name, longestChoice), value })),
  };
}

function versionChoices(record: ArticleRecord | undefined, locale: Locale) {
  return (record?.versions ?? []).toReversed().map(({ version, file, at }) => {
    const inUse = version === record?.active ? ` (${phrases[locale].library.show.inUse})` : "";
    return {
      name: `${isoDay(at)}${inUse} · ${version.slice(0, 8)} · ${tidyLine(file, 50)}`,
      value: version.slice(0, 16),
    };
  });
}
