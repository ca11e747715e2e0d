import { bringFile } from "../parts/library/bring-file.ts";
import {
  fileOption,
  languageOption,
  ownArticleOption,
  sourceOption,
  titleOption,
} from "../parts/library/declare-library.ts";
import { givenDescription } from "../parts/library/given-description.ts";
import { completeOwn, findOwnArticle } from "../parts/library/own-articles.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Reply } from "../../src/render/reply.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Reads a newer file of an article and shows what it would change. */
export const replace: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["replace", "替换", "替換"],
        ["Bring a newer version: you see what changes first", "换成新版本：先看有何改动", "換成新版本：先看有何變更"],
      )
        .addStringOption(ownArticleOption)
        .addAttachmentOption(fileOption)
        .addStringOption(titleOption)
        .addStringOption(languageOption)
        .addStringOption(sourceOption),
    ),
  subcommands: [{ name: "replace", run: bringNewer, complete: completeOwn }],
};

function bringNewer(invocation: CommandInvocation, services: Services): Reply {
  const { options, locale, attachments } = invocation;
  const attachment = attachments?.["file"];
  if (!attachment) return sayPrivately(phrases[locale].library.bring.noAttachment);
  const found = services.guild && findOwnArticle(services.guild.state, options, locale);
  if (found?.kind === "reply") return found.reply;
  return bringFile(invocation, services, { attachment, replaces: found?.id, ...givenDescription(options) });
}
