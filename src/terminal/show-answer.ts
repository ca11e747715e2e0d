import { styleText } from "node:util";
import { type Answer, type DeclineReason, listedQuotes, type Quote } from "../answer/answer.ts";
import type { Article } from "../article/article.ts";
import { quotePieces, withoutHeading } from "../answer/quote-pieces.ts";
import type { Library } from "../search/library.ts";
import { assertShown } from "../render/assert-quotes.ts";
import { placeWords } from "../render/place-words.ts";
import { sourceLink } from "../render/source-link.ts";
import { words } from "../render/words/all.ts";
import { joinShown, shownSpan } from "../text/shown-part.ts";
import { mergeSpans } from "../text/span.ts";
import { columns } from "../text/width.ts";
import type { Look } from "./look.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { showAddress } from "./show-address.ts";

const REASONS: Record<DeclineReason, string> = {
  "no-words": "There is no question in this. Ask about the article in a few words of your own.",
  "nothing-found": "The article says nothing near this question.",
  "not-covered": "The article does not answer this question.",
  "unknown-language": "Only questions in Chinese and English can be read.",
};

/** Writes an answer for a terminal: quotes with heading, reference and link, and what is to be said of them. */
export function showAnswer(answer: Answer, library: Library, look: Look): string {
  const style: Style = (format, text) => (look.colour ? styleText(format, text, { validateStream: false }) : text);
  const quotes = listedQuotes(answer);
  const blocks = quotes.map((quote) => showQuote(quote, library, { style, look }));
  if (answer.added.length > 0) {
    blocks.unshift(style("dim", `Taken over from earlier questions: ${answer.added.map(safeForTerminal).join(", ")}`));
  }
  if (answer.kind === "quotes" && answer.chosen) {
    const { question } = answer.chosen;
    const what = question === undefined ? "this question" : `“${safeForTerminal(question)}”`;
    blocks.unshift(style("dim", `People of the server chose the first place for ${what}`));
  }
  if (answer.kind === "quotes") return blocks.join("\n\n");
  const { kind, missing } = answer;
  const lines = [kind === "unsure" ? "The article may not answer this question." : REASONS[answer.reason]];
  if (missing.length > 0) lines.push(`Not found in the article: ${missing.map(safeForTerminal).join(", ")}`);
  if (kind === "unsure") lines.push("The closest passages:");
  else if (quotes.length > 0) lines.push("The nearest passages, which do not answer it:");
  return [lines.join("\n"), ...blocks].join("\n\n");
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

interface Pen {
  readonly style: Style;
  readonly look: Look;
}

function showQuote(quote: Quote, library: Library, { style, look }: Pen): string {
  const article = library.articles.get(quote.article);
  if (!article) throw new RangeError(`there is no article "${quote.article}"`);
  const pieces = quotePieces(withoutHeading(quote), article.text);
  for (const piece of pieces) assertShown(article, piece);
  const lines = pieces.flatMap(({ span, shown, isApart }) => {
    const matches = span.start === quote.span.start ? quote.matches : [];
    return [...(isApart ? ["  …"] : []), `  ${emphasise({ shown, matches }, style)}`];
  });
  const heading = quote.section || article.title;
  const name = library.articles.size > 1 ? `${nameOf(article, library)} › ${heading}` : heading;
  return [style("bold", safeForTerminal(name)), ...lines, ...footerOf(quote, article, { style, look })].join("\n");
}

/** Articles of the same title are told apart by their ids. */
function nameOf({ id, title }: Article, { articles }: Library): string {
  const isShared = articles.values().some((other) => other.id !== id && other.title === title);
  return isShared ? `${title} (${id})` : title;
}

/** Place, version and address; an address that would be folded stands on a line of its own. */
function footerOf(quote: Quote, article: Article, { style, look }: Pen): string[] {
  const place = safeForTerminal(placeWords(quote.reference, quote.landmarks, words.en));
  const facts = `${place} · version ${article.version.slice(0, 8)}`;
  const link = sourceLink(article, quote.span);
  if (link === undefined) return [style("dim", `  ${facts}`)];
  const address = showAddress(link, look);
  const width = columns(`  ${facts} · ${showAddress(link, { hyperlinks: false })}`);
  const isFolded = !look.hyperlinks && look.columns !== undefined && width > look.columns;
  return (isFolded ? [facts, address] : [`${facts} · ${address}`]).map((line) => style("dim", `  ${line}`));
}

function emphasise({ shown: parts, matches }: Pick<Quote, "shown" | "matches">, style: Style): string {
  const text = joinShown(parts);
  let shown = "";
  let at = 0;
  for (const { start, end } of mergeSpans(matches.flatMap((match) => shownSpan(parts, match) ?? []))) {
    shown +=
      safeForTerminal(text.slice(at, start)) + style(["bold", "yellow"], safeForTerminal(text.slice(start, end)));
    at = end;
  }
  return shown + safeForTerminal(text.slice(at));
}
