import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { taughtPage } from "../parts/taught-page.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Lists what is taught. */
export const taught: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["taught", "已选出处", "已選出處"],
        [
          "List the questions whose place was chosen, and remove some",
          "列出已选定出处的问题，并可移除",
          "列出已選定出處的問題，並可移除",
        ],
      ).addStringOption((option) =>
        named(
          option,
          ["query", "查找", "搜尋"],
          ["Only questions that have these words", "只列出包含这些字的问题", "只列出包含這些字的問題"],
        ).setMaxLength(40),
      ),
    ),
  subcommands: [{ name: "taught", run: listTaught }],
};

async function listTaught({ locale, options }: CommandInvocation, services: Services): Promise<MessageReply> {
  const { guild, library } = services;
  if (!guild) return sayPrivately(phrases[locale].library.nothingKept);
  const query = String(options["query"] ?? "");
  const shown = taughtPage(await guild.fresh(), library, { query, page: 0, locale });
  return { kind: "message", private: true, ...shown };
}
