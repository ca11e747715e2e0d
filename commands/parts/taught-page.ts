import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { TaughtRecord } from "../../src/community/records.ts";
import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";

/** So few and so short that they fit a message even where each character is escaped. */
const perPage = 7;
const longestQuestion = 80;
const longestTitle = 30;
/** Discord's limit. */
const longestOption = 100;

export interface TaughtPage {
  readonly query: string;
  readonly page: number;
  readonly locale: Locale;
}

/** Lists what is taught, the lost ones first, with a menu to remove one. */
export function taughtPage(
  { taught }: Pick<GuildState, "taught">,
  library: Library,
  { query, page, locale }: TaughtPage,
): Omit<UpdateReply, "kind"> {
  const say = phrases[locale].teach.list;
  const sought = library.analyse(query).folded.text.trim();
  const fitting = [...taught]
    .filter(([, { question }]) => sought === "" || library.analyse(question).folded.text.includes(sought))
    .toSorted(([, a], [, b]) => Number(b.lost) - Number(a.lost) || b.at - a.at);
  if (fitting.length === 0) {
    const content = taught.size === 0 ? say.none : say.noneLike(escapeInline(tidyLine(query, longestQuestion)));
    return { content, quotes: [], components: [] };
  }
  const pages = Math.ceil(fitting.length / perPage);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = fitting.slice(at * perPage, (at + 1) * perPage);
  const lost = fitting.filter(([, record]) => record.lost).length;
  const lines = shown.map(([, record]) => `- ${lineOf(record, library, say.isLost)}`);
  const above = [say.title(fitting.length), ...(lost > 0 ? [say.lost(lost)] : [])];
  const below = pages > 1 ? [`-# ${phrases[locale].page(at + 1, pages)}`] : [];
  const options = shown.map(([key, { question }]) => ({ label: tidyLine(question, longestOption), value: key }));
  const stateOf = (to: number): readonly string[] => [String(to), ...query.split(":")];
  const leafing = pageRows({ name: "taught", stateOf, page: at, pages, locale });
  const components: Row[] = [
    { kind: "select", customId: writeControlId("untaught", []), placeholder: say.remove, options },
    ...leafing,
  ];
  return { content: [...above, ...lines, ...below].join("\n"), quotes: [], components };
}

function lineOf({ question, article: id, span, text, lost }: TaughtRecord, library: Library, isLost: string): string {
  const article = library.articles.get(id);
  const quote = article?.text.startsWith(text, span.start) === true ? quoteSpan(article, span) : undefined;
  const title = escapeInline(tidyLine(article?.title ?? id, longestTitle));
  const place = quote && !lost ? escapeInline(quote.reference) : `⚠ ${isLost}`;
  const named = library.articles.size > 1 || !article ? `${title} ${place}` : place;
  return `${escapeInline(tidyLine(question, longestQuestion))} → ${named}`;
}
