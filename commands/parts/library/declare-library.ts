import type { SlashCommandAttachmentOption, SlashCommandStringOption } from "discord.js";
import { named } from "../declare.ts";

/** The server's own article that is meant. */
export function ownArticleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(option, ["id", "文章id", "文章id"], ["Which article", "哪一篇文章", "哪一篇文章"])
    .setRequired(true)
    .setMaxLength(60)
    .setAutocomplete(true);
}

export function fileOption(option: SlashCommandAttachmentOption): SlashCommandAttachmentOption {
  return named(
    option,
    ["file", "文件", "檔案"],
    [
      "PDF, Word, EPUB, HTML, Markdown, text …",
      "PDF、Word、EPUB、HTML、Markdown、文本等",
      "PDF、Word、EPUB、HTML、Markdown、文字等",
    ],
  ).setRequired(true);
}

export function versionOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(option, ["version", "版本", "版本"], ["Which of its versions", "它的哪个版本", "它的哪個版本"])
    .setMaxLength(64)
    .setAutocomplete(true);
}

export function titleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["title", "标题", "標題"],
    ["In place of the title that it has", "取代原有的标题", "取代原有的標題"],
  ).setMaxLength(200);
}

export function languageOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["language", "语言", "語言"],
    ["Where it is not recognised", "未能识别时", "未能辨識時"],
  ).addChoices(
    { name: "English", value: "en", name_localizations: { "zh-CN": "英文", "zh-TW": "英文" } },
    { name: "Chinese", value: "zh", name_localizations: { "zh-CN": "中文", "zh-TW": "中文" } },
  );
}

export function sourceOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return named(
    option,
    ["source", "来源", "來源"],
    ["Where it comes from: an address or a name", "出处：网址或名称", "出處：網址或名稱"],
  ).setMaxLength(300);
}
