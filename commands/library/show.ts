import { isoDay } from "../../src/community/days.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { ArticleRecord, VersionRecord } from "../../src/community/records.ts";
import { serverScope } from "../../src/community/scope.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { fitLines, ranked } from "../../src/render/fit-lines.ts";
import type { Locale } from "../../src/render/locale.ts";
import { megabytes } from "../../src/render/megabytes.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { contentLimit, type MessageReply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { ownArticleOption } from "../parts/library/declare-library.ts";
import { completeOwn, findOwnArticle, titleOf } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Shows one article with its versions, who brought them, and what hangs on it. */
export const show: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["show", "查看", "檢視"],
        ["Show an article with its versions", "查看一篇文章及其各版本", "檢視一篇文章及其各版本"],
      ).addStringOption(ownArticleOption),
    ),
  subcommands: [{ name: "show", run: showArticle, complete: completeOwn }],
};

async function showArticle({ options, locale }: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  if (!guild) return sayPrivately(phrases[locale].library.nothingKept);
  const state = await guild.fresh();
  const found = findOwnArticle(state, options, locale);
  if (found.kind === "reply") return found.reply;
  const { id, record } = found;
  const say = phrases[locale].library.show;
  const taught = [...state.taught.values()].filter((each) => each.article === id);
  const versions = record.versions.toReversed();
  const shown = versions.slice(0, 10);
  const lines = [
    ...ranked(0, [`**${escapeInline(titleOf(id, record))}** \`${id}\``]),
    ...ranked(
      2,
      record.source === undefined
        ? []
        : [phrases[locale].labelled(say.source, escapeInline(tidyLine(record.source, 200)))],
    ),
    ...ranked(3, record.formerIds.length > 0 ? [say.formerIds(record.formerIds.map((each) => `\`${each}\``))] : []),
    ...shown.map((version, place) => ({ line: versionLine(version, record, locale), rank: 1 + place })),
    ...ranked(4, versions.length > shown.length ? [say.more(versions.length - shown.length)] : []),
    ...ranked(1, taught.length > 0 ? [say.taught(taught.length, taught.filter(({ lost }) => lost).length)] : []),
    ...ranked(2, scopeLines(state, id, locale)),
  ];
  return sayPrivately(fitLines(lines, contentLimit, phrases[locale].moreLines));
}

function versionLine(version: VersionRecord, record: ArticleRecord, locale: Locale): string {
  const say = phrases[locale].library.show;
  const facts = [
    isoDay(version.at),
    ...(version.version === record.active ? [`**${say.inUse}**`] : []),
    ...(version.by === "" ? [] : [`<@${version.by}>`]),
    escapeInline(tidyLine(version.file, 60)),
    megabytes(version.bytes),
    say.version(version.sections, version.sentences),
  ];
  return `- \`${version.version.slice(0, 8)}\` ${facts.join(" · ")}`;
}

const mostChannels = 10;

/** Channels that it is named for; in others the default of the server holds. */
function scopeLines({ scope }: GuildState, id: string, locale: Locale): string[] {
  const keys = [...scope].filter(([, { articles }]) => articles !== "any" && articles.includes(id)).map(([key]) => key);
  if (keys.length === 0) return [];
  const channels = keys.filter((key) => key !== serverScope);
  const more = channels.length - mostChannels;
  const { scopes } = phrases[locale].library.show;
  return [
    scopes(
      [...channels.slice(0, mostChannels).map((key) => `<#${key}>`), ...(more > 0 ? [phrases[locale].more(more)] : [])],
      keys.includes(serverScope),
    ),
  ];
}
