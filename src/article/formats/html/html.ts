import { ArticleError } from "../../article-error.ts";
import { decodeForeign } from "../../decode-foreign.ts";
import { decodeText } from "../../decode-text.ts";
import type { ExtractedSource, ExtractionOptions, FileFormat, SourceFile } from "../format.ts";
import { keepLines } from "../keep-lines.ts";
import { createTextBuilder } from "../text-builder.ts";
import { declaredEncoding } from "./declared-encoding.ts";
import { writeBlocks } from "./html-blocks.ts";
import { holds, type HtmlElement, type HtmlPage, MarkupError, readHtml } from "./html-tree.ts";
import { headingDepth } from "./html-names.ts";
import { findContent, type PageContent } from "./page-content.ts";
import { findBylines, pageFacts } from "./page-facts.ts";
import { findTitle } from "./page-title.ts";
import { textOf } from "./html-text-of.ts";
import { findAll } from "./walk.ts";

/** HTML and XHTML: what a reader sees of a page's content, nothing that is fetched or run. */
export const html: FileFormat = {
  kind: "file",
  name: "HTML",
  extract: async (file, options) => extractPage(file, await decodePage(file, options), options),
};

interface DecodedPage {
  readonly source: string;
  readonly notes: readonly string[];
  /** Something else tells title and author, as a mail does; what the page's head says is nothing that anybody sees. */
  readonly isPart?: boolean;
}

async function decodePage({ name, bytes }: SourceFile, { longestText }: ExtractionOptions): Promise<DecodedPage> {
  const encoding = declaredEncoding(bytes);
  if (encoding === undefined) {
    const foreign = await decodeForeign(name, bytes);
    if (foreign) return { source: foreign.text, notes: [foreign.note] };
    return { source: decodeText({ name, bytes }, longestText), notes: [] };
  }
  const notes = encoding === "utf-8" ? [] : [`read as ${encoding.toUpperCase()}, which the page declares`];
  return { source: new TextDecoder(encoding).decode(bytes), notes };
}

/**
 * Reads a page out of its source.
 *
 * @throws ArticleError where it holds no text or is no honest markup.
 */
export function extractPage(
  { name }: Pick<SourceFile, "name">,
  { source, notes, isPart = false }: DecodedPage,
  options: ExtractionOptions,
): ExtractedSource {
  const read = (mode: "html" | "xhtml" | "unhidden"): ExtractedSource => {
    const page = readHtml(source, mode);
    return writePage(isPart ? { ...page, title: "", meta: new Map() } : page, options);
  };
  try {
    const shown = read(/^\s{0,99}<\?xml/u.test(source.slice(0, 200)) ? "xhtml" : "html");
    if (holdsText(shown)) return { ...shown, notes: [...notes, ...shown.notes] };
    const unhidden = read("unhidden");
    if (holdsText(unhidden)) return { ...unhidden, notes: [...notes, SHOWN_LATE, ...unhidden.notes] };
    throw new ArticleError(
      name,
      "holds no text that a reader would see; where a script writes it, save the page from the browser",
    );
  } catch (error) {
    if (error instanceof MarkupError) throw new ArticleError(name, error.message);
    throw error;
  }
}

const SHOWN_LATE = "the page hides its text until a script shows it";

function holdsText({ blocks }: ExtractedSource): boolean {
  return blocks.some(({ kind }) => kind === "paragraph");
}

function writePage(page: HtmlPage, options: ExtractionOptions): ExtractedSource {
  const [body = page.root] = findAll(page.root, ({ name }) => name === "body", 1);
  const content = findContent(body);
  const { root, leftAway, leftAwayLength } = content;
  const title = findTitle(page, root) ?? findTitle(page, body);
  const isWithin = title?.element !== undefined && contains(root, title.element);
  const kept = new Set(options.keep);
  const builder = createTextBuilder();
  if (title && !isWithin) builder.title(title.text);
  const bylines = root === body ? [] : findBylines(body, (element) => element === root || leftAway.has(element));
  const facts = pageFacts(page, `${bylines.join("\n")}\n${textOf(root)}`);
  for (const line of [...bylines, ...facts]) builder.leaveOut("metadata", line);
  const leads = findLeads(body, content).filter((lead) => !bylines.includes(textOf(lead)));
  const shown = {
    isLeftAway: (element: HtmlElement) => leftAway.has(element) && !(kept.size > 0 && kept.has(textOf(element))),
    title: isWithin ? title.element : undefined,
    hasHeadings: findAll(root, (element) => isOwnHeading(element, title?.element) || leftAway.has(element)).some(
      (element) => !leftAway.has(element),
    ),
    longestText: options.longestText,
  };
  for (const part of [...leads, root]) writeBlocks(part, builder, shown);
  const away = leads.reduce((length, { textLength }) => length - textLength, leftAwayLength);
  const left = away <= 0 ? [] : [`left away: ${away} characters of menus, footers and the like`];
  return keepLines({ ...builder.build(), notes: left }, options);
}

/** Finds the sentences that stand beside the headline in a page's header, above what the page is about. */
function findLeads(body: HtmlElement, { root, leftAway }: PageContent): HtmlElement[] {
  if (root === body) return [];
  const isOff = (element: HtmlElement): boolean => element === root || leftAway.has(element);
  const headers = findAll(body, (element) => isOff(element) || element.name === "header");
  return headers
    .filter((header) => !isOff(header) && holds(header, "h1") && !contains(header, root))
    .flatMap((header) => findAll(header, (element) => isOff(element) || element.name === "p"))
    .filter((element) => !isOff(element) && element.linkLength * 2 < element.textLength)
    .filter((element) => /[.!?。！？][”"’」]?$/u.test(textOf(element)));
}

function isOwnHeading(element: HtmlElement, title: HtmlElement | undefined): boolean {
  return element !== title && headingDepth(element.name) !== undefined && element.textLength > 0;
}

function contains(outer: HtmlElement, element: HtmlElement): boolean {
  let inner: HtmlElement | undefined = element;
  while (inner && inner !== outer) inner = inner.parent;
  return inner === outer;
}
