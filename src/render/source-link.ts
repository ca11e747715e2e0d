import type { Article, ArticleSource } from "../article/article.ts";
import { rememberSpans } from "../article/remember-spans.ts";
import { shownProse } from "../article/shown-parts.ts";
import { remember } from "../languages/remember.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";

/** Shorter quotes are named whole; of longer ones the link names the beginning and the end. */
const wholeLimit = 24;

/** Long enough to be found, short enough for a message: a Han character takes nine in an address. */
const pieceLength = 8;

/** Words are cut in context, for which so much of a line's beginning and end is enough. */
const lookedAt = 5000;

/** A link that would fill the message gives way to one that opens the page at its top. */
const directiveLimit = 400;
const pageLimit = 400;

/**
 * Makes the address that opens the article's source page at a quote, or `undefined` where no page is known.
 *
 *     https://example.org/page#:~:text=From%20its,very%20end.
 *
 * See https://wicg.github.io/scroll-to-text-fragment/ for the form.
 */
export function sourceLink(article: Article, span: Span): string | undefined {
  const page = sourcePage(article);
  if (page === undefined) return undefined;
  const directive = textDirective(article, span);
  if (directive === "") return page;
  return page.includes("#") ? `${page}:~:text=${directive}` : `${page}#:~:text=${directive}`;
}

/** The address of an article's source page, or `undefined` where none is known. */
export function sourcePage({ source }: Pick<Article, "source">): string | undefined {
  return pageOf(source).address;
}

const pageOf = remember(({ address }: ArticleSource) => ({ address: pageAddress(address) }));

function pageAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const href = url.href.replaceAll(/[()<>*~|`\\]/gu, percentEncode);
  return href.length > pageLimit ? undefined : href;
}

/** A page joins hard-wrapped lines, so no piece may hold a line break. */
const textDirective = rememberSpans((article: Article, span: Span): string => {
  const lines = endLines(article, span);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return "";
  const isWhole = lines.length === 1 && first.length <= 2 * wholeLimit && Array.from(first).length <= wholeLimit;
  if (isWhole) return encodePiece(first);
  const beginning = firstPiece(first, (piece) => isFirstPlace(article, span, piece));
  const end = lastPiece(last);
  const room = first.length - (lines.length === 1 ? end.length : 0);
  const directive = beginning.length > room ? encodePiece(first) : `${encodePiece(beginning)},${encodePiece(end)}`;
  return directive.length > directiveLimit ? "" : directive;
});

/** The lines of a span; of a long one those at its ends, since no other is named. */
function endLines(article: Article, span: Span): string[] {
  const { start, end } = span;
  if (end - start <= 4 * lookedAt) return linesOf(article, span);
  const above = linesOf(article, { start, end: start + 2 * lookedAt });
  const below = linesOf(article, { start: end - 2 * lookedAt, end });
  // A line that is cut in two must be one that is too long to be named.
  const isEnough = [above[0], below.at(-1)].every((line) => line !== undefined && line.length > directiveLimit);
  return (above.length > 1 && below.length > 1) || isEnough ? [...above, ...below] : linesOf(article, span);
}

function linesOf(article: Article, span: Span): string[] {
  return joinShown(shownProse(article, span))
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Browsers take the first place on the page, so a beginning that also stands earlier would lead astray. */
function isFirstPlace(article: Article, span: Span, piece: string): boolean {
  const first = article.text.indexOf(piece);
  return first === -1 || first >= span.start;
}

/**
 * Browsers match whole words only, so pieces are cut where words end.
 *
 * A piece that is longer than a directive may be ends the search: there will be none.
 */
function firstPiece(line: string, isEnough: (piece: string) => boolean): string {
  let piece = "";
  for (const { segment, isWordLike } of segmenter.segment(line.slice(0, lookedAt))) {
    piece += segment;
    if (isWordLike && piece.length >= pieceLength && isEnough(piece)) return piece;
    if (piece.length > directiveLimit) return line;
  }
  return line;
}

function lastPiece(line: string): string {
  const offset = Math.max(0, line.length - lookedAt);
  const words = segmenter.segment(line.slice(offset));
  let start = line.length;
  while (start > offset && line.length - start <= directiveLimit) {
    const word = words.containing(start - offset - 1);
    if (!word) break;
    start = offset + word.index;
    const piece = line.slice(start);
    if (word.isWordLike && piece.length >= pieceLength && line.indexOf(piece) === start) return piece;
  }
  return line;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** `-`, `,` and `&` have a meaning in a text directive, brackets and stars in Discord's Markdown. */
function encodePiece(piece: string): string {
  return encodeURIComponent(piece.toWellFormed()).replaceAll(/[-_!~*'()]/gu, percentEncode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
