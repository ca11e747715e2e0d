import type { Article } from "../article/article.ts";
import type { LandmarkRange } from "../article/landmarks.ts";
import type { Span } from "../text/span.ts";
import type { Locale } from "./locale.ts";
import { landmarkWords, placeWords } from "./place-words.ts";
import { sourceLink } from "./source-link.ts";
import { words } from "./words/all.ts";
import type { Words } from "./words/words.ts";

export const citationForms = ["plain", "markdown", "gbt7714", "apa", "bibtex"] as const;

export type CitationForm = (typeof citationForms)[number];

export interface Cited {
  readonly article: Article;
  /** What is shown of one piece, or of several with something left out between them. */
  readonly texts: readonly string[];
  /** Where the first of them stands. */
  readonly span: Span;
  readonly reference: string;
  /** What readers of the original find all of it by. */
  readonly landmarks: readonly LandmarkRange[];
  /** The reader's: it tells Simplified from Traditional where the article is Chinese. */
  readonly locale: Locale;
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

/** A citation is written in the article's language. */
function wordsFor({ article, locale }: Pick<Cited, "article" | "locale">): Words {
  if (article.language !== "zh") return words.en;
  return words[locale === "zh-TW" ? locale : "zh-CN"];
}

/** The reference and the landmarks as one list, for where brackets stand around it already. */
function listPlace(cited: Pick<Cited, "article" | "locale" | "reference" | "landmarks">): string {
  return [cited.reference, ...landmarkWords(cited.landmarks, wordsFor(cited))].join(", ");
}

/** Title, place, publisher, version and address in one line. */
export function plainSource(cited: Omit<Cited, "texts" | "date">): string {
  const { article, span } = cited;
  const reference = placeWords(cited.reference, cited.landmarks, wordsFor(cited));
  const title = article.language === "zh" ? `——《${oneLine(article.title)}》` : `— ${oneLine(article.title)}, `;
  const parts = [
    `${title}${reference}`,
    article.source.name && oneLine(article.source.name),
    `${article.language === "zh" ? "版本 " : "version "}${article.version.slice(0, 8)}`,
    sourceLink(article, span),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

function citeInMarkdown(cited: Cited): string {
  const { article, texts, span, landmarks } = cited;
  const lines = texts
    .join(gap)
    .split(/\r\n?|\n/u)
    .map((line) => `> ${escapeMarkdown(line)}`);
  const link = sourceLink(article, span);
  const title = escapeMarkdown(oneLine(article.title));
  const named = link === undefined ? title : `[${title}](<${link}>)`;
  const escaped = landmarks.map((range) => ({
    ...range,
    first: escapeMarkdown(range.first),
    last: escapeMarkdown(range.last),
  }));
  const place = placeWords(cited.reference, escaped, wordsFor(cited));
  const parts = [`${named}, ${place}`, article.source.name && escapeMarkdown(oneLine(article.source.name))];
  return [...lines, ">", `> — ${parts.filter(Boolean).join(", ")}`].join("\n");
}

/** GB/T 7714—2015, electronic resource online: 主要责任者. 题名[EB/OL]. 引文位置[引用日期]. 获取路径. */
function citeByStandard(cited: Cited): string {
  const { article, date } = cited;
  const { name, address } = article.source;
  const kind = address === undefined ? "Z" : "EB/OL";
  const parts = [
    name && `${oneLine(name)}. `,
    `${oneLine(article.title)}[${kind}]. `,
    `${listPlace(cited)}${article.date === undefined ? "" : `(${article.date})`}[${date}].`,
    address && ` ${address}.`,
  ];
  return parts.filter(Boolean).join("");
}

const months = "January February March April May June July August September October November December".split(" ");

function citeLikeApa(cited: Cited): string {
  const { article, date } = cited;
  const { name, address } = article.source;
  const [year = "", month = "", day = ""] = date.split("-");
  const retrieved = `${months[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
  const title = `${oneLine(article.title)} (${listPlace(cited)})`;
  const published = article.date === undefined ? "n.d." : article.date.slice(0, 4);
  const lead = name ? `${oneLine(name)}. (${published}). ${title}.` : `${title}. (${published}).`;
  return address ? `${lead} Retrieved ${retrieved}, from ${address}` : lead;
}

function citeForBibtex({ article, reference, landmarks, date }: Cited): string {
  const { name, address } = article.source;
  const key = `${article.id.replaceAll(/[^\w.-]/gu, "") || "article"}-${article.version.slice(0, 8)}`;
  const times = landmarks.flatMap(({ kind, first }) => (kind === "time" ? [escapeLatex(oneLine(first))] : []));
  const fields = [
    ["title", `{${escapeLatex(oneLine(article.title))}}`],
    ["author", name && `{${escapeLatex(oneLine(name))}}`],
    ["url", address?.replaceAll(/[{}\\]/gu, encodeURIComponent)],
    ["date", article.date],
    ["urldate", date],
    ["chapter", rangeForBibtex(landmarks, "chapter")],
    ["pages", rangeForBibtex(landmarks, "page")],
    ["note", [escapeLatex(reference), ...times, `version ${article.version.slice(0, 8)}`].join(", ")],
  ];
  const given = fields.filter(([, value]) => value !== undefined && value !== "");
  return [`@online{${key},`, ...given.map(([field, value]) => `  ${field} = {${value}},`), "}"].join("\n");
}

/** Two hyphens are what BibTeX has for a dash between numbers. */
function rangeForBibtex(landmarks: readonly LandmarkRange[], kind: LandmarkRange["kind"]): string | undefined {
  const range = landmarks.find((each) => each.kind === kind);
  const [first, last] = [range?.first ?? "", range?.last ?? ""].map((label) => escapeLatex(oneLine(label)));
  return first === last ? first : `${first}--${last}`;
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
