import type { Article, Section } from "../article/article.ts";
import { headingText } from "../article/article.ts";
import { landmarksOf } from "../article/landmarks.ts";
import { cutQuote, showsMoreThan } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import { writeLocale } from "./answer-state.ts";
import type { Cited, CitationForm } from "./cite.ts";
import { citationForms, cite, holdsQuote, plainSource } from "./cite.ts";
import { codeBlock } from "./code-block.ts";
import type { Row } from "./component.ts";
import { fitsControlId, writeControlId } from "./control-id.ts";
import { escapeLine, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import { renderQuoteBlock } from "./quote-block.ts";
import type { UpdateReply } from "./reply.ts";
import { contentLimit } from "./reply.ts";
import { sourceButton } from "./source-button.ts";

export interface CitationOptions {
  readonly article: Article;
  readonly section: Section;
  /** At least one. */
  readonly spans: readonly Span[];
  /** In canonical form. */
  readonly reference: string;
  /** As `2026-11-03`. */
  readonly date: string;
  readonly form: CitationForm;
  readonly locale: Locale;
}

/**
 * Shows a quote with its citation as plain text to copy, and a menu of the other forms.
 *
 * A form that holds the quote itself does not have it shown twice; what is too long for a message gives way to its
 * citation alone, which says so.
 */
export function renderCitation(options: CitationOptions): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const { article, section, spans, form, locale } = options;
  const isLong = showsMoreThan(article, spans, contentLimit);
  const quotes = isLong ? [] : spans.map((each) => ({ article: article.id, ...cutQuote(article, each) }));
  const span = spans[0] ?? section.span;
  const landmarks = landmarksOf(article, { start: span.start, end: spans.at(-1)?.end ?? span.end });
  const cited: Cited = { ...options, texts: quotes.map(({ shown }) => joinShown(shown)), span, landmarks };
  const heading = tidyLine(headingText(article, section), 100);
  const title = heading === "" ? [] : [`**${escapeLine(heading)}**`];
  const components = citationRows(options);
  if (!isLong) {
    const code = codeBlock(cite(cited, form));
    const body =
      form === "plain" ? [code] : [...quotes.map((quote) => renderQuoteBlock({ ...quote, matches: [] })), code];
    const whole = [...title, ...body].join("\n");
    if (whole.length <= contentLimit && whole.isWellFormed()) return { content: whole, quotes, components };
  }
  const source = codeBlock(holdsQuote(form) ? plainSource(cited) : cite(cited, form));
  const alone = [...title, `-# ${phrases[locale].cite.quoteTooLong}`, source].join("\n").toWellFormed();
  const content = alone.length <= contentLimit ? alone : `-# ${phrases[locale].cite.quoteTooLong} ${options.reference}`;
  return { content: content.slice(0, contentLimit), quotes: [], components };
}

function citationRows({ article, spans, reference, form, locale }: CitationOptions): Row[] {
  const { cite: say, buttons } = phrases[locale];
  const state = [writeLocale(locale), article.version.slice(0, 8), ...reference.split(":")];
  const options = citationForms.map((each) => ({ label: say.forms[each], value: each, isDefault: each === form }));
  const menu: Row[] = fitsControlId("cite", state)
    ? [{ kind: "select", customId: writeControlId("cite", state), placeholder: say.choose, options }]
    : [];
  const link = spans[0] ? sourceButton(article, spans[0], buttons.source) : [];
  return link.length > 0 ? [...menu, { kind: "buttons", buttons: link }] : menu;
}
