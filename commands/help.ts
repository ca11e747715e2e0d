import { PermissionFlagsBits } from "discord.js";
import type { Command } from "../src/command.ts";
import type { Asker, Channel, CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { escapeInline, tidyLine } from "../src/render/escape.ts";
import type { Locale } from "../src/render/locale.ts";
import { phrases } from "../src/render/phrases/all.ts";
import type { Reply } from "../src/render/reply.ts";
import { words } from "../src/render/words/all.ts";
import { declareCommand } from "./parts/declare.ts";
import { exampleRows } from "./parts/example-rows.ts";
import { missingPermissions } from "./parts/missing-permissions.ts";
import { sayPrivately } from "./parts/say.ts";

/** Explains the bot, with examples that can be pressed; tells those who run the server what the bot lacks. */
export const help: Command = {
  declaration: declareCommand(
    ["help", "帮助", "說明"],
    ["What I can do, with examples to press", "我能做什么，附可点击的示例", "我能做什麼，附可點擊的範例"],
  ).toJSON(),
  isOpen: true,
  run: explain,
};

const mostTitles = 5;

function explain({ locale, asker, channel }: CommandInvocation, services: Services): Reply {
  const say = phrases[locale].help;
  const examples = exampleRows(services, locale);
  const lines = [
    services.isBarred === true ? words[locale].mayNotAsk : tellArticles(services, locale),
    "",
    ...say.commands.map((line) => `- ${line}`),
    `- ${say.readable[services.readable?.() ?? "addressed"]}`,
    ...checkPermissions(asker, channel, locale).map((line) => `\n${line}`),
    ...(examples.length > 0 ? ["", say.examples] : []),
  ];
  return sayPrivately(lines.join("\n"), examples);
}

function tellArticles({ library }: Services, locale: Locale): string {
  const first = library.articles.values().take(mostTitles).toArray();
  if (first.length === 0) return phrases[locale].noArticle;
  const say = phrases[locale].help;
  const more = library.articles.size - first.length;
  const what = say.what(first.map(({ title, id }) => escapeInline(tidyLine(title, 80)) || id));
  return more > 0 ? `${what} ${say.moreArticles(more)}` : what;
}

/** Only for those who could change it. */
function checkPermissions({ permissions = 0n }: Asker, channel: Channel, locale: Locale): string[] {
  const runsServer = (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
  if (!runsServer || channel.guildId === undefined || channel.hasBot === false || channel.botPermissions === undefined)
    return [];
  const say = phrases[locale].help.permissions;
  const missing = missingPermissions(channel.botPermissions);
  const name = (all: typeof missing.channel) => all.map((each) => `**${say.names[each]}**`);
  return [
    ...(missing.channel.length > 0 ? [say.channel(name(missing.channel))] : []),
    ...(missing.threads.length > 0 ? [say.threads(name(missing.threads))] : []),
    ...(missing.channel.length + missing.threads.length === 0 ? [say.all] : []),
  ];
}
