import { quoteSpan } from "../answer/quote-span.ts";
import type { Article, Section } from "../article/article.ts";
import { headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { listSections } from "../article/list-sections.ts";
import { landmarksOf } from "../article/landmarks.ts";
import { referenceTo } from "../article/reference-to.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import type { ActionButton, Row } from "./component.ts";
import { writeControlId } from "./control-id.ts";
import { writeLocale } from "./answer-state.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { pageButtons } from "./page-buttons.ts";
import { phrases } from "./phrases/all.ts";
import { placeWords } from "./place-words.ts";
import { renderQuoteBlock } from "./quote-block.ts";
import type { ShownQuote, UpdateReply } from "./reply.ts";
import type { PagePiece, SectionPage } from "./section-pages.ts";
import { sectionPages } from "./section-pages.ts";
import { sourceButton } from "./source-button.ts";
import { sourceLink } from "./source-link.ts";
import { words } from "./words/all.ts";

export interface ReadOptions {
  readonly article: Article;
  readonly section: Section;
  /** Counted from 0; past the end means the last one. */
  readonly page: number;
  readonly numbers: boolean;
  readonly locale: Locale;
}

const mostHeadingCharacters = 100;
const mostPartsCharacters = 200;
const mostPartCharacters = 60;

/** Shows one page of a section, with buttons to go on. */
export function readPage(options: ReadOptions): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const { article, section, numbers, locale } = options;
  const pages = sectionPages(article, section);
  const at = Math.min(Math.max(options.page, 0), Math.max(0, pages.length - 1));
  const page = pages[at];
  const shown = page?.kind === "text" ? page.pieces.map((piece) => renderPiece(article, piece, numbers)) : [];
  const lines = [
    `**${titleOf(article, section)}**`,
    ...shown.map(({ text }) => text),
    ...(page?.kind === "too-long" ? [explainLong(article, page.piece, locale)] : []),
    ...(at >= pages.length - 1 ? listParts(article, section, locale) : []),
    `-# ${footer(options, page, { at, count: pages.length })}`,
  ];
  return {
    content: lines.join("\n").toWellFormed(),
    quotes: shown.flatMap(({ quotes }) => quotes),
    components: readButtons({ ...options, page: at }, page, pages.length),
  };
}

function titleOf(article: Article, section: Section): string {
  return escapeLine(tidyLine(`§${section.number.join(".")} ${headingText(article, section)}`, mostHeadingCharacters));
}

interface Piece {
  readonly text: string;
  readonly quotes: readonly ShownQuote[];
}

/** With numbers each sentence is a quote of its own, otherwise the whole run is one. */
function renderPiece(article: Article, { paragraph, firstSentence, sentences }: PagePiece, numbers: boolean): Piece {
  const quoteOf = (span: Span) => ({ article: article.id, ...cutQuote(article, span) });
  const label = `-# ¶${paragraph}`;
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return { text: label, quotes: [] };
  if (!numbers) {
    const whole = quoteOf({ start: first.start, end: last.end });
    return { text: `${label}\n${renderQuoteBlock({ ...whole, matches: [] })}`, quotes: [whole] };
  }
  const quotes = sentences.map(quoteOf);
  const numbered = quotes.map(({ shown }, index) => {
    const [head = "", ...rest] = joinShown(shown).split(/\r\n?|\n/u);
    return [`${superscript(firstSentence + index)}${escapeInline(head)}`, ...rest.map(escapeLine)].join("\n> ");
  });
  return { text: `${label}\n> ${numbered.join(" ")}`, quotes };
}

function superscript(number: number): string {
  return String(number).replaceAll(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}

function explainLong(article: Article, piece: PagePiece, locale: Locale): string {
  const span = piece.sentences[0] ?? { start: 0, end: 0 };
  const reference = quoteSpan(article, span)?.reference ?? "";
  const link = sourceLink(article, span);
  return phrases[locale].read.tooLong(link === undefined ? reference : `[${reference}](<${link}>)`);
}

function listParts(article: Article, section: Section, locale: Locale): string[] {
  const { read } = phrases[locale];
  if (section.sections.length === 0) return section.paragraphs.length === 0 ? [read.empty] : [];
  const parts: string[] = [];
  let room = mostPartsCharacters;
  for (const part of section.sections) {
    const named = tidyLine(`§${part.number.join(".")} ${headingText(article, part)}`, mostPartCharacters);
    room -= named.length;
    if (room < 0) break;
    parts.push(escapeInline(named));
  }
  const more = section.sections.length - parts.length;
  return [`-# ${read.subsections} ${[...parts, ...(more > 0 ? [read.moreSubsections(more)] : [])].join(" · ")}`];
}

function footer(
  { article, locale }: ReadOptions,
  page: SectionPage | undefined,
  place: { at: number; count: number },
): string {
  const spans = page ? spansOf(page) : [];
  const [first, last] = [spans[0], spans.at(-1)];
  const whole = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const reference = last && referenceTo(article, whole);
  const parts = [
    reference && escapeInline(placeWords(formatReference(reference), landmarksOf(article, whole), words[locale])),
    place.count > 1 ? phrases[locale].page(place.at + 1, place.count) : undefined,
    words[locale].version(article.version.slice(0, 8)),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

function spansOf(page: SectionPage): readonly Span[] {
  return page.kind === "text" ? page.pieces.flatMap(({ sentences }) => sentences) : page.piece.sentences;
}

/** The state of a page that may be opened: `1:read:>:e:0a1b2c3d:2.1:3:n`. */
function readState({ article, section, page, numbers, locale }: ReadOptions): string[] {
  return [writeLocale(locale), article.version.slice(0, 8), section.number.join("."), String(page), numbers ? "n" : ""];
}

function readButtons(options: ReadOptions, page: SectionPage | undefined, pages: number): Row[] {
  const { article, section, numbers, locale } = options;
  const { buttons } = phrases[locale];
  const all = listSections(article);
  const place = all.indexOf(section);
  const stateOf = (to: number) => readState({ ...options, page: to });
  const open = (label: string, mark: string, to: Section | undefined): ActionButton[] => {
    if (!to) return [];
    const customId = writeControlId("read", [mark, ...readState({ ...options, section: to, page: 0 })]);
    return [{ kind: "action", customId, label, style: "secondary" }];
  };
  const toggle: ActionButton = {
    kind: "action",
    customId: writeControlId("read", ["t", ...readState({ ...options, numbers: !numbers })]),
    label: numbers ? buttons.hideNumbers : buttons.showNumbers,
    style: "secondary",
  };
  const leaf = pageButtons({ name: "read", stateOf, page: options.page, pages, locale });
  const [back, on] = leaf.map((button) => (button.disabled ? [] : [button]));
  const span = page && spansOf(page)[0];
  // What leads on comes first, so that it stays in its place however often it is pressed; what is before a section is opened
  // from its beginning.
  const row = [
    ...(on ?? []),
    ...open(buttons.nextSection, "n", all[place + 1]),
    ...(options.page > 0 ? (back ?? []) : open(buttons.previousSection, "p", all[place - 1])),
    toggle,
    ...(span ? sourceButton(article, span, buttons.source) : []),
  ];
  return [{ kind: "buttons", buttons: row }];
}
