import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { ownArticleOption } from "../parts/library/declare-library.ts";
import { completeOwn, findOwnArticle, titleOf } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Takes an article out, once that is confirmed. */
export const remove: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["remove", "移除", "移除"],
        ["Take an article out", "移除一篇文章", "移除一篇文章"],
      ).addStringOption(ownArticleOption),
    ),
  subcommands: [{ name: "remove", run: askWhether, complete: completeOwn }],
};

async function askWhether({ options, locale }: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  const say = phrases[locale].library;
  if (!guild) return sayPrivately(say.nothingKept);
  const found = findOwnArticle(await guild.fresh(), options, locale);
  if (found.kind === "reply") return found.reply;
  const { id, record } = found;
  const content = say.remove.confirm(escapeInline(titleOf(id, record)), id, record.versions.length);
  const button = { kind: "action" } as const;
  return sayPrivately(content, [
    {
      kind: "buttons",
      buttons: [
        { ...button, customId: writeControlId("remove", ["yes", id]), label: say.remove.button, style: "danger" },
        { ...button, customId: writeControlId("remove", ["no"]), label: say.remove.keep, style: "secondary" },
      ],
    },
  ]);
}
