import { ArticleError } from "../../article-error.ts";
import type { ExtractionOptions, SourceFile } from "../format.ts";
import type { PdfDocument, PdfPage, TextContent } from "./library.ts";
import { type PagePieces, readPieces } from "./pieces.ts";
import { readTags, type Tag } from "./tags.ts";

export interface ReadDocument {
  readonly pages: readonly PagePieces[];
  /** As the document names its pages: `xiv`, `12`. */
  readonly labels: readonly string[];
  /** What the metadata call the document, whatever that is. */
  readonly title: unknown;
  readonly notes: readonly string[];
}

const MOST_PAGES = 3000;
/** More pieces of text than this are no document, or no page, that anybody reads. */
const MOST_ITEMS = 800_000;
const MOST_ON_PAGE = 40_000;
/** Pieces come some ten together; one by one they come from forms that are drawn within each other again and again. */
const MOST_CHUNKS = 5000;

/**
 * Reads the text of all pages with its places.
 *
 * @throws ArticleError when there is none, or too much.
 */
export async function readPages(
  document: PdfDocument,
  { name }: SourceFile,
  { longestText }: ExtractionOptions,
): Promise<ReadDocument> {
  const count = document.numPages;
  if (count > MOST_PAGES) throw new ArticleError(name, `has ${count} pages, more than ${MOST_PAGES}; split it`);
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const facts = new Map<string, unknown>(Object.entries(info));
  const isTagged = (await document.getMarkInfo().catch(() => null))?.Marked === true;
  const pages: PagePieces[] = [];
  const broken: string[] = [];
  const labels = await readLabels(document);
  let [length, items] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const read = await readPage(document, index, {
      isTagged,
      longest: longestText - length,
      most: Math.min(MOST_ON_PAGE, MOST_ITEMS - items),
    });
    if (!read) broken.push(labels[index] ?? "");
    pages.push(read ?? NO_PAGE);
    length += read?.length ?? 0;
    items += read?.items ?? 0;
    if (length > longestText) throw new ArticleError(name, `holds more than ${longestText} characters; split it`);
    if ((read?.items ?? 0) > MOST_ON_PAGE || items > MOST_ITEMS) {
      throw new ArticleError(
        name,
        `is drawn in too many pieces (page ${labels[index]}); print it into a new PDF, or split it`,
      );
    }
  }
  return { pages, labels, title: facts.get("Title"), notes: checkText({ name, pages, labels, broken, facts }) };
}

async function readLabels(document: PdfDocument): Promise<string[]> {
  const labels = await document.getPageLabels().catch(() => null);
  return Array.from({ length: document.numPages }, (_, index) => labels?.[index]?.trim() || String(index + 1));
}

interface PageLimits {
  readonly isTagged: boolean;
  readonly longest: number;
  readonly most: number;
}

type CountedPage = PagePieces & { readonly length: number; readonly items: number };

/** Gives nothing where the page is broken; stops once it is known to be too long. */
async function readPage(document: PdfDocument, index: number, limits: PageLimits): Promise<CountedPage | undefined> {
  try {
    const page = await document.getPage(index + 1);
    const { content, length, items } = await readContent(page, limits);
    const tags = limits.isTagged ? await readTags(page) : new Map<string, Tag>();
    const pieces = readPieces(content, page.getViewport({ scale: 1 }), tags);
    page.cleanup();
    return { ...pieces, length, items };
  } catch {
    return undefined;
  }
}

interface ReadContent {
  readonly content: TextContent;
  readonly length: number;
  readonly items: number;
}

/**
 * Reads a page's content as far as the limits go.
 *
 * Then it is left as it is: the library waits until more is asked for, and a stream that is cancelled would make it fail.
 */
async function readContent(page: PdfPage, { isTagged, longest, most }: PageLimits): Promise<ReadContent> {
  const stream: ReadableStream<TextContent> = page.streamTextContent({ includeMarkedContent: isTagged });
  const reader = stream.getReader();
  const content: TextContent = { items: [], styles: {}, lang: null };
  let length = 0;
  for (let chunks = 0; chunks <= MOST_CHUNKS; chunks += 1) {
    const { done, value } = await reader.read();
    if (done) return { content, length, items: content.items.length };
    for (const item of value.items) {
      content.items.push(item);
      if ("str" in item) length += item.str.length;
    }
    Object.assign(content.styles, value.styles);
    if (length > longest || content.items.length > most) return { content, length, items: content.items.length };
  }
  return { content, length, items: Number.POSITIVE_INFINITY };
}

interface Checked {
  readonly name: string;
  readonly pages: readonly PagePieces[];
  readonly labels: readonly string[];
  readonly broken: readonly string[];
  readonly facts: ReadonlyMap<string, unknown>;
}

/** Says what is not in the text that a reader of the pages would look for. */
function checkText({ name, pages, labels, broken, facts }: Checked): string[] {
  const empty = labels.filter((label, index) => !broken.includes(label) && isEmpty(pages[index] ?? NO_PAGE));
  if (pages.every(isEmpty)) {
    const remedy = "run text recognition (OCR) over it first";
    throw new ArticleError(name, `holds no text: its pages are pictures, as in a scan, or empty; ${remedy}`);
  }
  const askew = labels.filter((_, index) => pages[index]?.hasAskew);
  return [
    ...(empty.length > 0 ? [`without text, perhaps scanned, and so not read: ${listPages(empty)}`] : []),
    ...(broken.length > 0 ? [`broken, and so not read: ${listPages(broken)}`] : []),
    ...(askew.length > 0 ? [`text that stands askew was left away on ${listPages(askew)}`] : []),
    ...(facts.get("IsAcroFormPresent") === true || facts.get("IsXFAPresent") === true
      ? ["what is filled into its form was not read"]
      : []),
    ...(facts.get("IsCollectionPresent") === true ? ["the files that it holds were not read"] : []),
  ];
}

const NO_PAGE: PagePieces = { pieces: [], hasAskew: false };

function isEmpty({ pieces }: PagePieces): boolean {
  return !pieces.some(({ text }) => /[\p{L}\p{N}\p{Co}]/u.test(text));
}

function listPages(labels: readonly string[]): string {
  const shown = labels.slice(0, 12).join(", ");
  return `${labels.length === 1 ? "page" : "pages"} ${shown}${labels.length > 12 ? ` and ${labels.length - 12} more` : ""}`;
}
