import type { CommandInvocation, Services } from "../../src/command.ts";
import { findEarlier, planRollback } from "../../src/community/rollback.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { changedRow, tellTaught } from "../parts/library/after-change.ts";
import { ownArticleOption, versionOption } from "../parts/library/declare-library.ts";
import { completeOwn, findOwnArticle, isoDay } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Puts an earlier version of an article into use again. */
export const rollback: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["rollback", "回退", "回退"],
        ["Go back to an earlier version", "回到较早的版本", "回到較早的版本"],
      )
        .addStringOption(ownArticleOption)
        .addStringOption(versionOption),
    ),
  subcommands: [{ name: "rollback", run: goBack, complete: completeOwn }],
};

async function goBack({ id, asker, options, locale }: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  const say = phrases[locale].library;
  if (!guild) return sayPrivately(say.nothingKept);
  const found = findOwnArticle(await guild.fresh(), options, locale);
  if (found.kind === "reply") return found.reply;
  const given = options["version"] === undefined ? undefined : String(options["version"]).trim().toLowerCase();
  const earlier = given === "" ? findEarlier(found.record) : findEarlier(found.record, given);
  if (earlier.kind === "refused") return sayPrivately(say.rollback.refused[earlier.refusal]);
  const { version, at } = earlier.version;
  const article = await guild.readVersion(version);
  if (!article) return sayPrivately(say.export.lost);
  const changed = await guild.change({ change: id, person: asker.id }, (state) => planRollback(state, article));
  if (changed.kind === "refused") return sayPrivately(say.rollback.refused[changed.refusal]);
  const shown = `${isoDay(at)} (\`${version.slice(0, 8)}\`)`;
  const changedArticle = { change: changed.change.id, article: found.id, state: changed.state };
  const content = [say.rollback.done(found.id, shown), ...tellTaught(changedArticle, locale)].join("\n");
  return sayPrivately(content, [changedRow(changedArticle, locale)]);
}
