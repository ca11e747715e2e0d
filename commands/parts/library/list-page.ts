import { isoDay } from "../../../src/community/days.ts";
import type { Guild } from "../../../src/community/guild.ts";
import { emptyState } from "../../../src/community/guild-state.ts";
import { keptBytes } from "../../../src/community/kept-bytes.ts";
import { libraryLimits } from "../../../src/community/library-limits.ts";
import { escapeInline, tidyLine } from "../../../src/render/escape.ts";
import type { Locale } from "../../../src/render/locale.ts";
import { megabytes } from "../../../src/render/megabytes.ts";
import { pageRows } from "../../../src/render/page-buttons.ts";
import { phrases } from "../../../src/render/phrases/all.ts";
import type { UpdateReply } from "../../../src/render/reply.ts";
import { writeLocale } from "../../../src/render/answer-state.ts";
import { activeVersion, titleOf } from "./own-articles.ts";

/** So many lines of 190 characters fit a message, with the names of so much that was lost. */
const [articlesPerPage, mostUnread] = [8, 3];

/** Shows some of the server's own articles. */
export function listPage(
  guild: Pick<Guild, "state" | "unreadable"> | undefined,
  page: number,
  locale: Locale,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const { library, page: sayPage } = phrases[locale];
  const state = guild?.state ?? emptyState;
  const say = library.list;
  const all = [...state.article];
  const pages = Math.max(1, Math.ceil(all.length / articlesPerPage));
  const at = Math.min(Math.max(page, 0), pages - 1);
  const lines = all.slice(at * articlesPerPage, (at + 1) * articlesPerPage).map(([id, record]) => {
    const active = activeVersion(record);
    const facts = [
      say.line(record.versions.length, active?.sentences ?? 0),
      ...(active ? [isoDay(active.at), megabytes(active.bytes)] : []),
    ];
    return `- \`${id}\` **${escapeInline(titleOf(id, record))}** · ${facts.join(" · ")}`;
  });
  const footer = [
    ...(pages > 1 ? [sayPage(at + 1, pages)] : []),
    library.show.weighs(megabytes(keptBytes(state)), megabytes(libraryLimits.bytes)),
    ...(state.draft.size > 0 ? [say.drafts(state.draft.size)] : []),
  ];
  const head = all.length === 0 ? [say.none] : [say.listed(all.length)];
  const stateOf = (to: number): readonly string[] => [writeLocale(locale), String(to)];
  const leafing = pageRows({ name: "library", stateOf, page: at, pages, locale });
  return {
    content: [
      ...head,
      ...lines,
      ...sayUnreadable(guild?.unreadable() ?? [], locale),
      ...(all.length === 0 ? [] : [`-# ${footer.join(" · ")}`]),
    ].join("\n"),
    quotes: [],
    components: leafing,
  };
}

function sayUnreadable(names: readonly string[], locale: Locale): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostUnread).map((name) => `\`${tidyLine(name.replaceAll("`", ""), 30)}\``);
  const all = [...shown, ...(names.length > shown.length ? ["…"] : [])].join(", ");
  return [phrases[locale].library.list.unreadable(all)];
}
