import type { Article } from "../article/article.ts";
import { shownProse } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";

/** Shorter quotes are named whole; of longer ones the link names the beginning and the end. */
const wholeLimit = 24;

/** Long enough to be found, short enough for a message: a Han character takes nine in an address. */
const pieceLength = 8;

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
  const page = pageAddress(article.source.address);
  if (page === undefined) return undefined;
  const directive = textDirective(article, span);
  if (directive === "") return page;
  return page.includes("#") ? `${page}:~:text=${directive}` : `${page}#:~:text=${directive}`;
}

function pageAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const href = url.href.replaceAll(/[()<>*~|`\\]/gu, percentEncode);
  return href.length > pageLimit ? undefined : href;
}

/** A page joins hard-wrapped lines, so no piece may hold a line break. */
function textDirective(article: Article, span: Span): string {
  const lines = joinShown(shownProse(article, span))
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return "";
  const isWhole = lines.length === 1 && Array.from(first).length <= wholeLimit;
  if (isWhole) return encodePiece(first);
  const beginning = firstPiece(first, (piece) => isFirstPlace(article, span, piece));
  const end = lastPiece(last);
  const room = first.length - (lines.length === 1 ? end.length : 0);
  const directive = beginning.length > room ? encodePiece(first) : `${encodePiece(beginning)},${encodePiece(end)}`;
  return directive.length > directiveLimit ? "" : directive;
}

/** Browsers take the first place on the page, so a beginning that also stands earlier would lead astray. */
function isFirstPlace(article: Article, span: Span, piece: string): boolean {
  const first = article.text.indexOf(piece);
  return first === -1 || first >= span.start;
}

/** Browsers match whole words only, so pieces are cut where words end. */
function firstPiece(line: string, isEnough: (piece: string) => boolean): string {
  let piece = "";
  for (const { segment, isWordLike } of words(line)) {
    piece += segment;
    if (isWordLike && piece.length >= pieceLength && isEnough(piece)) return piece;
  }
  return line;
}

function lastPiece(line: string): string {
  let piece = "";
  for (const { segment, isWordLike } of [...words(line)].toReversed()) {
    piece = segment + piece;
    const isEnough = isWordLike && piece.length >= pieceLength;
    if (isEnough && line.indexOf(piece) === line.length - piece.length) return piece;
  }
  return line;
}

function words(line: string): Intl.Segments {
  return new Intl.Segmenter("zh", { granularity: "word" }).segment(line);
}

/** `-`, `,` and `&` have a meaning in a text directive, brackets and stars in Discord's Markdown. */
function encodePiece(piece: string): string {
  return encodeURIComponent(piece.toWellFormed()).replaceAll(/[-_!~*'()]/gu, percentEncode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
