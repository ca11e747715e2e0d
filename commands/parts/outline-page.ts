import type { Article, Section } from "../../src/article/article.ts";
import { countContent, headingText } from "../../src/article/article.ts";
import { listSections } from "../../src/article/list-sections.ts";
import { remember } from "../../src/languages/remember.ts";
import { writeLocale } from "../../src/render/answer-state.ts";
import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, escapeLine, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";

/** Discord's limit for a select menu; so many headings of 60 characters fit a message, too. */
const sectionsPerPage = 20;
const mostLevels = 6;

export interface OutlineOptions {
  readonly page: number;
  readonly locale: Locale;
}

/** Shows a part of an article's table of contents, with a menu that opens a section. */
export function outlinePage(
  article: Article,
  { page, locale }: OutlineOptions,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const all = listSections(article);
  const pages = Math.max(1, Math.ceil(all.length / sectionsPerPage));
  const at = Math.min(Math.max(page, 0), pages - 1);
  const shown = all.slice(at * sectionsPerPage, (at + 1) * sectionsPerPage);
  const { outline, page: say } = phrases[locale];
  const version = article.version.slice(0, 8);
  const footer = [...(pages > 1 ? [say(at + 1, pages)] : []), words[locale].version(version)];
  const lines = [
    `**${escapeLine(tidyLine(article.title, 100)) || article.id}**`,
    ...shown.map((section) => renderLine(article, section)),
    `-# ${footer.join(" · ")}`,
  ];
  const stateOf = (to: number) => [writeLocale(locale), version, String(to)];
  const rows = pageRows({ name: "outline", stateOf, page: at, pages, locale });
  const menu: Row = {
    kind: "select",
    customId: writeControlId("section", [writeLocale(locale), version, String(at)]),
    placeholder: outline.choose,
    options: shown.map((section) => ({
      label: tidyLine(titleOf(article, section), 100),
      value: section.number.join("."),
      description: outline.sentences(sentencesIn(section)),
    })),
  };
  return {
    content: lines.join("\n").toWellFormed(),
    quotes: [],
    components: shown.length > 0 ? [menu, ...rows] : rows,
  };
}

const sentencesIn = remember((section: Section) => countContent([section]).sentences);

function renderLine(article: Article, section: Section): string {
  const depth = Math.min(section.number.length, mostLevels) - 1;
  return `${"\u2003".repeat(depth)}${escapeInline(tidyLine(titleOf(article, section), 60))}`;
}

function titleOf(article: Article, section: Section): string {
  return `§${section.number.join(".")} ${headingText(article, section)}`;
}
