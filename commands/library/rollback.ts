import { isoDay } from "../../src/community/days.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { findEarlier, planRollback } from "../../src/community/rollback.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { mostAtOnce } from "../parts/library/most-at-once.ts";
import { named } from "../parts/declare.ts";
import { checkBehind } from "../parts/library-check.ts";
import { ownArticleOption, versionOption } from "../parts/library/declare-library.ts";
import { completeOwn, findOwnArticle } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";
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

async function goBack(invocation: CommandInvocation, services: Services): Promise<Reply> {
  const { id, asker, options, locale } = invocation;
  const { guild } = services;
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
  const done = sayPrivately(say.rollback.done(found.id, shown), [undoRow(changed.change.id, locale)]);
  if (changed.state.taught.size === 0 && earlier.version.bytes <= mostAtOnce) return done;
  return { kind: "work", first: done, run: (work) => checkBehind(done, invocation, { services, work }) };
}
