import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { type Localised, named } from "../parts/declare.ts";
import { gapFilters, gapsPage } from "../parts/gaps-page.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

const filterNames: Readonly<Record<(typeof gapFilters)[number], Localised>> = {
  open: ["open", "待处理", "待處理"],
  answered: ["answered", "已回答", "已回答"],
  outside: ["outside the articles", "不在文章范围内", "不在文章範圍內"],
  dismissed: ["dismissed", "已忽略", "已略過"],
  all: ["all", "全部", "全部"],
};

/** Lists the questions that people sent because the articles lack them. */
export const gaps: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["gaps", "缺失", "缺漏"],
        ["See what people asked that the articles lack", "查看文章没有回答的问题", "檢視文章沒有回答的問題"],
      ).addStringOption((option) =>
        named(
          option,
          ["state", "状态", "狀態"],
          ["Only these; open ones if nothing is chosen", "只看这些，默认待处理的", "只看這些，預設待處理的"],
        ).addChoices(...gapFilters.map((value) => choiceOf(value))),
      ),
    ),
  subcommands: [{ name: "gaps", run: listGaps }],
};

function choiceOf(value: (typeof gapFilters)[number]) {
  const [name, simplified, traditional] = filterNames[value];
  return { name, name_localizations: { "zh-CN": simplified, "zh-TW": traditional }, value };
}

/** Discord lets only those call it who may; nothing is checked again. */
async function listGaps({ options, locale }: CommandInvocation, { guild }: Services): Promise<Reply> {
  if (!guild) return sayPrivately(words[locale].unknownCommand);
  const filter = gapFilters.find((each) => each === options["state"]) ?? "open";
  return { kind: "message", private: true, ...gapsPage(await guild.fresh(), { filter, page: 0 }, locale) };
}
