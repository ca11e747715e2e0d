import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import { sourceLink } from "./source-link.ts";

export const citationForms = ["plain", "markdown", "gbt7714", "apa", "bibtex"] as const;

export type CitationForm = (typeof citationForms)[number];

export interface Cited {
  readonly article: Article;
  /** What is shown of one piece, or of several with something left out between them. */
  readonly texts: readonly string[];
  /** Where the first of them stands. */
  readonly span: Span;
  readonly reference: string;
  /** When it was looked up, as `2026-11-03`. */
  readonly date: string;
}

/** Writes a quote with its source in one of the usual forms; the last three are the source alone. */
export function cite(cited: Cited, form: CitationForm): string {
  switch (form) {
    case "plain":
      return citePlainly(cited);
    case "markdown":
      return citeInMarkdown(cited);
    case "gbt7714":
      return citeByStandard(cited);
    case "apa":
      return citeLikeApa(cited);
    case "bibtex":
      return citeForBibtex(cited);
  }
}

/** Whether a form holds the quote itself. */
export function holdsQuote(form: CitationForm): boolean {
  return form === "plain" || form === "markdown";
}

function citePlainly(cited: Cited): string {
  return `${cited.texts.join(gap)}\n${plainSource(cited)}`;
}

/** The usual mark for words left out of a quotation. */
const gap = " […] ";

/** Title, place, publisher, version and address in one line. */
export function plainSource({ article, span, reference }: Pick<Cited, "article" | "span" | "reference">): string {
  const title = article.language === "zh" ? `——《${oneLine(article.title)}》` : `— ${oneLine(article.title)}, `;
  const parts = [
    `${title}${reference}`,
    article.source.name && oneLine(article.source.name),
    `${article.language === "zh" ? "版本 " : "version "}${article.version.slice(0, 8)}`,
    sourceLink(article, span),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

function citeInMarkdown({ article, texts, span, reference }: Cited): string {
  const lines = texts
    .join(gap)
    .split(/\r\n?|\n/u)
    .map((line) => `> ${escapeMarkdown(line)}`);
  const link = sourceLink(article, span);
  const title = escapeMarkdown(oneLine(article.title));
  const named = link === undefined ? title : `[${title}](<${link}>)`;
  const parts = [`${named}, ${reference}`, article.source.name && escapeMarkdown(oneLine(article.source.name))];
  return [...lines, ">", `> — ${parts.filter(Boolean).join(", ")}`].join("\n");
}

/** GB/T 7714—2015, electronic resource online: 主要责任者. 题名[EB/OL]. 引文位置[引用日期]. 获取路径. */
function citeByStandard({ article, reference, date }: Cited): string {
  const { name, address } = article.source;
  const kind = address === undefined ? "Z" : "EB/OL";
  const parts = [
    name && `${oneLine(name)}. `,
    `${oneLine(article.title)}[${kind}]. `,
    `${reference}${article.date === undefined ? "" : `(${article.date})`}[${date}].`,
    address && ` ${address}.`,
  ];
  return parts.filter(Boolean).join("");
}

const months = "January February March April May June July August September October November December".split(" ");

function citeLikeApa({ article, reference, date }: Cited): string {
  const { name, address } = article.source;
  const [year = "", month = "", day = ""] = date.split("-");
  const retrieved = `${months[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
  const title = `${oneLine(article.title)} (${reference})`;
  const published = article.date === undefined ? "n.d." : article.date.slice(0, 4);
  const lead = name ? `${oneLine(name)}. (${published}). ${title}.` : `${title}. (${published}).`;
  return address ? `${lead} Retrieved ${retrieved}, from ${address}` : lead;
}

function citeForBibtex({ article, reference, date }: Cited): string {
  const { name, address } = article.source;
  const key = `${article.id.replaceAll(/[^\w.-]/gu, "") || "article"}-${article.version.slice(0, 8)}`;
  const fields = [
    ["title", `{${escapeLatex(oneLine(article.title))}}`],
    ["author", name && `{${escapeLatex(oneLine(name))}}`],
    ["url", address?.replaceAll(/[{}\\]/gu, encodeURIComponent)],
    ["date", article.date],
    ["urldate", date],
    ["note", `${escapeLatex(reference)}, version ${article.version.slice(0, 8)}`],
  ];
  const given = fields.filter(([, value]) => value !== undefined && value !== "");
  return [`@online{${key},`, ...given.map(([field, value]) => `  ${field} = {${value}},`), "}"].join("\n");
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/gu, " ").trim();
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+|~!-]/gu, "\\$&");
}

const latex: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeLatex(text: string): string {
  return text.replaceAll(/[\\~^{}$&#%_]/gu, (mark) => latex[mark] ?? `\\${mark}`);
}
