import { count } from "./count.ts";
import path from "node:path";
import type { Article, Original, Section } from "../article/article.ts";
import { allSections, countContent, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { readArticle, readArticles } from "../article/read-articles.ts";
import type { Config } from "../config.ts";
import { loadTogether } from "../text/not-loaded.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Prints the table of contents of one article or of all configured ones. */
export async function outline(
  options: { readonly article?: string },
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const { directory, maxBytes } = config.articles;
  const articles =
    options.article === undefined
      ? await readArticles(path.resolve(terminal.directory, directory), maxBytes)
      : [await readArticle(path.resolve(terminal.directory, options.article), maxBytes)];
  terminal.output.write(`${writeOutline(articles)}\n`);
  return 0;
}

/**
 * Writes the table of contents of some articles, one below the other.
 *
 * @throws NotLoaded, one for all of them.
 */
export function writeOutline(articles: readonly Article[]): string {
  return loadTogether(articles.map((article) => () => outlineOf(article))).join("\n\n");
}

function outlineOf(article: Article): string {
  const { sections, paragraphs, sentences } = countContent(article.sections);
  const lines = [...allSections(article.sections)].map((section) => outlineLine(article, section));
  const counts = `${count(sections, "section")}, ${count(paragraphs, "paragraph")}, ${count(sentences, "sentence")}`;
  const read = article.original ? [originalLine(article.original)] : [];
  return [
    safeForTerminal(article.title),
    `${article.id} · version ${article.version.slice(0, 8)} · ${counts}`,
    ...read,
    ...lines,
  ].join("\n");
}

/** What the text was read out of, and what had to be guessed for it. */
function originalLine({ format, notes, sha256 }: Original): string {
  return safeForTerminal(
    [`read out of ${format}`, ...notes, `original ${sha256.slice(0, 8)}`].join(" · ").replaceAll(/\s+/gu, " "),
  );
}

function outlineLine(article: Article, section: Section): string {
  const own = { ...section, sections: [] };
  const { paragraphs, sentences } = countContent([own]);
  const indent = "  ".repeat(section.number.length);
  const heading = headingText(article, section).replace(/\s+/gu, " ") || "(no heading)";
  const reference = formatReference({ section: section.number, parts: [] });
  return `${indent}${reference} ${safeForTerminal(heading)} (${count(paragraphs, "paragraph")}, ${count(sentences, "sentence")})`;
}
