import type { Article, Section } from "../../src/article/article.ts";
import { headingText } from "../../src/article/article.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";

/** Says of a section that it holds no text, by its number and heading. */
export function explainEmpty(article: Article, section: Section, locale: Locale): string {
  const say = phrases[locale].places.empty;
  const heading = escapeInline(tidyLine(headingText(article, section), 80));
  const name = [`§${section.number.join(".")}`, ...(heading === "" ? [] : [`**${heading}**`])].join(" ");
  return section.sections.length > 0 ? say.headings(name) : say.section(name);
}
