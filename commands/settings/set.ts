import { ChannelType, type SlashCommandStringOption, type SlashCommandSubcommandBuilder } from "discord.js";
import type { CommandInvocation, GivenOptions } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { SettingsRecord } from "../../src/community/records.ts";
import { builtInDefaults, planSettings, settingsInForce, settingsOf } from "../../src/community/settings.ts";
import { locales } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { confirmSettings } from "../parts/confirm-settings.ts";
import { named } from "../parts/declare.ts";
import { localisedChoice } from "../parts/localised-choice.ts";
import { missingPermissions } from "../parts/missing-permissions.ts";
import { sayPrivately } from "../parts/say.ts";
import type { SettingsPart } from "./subcommand.ts";

/** Sets one or several at once. */
export const set: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommand((subcommand) =>
      declareOptions(named(subcommand, ["set", "设置", "設定"], ["Change settings", "修改设置", "修改設定"])),
    ),
  subcommands: { set: setGiven },
};

/** Stands for no language of the server's own. */
const own = "own";

function declareOptions(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  subcommand
    .addIntegerOption((option) =>
      named(
        option,
        ["quotes", "引文数", "引文數"],
        ["Quotes in an answer, at most", "每个回答最多几条引文", "每個回答最多幾條引文"],
      )
        .setMinValue(1)
        .setMaxValue(10),
    )
    .addIntegerOption((option) =>
      named(
        option,
        ["cooldown", "间隔", "間隔"],
        ["Seconds between two questions of a person", "同一个人两次提问间隔几秒", "同一個人兩次提問間隔幾秒"],
      )
        .setMinValue(0)
        .setMaxValue(3600),
    )
    .addBooleanOption((option) =>
      named(
        option,
        ["private", "仅提问者可见", "僅提問者可見"],
        ["Show answers to their asker alone, unless asked otherwise", "回答默认仅提问者可见", "回答預設僅提問者可見"],
      ),
    )
    .addStringOption(languageOption);
  return declareOthers(subcommand);
}

function languageOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["language", "语言", "語言"],
    ["In which language everybody is spoken to", "对所有人用哪种语言", "對所有人用哪種語言"],
  ).setChoices(
    ...locales.map((value) => ({ name: phrases[value].server.settings.languages[value], value })),
    localisedChoice(own, (locale) => phrases[locale].server.settings.ownLanguage),
  );
}

function declareOthers(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .addBooleanOption((option) =>
      named(
        option,
        ["threads", "子区", "討論串"],
        ["Offer threads on answers", "回答下可以开子区", "回答下可以開討論串"],
      ),
    )
    .addChannelOption((option) =>
      named(
        option,
        ["gap-channel", "反馈频道", "回報頻道"],
        ["Where reports of gaps go", "缺失反馈发到哪个频道", "缺漏回報發到哪個頻道"],
      ).addChannelTypes(
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
      ),
    )
    .addBooleanOption((option) =>
      named(
        option,
        ["weekly-summary", "每周汇总", "每週彙整"],
        ["Sum up gaps there once a week", "每周在那里汇总缺失反馈", "每週在那裡彙整缺漏回報"],
      ),
    );
}

async function setGiven(invocation: CommandInvocation, guild: Guild, services: Services): Promise<Reply> {
  const { locale } = invocation;
  const say = phrases[locale].server.settings;
  const given = readGiven(invocation.options);
  if (Object.keys(given).length === 0) return sayPrivately(say.nothingGiven);
  const changed = await guild.change({ change: invocation.id, person: invocation.asker.id }, (state) =>
    planSettings(state, given),
  );
  if (changed.kind === "refused") return sayPrivately(say.unchanged);
  const force = settingsInForce(settingsOf(changed.state), services.defaults ?? builtInDefaults);
  const notes = [
    ...(given.gapChannel === undefined ? [] : checkChannel(given.gapChannel, invocation)),
    ...(force.weeklySummary && force.gapChannel === undefined ? [say.needsGapChannel] : []),
  ];
  return confirmSettings(changed.change, services, { locale, notes });
}

function readGiven(options: GivenOptions): Partial<SettingsRecord> {
  const { quotes, cooldown, language, threads, private: isPrivate } = options;
  const { "gap-channel": gapChannel, "weekly-summary": weekly } = options;
  return {
    ...(typeof quotes === "number" && { quotesPerAnswer: quotes }),
    ...(typeof cooldown === "number" && { cooldownSeconds: cooldown }),
    ...(typeof isPrivate === "boolean" && { private: isPrivate }),
    ...(language !== undefined && { locale: locales.find((locale) => locale === language) }),
    ...(typeof threads === "boolean" && { threads }),
    ...(typeof gapChannel === "string" && { gapChannel }),
    ...(typeof weekly === "boolean" && { weeklySummary: weekly }),
  };
}

/** What the bot may do is told of the channel alone in which it is asked. */
function checkChannel(chosen: string, { channel, locale }: CommandInvocation): string[] {
  const say = phrases[locale].server.settings;
  if (chosen !== channel.id || channel.botPermissions === undefined) return [say.tryGapChannel(`<#${chosen}>`)];
  const missing = missingPermissions(channel.botPermissions);
  const lacking = (channel.kind === "thread" ? missing.threads : missing.channel).filter((each) =>
    ["ViewChannel", "SendMessages", "SendMessagesInThreads"].includes(each),
  );
  const { names } = phrases[locale].help.permissions;
  return lacking.length === 0
    ? []
    : [
        say.cannotWrite(
          `<#${chosen}>`,
          lacking.map((each) => `**${names[each]}**`),
        ),
      ];
}
