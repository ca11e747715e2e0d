import { ArchiveError } from "../../src/community/archive/archive.ts";
import { makeManifest } from "../../src/community/archive/make-manifest.ts";
import { packArchive } from "../../src/community/archive/pack-archive.ts";
import { cleanName } from "../../src/article/name-file.ts";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { keptBytes } from "../../src/community/kept-bytes.ts";
import type { VersionRecord } from "../../src/community/records.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { megabytes } from "../../src/render/megabytes.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply, Reply, ReplyFile, Work } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { ownArticleOption, versionOption } from "../parts/library/declare-library.ts";
import { activeVersion, completeOwn, findOwnArticle } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Discord's limit for a file. */
const mostBytes = 10 * 1024 * 1024;
/** More files are not packed here: it would hold up everything else. */
const mostPacked = 12_000_000;

/** Hands out a file as it was brought, or all that the server has. */
export const exportFile: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["export", "导出", "匯出"],
        ["Get a file back, or everything as one archive", "取回一个文件，或全部打包", "取回一個檔案，或全部打包"],
      )
        .addStringOption((option) => ownArticleOption(option).setRequired(false))
        .addStringOption(versionOption),
    ),
  subcommands: [{ name: "export", run: handOut, complete: completeOwn }],
};

async function handOut({ options, locale }: CommandInvocation, services: Services): Promise<Reply> {
  const { guild } = services;
  const say = phrases[locale].library;
  if (!guild) return sayPrivately(say.nothingKept);
  const state = await guild.fresh();
  const first = sayPrivately(say.export.fetching);
  if (String(options["id"] ?? "") === "") {
    const size = keptBytes({ article: state.article, draft: new Map() });
    if (size > mostPacked) return sayPrivately(say.export.tooLarge(megabytes(size)));
    return { kind: "work", first, run: (work) => packAll(guild, work, { locale, now: services.now?.() ?? 0 }) };
  }
  const found = findOwnArticle(state, options, locale);
  if (found.kind === "reply") return found.reply;
  const hash = String(options["version"] ?? "")
    .trim()
    .toLowerCase();
  const version =
    hash === "" ? activeVersion(found.record) : found.record.versions.find((each) => each.version.startsWith(hash));
  if (!version) return sayPrivately(say.rollback.refused["no-such-version"]);
  return { kind: "work", first, run: () => fetchOriginal(version, { id: found.id, guild, locale }) };
}

interface Fetching {
  readonly id: string;
  readonly guild: Guild;
  readonly locale: Locale;
}

async function fetchOriginal(
  { original, file }: VersionRecord,
  { id, guild, locale }: Fetching,
): Promise<MessageReply> {
  const say = phrases[locale].library.export;
  const bytes = await guild.readOriginal(original);
  if (!bytes) return sayPrivately(say.lost);
  return withFile({ name: fileName(file, id), bytes }, say.done(escapeInline(tidyLine(file, 100))), locale);
}

/** Every system can save a file of this name: a device's name of Windows never stands alone in it. */
function fileName(file: string, id: string): string {
  const name = cleanName(file).replaceAll(/[<>:"|?*`]/gu, "_");
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name);
  return isDevice || name === "" ? `${id}-${name || "file"}` : name;
}

/** Articles with all versions and files, what was taught, words, scopes and settings; nobody's id. */
async function packAll(
  guild: Guild,
  { signal }: Work,
  { locale, now }: { readonly locale: Locale; readonly now: number },
): Promise<MessageReply> {
  const say = phrases[locale].library.export;
  const manifest = makeManifest(await guild.fresh(), { guild: guild.id, now });
  const contents = new Map<string, Uint8Array>();
  for (const sha256 of Object.keys(manifest.files)) {
    signal.throwIfAborted();
    const bytes = await guild.readOriginal(sha256);
    if (bytes) contents.set(sha256, bytes);
  }
  try {
    const bytes = packArchive({ manifest, contents });
    return withFile({ name: `library-${manifest.written.slice(0, 10)}.zip`, bytes }, say.all, locale);
  } catch (error) {
    if (error instanceof ArchiveError) return sayPrivately(say.lost);
    throw error;
  }
}

function withFile(file: ReplyFile, content: string, locale: Locale): MessageReply {
  const { length } = file.bytes;
  if (length > mostBytes) return sayPrivately(phrases[locale].library.export.tooLarge(megabytes(length)));
  return { ...sayPrivately(content), files: [file] };
}
