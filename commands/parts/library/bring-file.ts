import type { Article } from "../../../src/article/article.ts";
import { ArticleError } from "../../../src/article/article-error.ts";
import { cleanName, idFor } from "../../../src/article/name-file.ts";
import type { Asker, Attachment } from "../../../src/invocation.ts";
import type { Files, Services } from "../../../src/services.ts";
import { planDraft } from "../../../src/community/draft.ts";
import type { Guild } from "../../../src/community/guild.ts";
import type { GuildState } from "../../../src/community/guild-state.ts";
import type { DraftRecord } from "../../../src/community/records.ts";
import { versionOf } from "../../../src/community/version-of.ts";
import { escapeInline, escapeLine, tidyLine } from "../../../src/render/escape.ts";
import type { Locale } from "../../../src/render/locale.ts";
import { phrases } from "../../../src/render/phrases/all.ts";
import type { MessageReply, Reply, Work } from "../../../src/render/reply.ts";
import { sayPrivately } from "../say.ts";
import { stopRow } from "../stop-row.ts";
import { showDraft } from "./show-draft.ts";

/** A file that somebody wants to be asked, and what they say of it. */
export interface Bringing {
  readonly attachment: Attachment;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: "zh" | "en" | undefined;
  readonly source?: string | undefined;
  /** The id of the article that it is to replace. */
  readonly replaces?: string | undefined;
}

/** Who brings it, by which interaction. */
export interface Bringer {
  readonly id: string;
  readonly asker: Asker;
  readonly locale: Locale;
}

/** Fetches a file, reads it and keeps it as a draft, which is shown and waits to be published. */
export function bringFile(bringer: Bringer, services: Services, bringing: Bringing): Reply {
  const say = phrases[bringer.locale].library;
  const { guild, files } = services;
  if (!guild) return sayPrivately(say.nothingKept);
  if (!files) return sayPrivately(say.noFiles);
  const target = findTarget(guild.state, services, bringing);
  if (target.kind === "refused") return sayPrivately(refusalOf(target, bringer.locale));
  const name = nameOf(bringing.attachment);
  const shownName = escapeInline(tidyLine(name, 80));
  return {
    kind: "work",
    first: progress(say.bring.fetching(shownName), bringer),
    run: (work) => bring({ bringer, services, guild, files, bringing, target, name, shownName, work }),
  };
}

type Target =
  | { readonly kind: "target"; readonly id: string; readonly replaces: boolean; readonly byName: boolean }
  | { readonly kind: "refused"; readonly refusal: "no-such-article" | "taken" | "bad-id"; readonly id: string };

/** Under which id it will stand; one that is taken from the file's name alone never hides everybody's article. */
function findTarget(state: GuildState, { library, sharedIds }: Services, bringing: Bringing): Target {
  const shared = (id: string): boolean => sharedIds?.has(id) ?? (library.articles.has(id) && !state.article.has(id));
  const { id: given, title, replaces, attachment } = bringing;
  if (replaces !== undefined) {
    return state.article.has(replaces)
      ? { kind: "target", id: replaces, replaces: true, byName: false }
      : { kind: "refused", refusal: "no-such-article", id: replaces };
  }
  if (given !== undefined && !/[\p{L}\p{N}]/u.test(given)) return { kind: "refused", refusal: "bad-id", id: given };
  const id =
    given === undefined
      ? idFor(title === undefined ? nameOf(attachment) : `${title}.`, shared)
      : idFor(`${given}.`, () => false);
  if (shared(id)) return { kind: "refused", refusal: "taken", id };
  const isThere = state.article.has(id);
  return { kind: "target", id, replaces: isThere, byName: isThere };
}

function refusalOf({ refusal, id }: Extract<Target, { kind: "refused" }>, locale: Locale): string {
  const say = phrases[locale].library.bring;
  const shown = tidyLine(id, 60).replaceAll("`", "");
  return refusal === "bad-id" ? say.badId : say.refused({ kind: refusal }, shown);
}

/** The name alone, with an ending that tells what it is. */
function nameOf({ name }: Attachment): string {
  const clean = cleanName(name);
  return clean.length <= 200 ? clean || "file" : clean.slice(-200).toWellFormed();
}

function progress(content: string, { id, locale }: Bringer): MessageReply {
  const label = phrases[locale].library.bring.stop;
  return sayPrivately(content, [stopRow(id, label)]);
}

interface Task {
  readonly bringer: Bringer;
  readonly services: Services;
  readonly guild: Guild;
  readonly files: Files;
  readonly bringing: Bringing;
  readonly target: Extract<Target, { kind: "target" }>;
  readonly name: string;
  readonly shownName: string;
  readonly work: Work;
}

async function bring(task: Task): Promise<MessageReply> {
  const { bringer, services, guild, files, bringing, target, work } = task;
  const bytes = await files.fetch(bringing.attachment, work.signal);
  const read = await readFile(task, bytes);
  if (read instanceof ArticleError) return explain(read, bringer.locale);
  const at = services.now?.() ?? 0;
  const { version, contents } = versionOf(read, { name: task.name, bytes, at, by: bringer.asker.id });
  const draft: DraftRecord = {
    article: target.id,
    replaces: target.replaces,
    title: tidyOption(bringing.title, 200),
    language: bringing.language,
    source: tidyOption(bringing.source, 300),
    version,
    at,
    by: bringer.asker.id,
  };
  // To pack a long article holds up everything else for a moment already.
  await services.pause?.();
  work.signal.throwIfAborted();
  const made = await guild.change({ change: bringer.id, person: bringer.asker.id }, (state) =>
    planDraft(state, { key: bringer.id, draft, contents, sharedIds: services.sharedIds ?? new Set() }),
  );
  if (made.kind === "refused") {
    return sayPrivately(phrases[bringer.locale].library.bring.refused(made.refusal, target.id));
  }
  if (target.replaces) work.show(progress(phrases[bringer.locale].library.bring.comparing, bringer));
  return showDraft(
    { key: bringer.id, draft, article: read, state: made.state, replacesByName: target.byName },
    { locale: bringer.locale, services, guild, signal: work.signal },
  );
}

function tidyOption(given: string | undefined, mostCharacters: number): string | undefined {
  const tidy = given === undefined ? "" : tidyLine(given, mostCharacters);
  return tidy === "" ? undefined : tidy;
}

async function readFile(
  { bringer, files, bringing, target, name, shownName, work }: Task,
  bytes: Uint8Array,
): Promise<Article | ArticleError> {
  const say = phrases[bringer.locale].library.bring;
  work.show(progress(say.reading(shownName), bringer));
  const onProgress = (done: number, of: number): void => {
    work.show(progress(say.reading(shownName, Math.floor((100 * done) / Math.max(1, of))), bringer));
  };
  try {
    const file = { name, bytes, id: target.id, language: bringing.language };
    return await files.read(file, { signal: work.signal, onProgress });
  } catch (error) {
    if (error instanceof ArticleError) return error;
    throw error;
  }
}

/** What the reader says is English, and holds the file's name. */
function explain(error: ArticleError, locale: Locale): MessageReply {
  const { unreadable } = phrases[locale].library.bring;
  return sayPrivately(`${unreadable}\n> ${escapeLine(tidyLine(error.message, 600))}`);
}
