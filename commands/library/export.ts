import { endingOf } from "../../src/article/formats/endings.ts";
import { cleanName } from "../../src/article/name-file.ts";
import type { CommandInvocation, Services } from "../../src/command.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { VersionRecord } from "../../src/community/records.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { megabytes } from "../../src/render/megabytes.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { ownArticleOption, versionOption } from "../parts/library/declare-library.ts";
import { activeVersion, completeOwn, findOwnArticle } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Discord's limit for a file. */
const mostBytes = 10 * 1024 * 1024;

/** Hands out a file as it was brought. */
export const exportFile: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["export", "导出", "匯出"],
        ["Get a document's file back", "取回文档的原文件", "取回文件的原檔"],
      )
        .addStringOption(ownArticleOption)
        .addStringOption(versionOption),
    ),
  subcommands: [{ name: "export", run: handOut, complete: completeOwn }],
};

async function handOut({ options, locale }: CommandInvocation, { guild }: Services): Promise<Reply> {
  const say = phrases[locale].library;
  if (!guild) return sayPrivately(say.nothingKept);
  const found = findOwnArticle(await guild.fresh(), options, locale);
  if (found.kind === "reply") return found.reply;
  const hash = String(options["version"] ?? "")
    .trim()
    .toLowerCase();
  const version =
    hash === "" ? activeVersion(found.record) : found.record.versions.find((each) => each.version.startsWith(hash));
  if (!version) return sayPrivately(say.rollback.refused["no-such-version"]);
  return {
    kind: "work",
    first: sayPrivately(say.export.fetching),
    run: () => fetchOriginal(version, found.id, { guild, locale }),
  };
}

async function fetchOriginal(
  { original, file }: VersionRecord,
  id: string,
  { guild, locale }: { readonly guild: Guild; readonly locale: Locale },
): Promise<MessageReply> {
  const say = phrases[locale].library.export;
  const bytes = await guild.readOriginal(original);
  if (!bytes) return sayPrivately(say.lost);
  if (bytes.length > mostBytes) return sayPrivately(say.tooLarge(megabytes(bytes.length)));
  const message = sayPrivately(say.done(escapeInline(tidyLine(file, 100))));
  return { ...message, files: [{ name: fileName(file, id), bytes }] };
}

/** Every system can save a file of this name: a device's name of Windows is never alone in it. */
function fileName(file: string, id: string): string {
  const name = cleanName(file).replaceAll(/[<>:"|?*`]/gu, "_");
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) || name === ""
    ? `${id}-${name || endingOf(file)}`
    : name;
}
