import { idFor } from "../../src/article/name-file.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { planRename } from "../../src/community/rename.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { ownArticleOption, titleOption } from "../parts/library/declare-library.ts";
import { completeOwn, findOwnArticle, titleOf } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Gives an article another id, another title, or both. */
export const rename: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["rename", "改名", "改名"],
        ["Give an article another id or title", "为文章换 id 或标题", "為文章換 id 或標題"],
      )
        .addStringOption(ownArticleOption)
        .addStringOption((option) =>
          named(
            option,
            ["new-id", "新id", "新id"],
            ["A short name for it", "给它一个短名", "給它一個短名"],
          ).setMaxLength(60),
        )
        .addStringOption(titleOption),
    ),
  subcommands: [{ name: "rename", run: renameArticle, complete: completeOwn }],
};

async function renameArticle(
  { id, asker, options, locale }: CommandInvocation,
  { guild, sharedIds = new Set() }: Services,
): Promise<MessageReply> {
  const say = phrases[locale].library;
  if (!guild) return sayPrivately(say.nothingKept);
  const found = findOwnArticle(await guild.fresh(), options, locale);
  if (found.kind === "reply") return found.reply;
  const given = options["new-id"] === undefined ? undefined : String(options["new-id"]);
  if (given !== undefined && !/[\p{L}\p{N}]/u.test(given)) return sayPrivately(say.bring.badId);
  const newId = given === undefined ? undefined : idFor(`${given}.`, () => false);
  const title = tidyLine(String(options["title"] ?? ""), 200) || undefined;
  const changed = await guild.change({ change: id, person: asker.id }, (state) =>
    planRename(state, { article: found.id, newId, title, sharedIds }),
  );
  if (changed.kind === "refused") return sayPrivately(say.rename.refused[changed.refusal]);
  const renamed = newId ?? found.id;
  const record = changed.state.article.get(renamed) ?? found.record;
  const content = say.rename.done(renamed, escapeInline(titleOf(renamed, record)));
  return sayPrivately(content, [undoRow(changed.change.id, locale)]);
}
