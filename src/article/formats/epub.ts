import { ArticleError } from "../article-error.ts";
import { type EpubPackage, type EpubPart, readPackage } from "./epub-package.ts";
import type { ExtractedSource, ExtractionOptions, FileFormat, SourceFile } from "./format.ts";
import { writeBlocks } from "./html/html-blocks.ts";
import { type HtmlElement, holds, MarkupError, readHtml } from "./html/html-tree.ts";
import { textOf } from "./html/html-text-of.ts";
import { findAll } from "./html/walk.ts";
import { keepLines } from "./keep-lines.ts";
import { createTextBuilder, type TextBuilder } from "./text-builder.ts";
import { findElements, readXml, XmlError } from "./xml-tree.ts";
import { openZip, type ZipEntries } from "./zip-entries.ts";

/** Books: the chapters in reading order, each a landmark. */
export const epub: FileFormat = {
  kind: "file",
  name: "EPUB",
  extract: async (file, options) => {
    try {
      return keepLines(extractBook(file, options), options);
    } catch (error) {
      if (error instanceof MarkupError || error instanceof XmlError) throw new ArticleError(file.name, error.message);
      throw error;
    }
  },
};

function extractBook(file: SourceFile, options: ExtractionOptions): ExtractedSource {
  const zip = openZip(file, options);
  const book = readPackage(zip);
  if (!book) throw new ArticleError(file.name, "is no EPUB: it holds no package file (.opf)");
  refuseProtected(file, zip, book.parts);
  const builder = createTextBuilder();
  if (book.title !== undefined) builder.title(book.title);
  for (const line of bookFacts(book)) builder.leaveOut("metadata", line);
  const name = createChapterNames(book.parts);
  for (const part of book.parts) {
    const source = part.isNavigation ? undefined : zip.readMarkup(part.path);
    if (source !== undefined)
      writePart({ part, book, chapter: name(part) }, readHtml(source, "xhtml").root, { builder, options });
  }
  const read = builder.build();
  if (!read.blocks.some(({ kind }) => kind === "paragraph")) {
    throw new ArticleError(file.name, "holds no text; its pages may be pictures");
  }
  return { ...read, notes: [] };
}

const FONT_SCRAMBLING = /^https?:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Scrambled fonts are no protection of the text. */
function refuseProtected({ name }: SourceFile, zip: ZipEntries, parts: readonly EpubPart[]): void {
  const source = zip.readMarkup("META-INF/encryption.xml");
  if (source === undefined) return;
  const paths = new Set(parts.map(({ path }) => path));
  for (const data of findElements(readXml(source), "EncryptedData")) {
    const [method] = findElements(data, "EncryptionMethod");
    const [reference] = findElements(data, "CipherReference");
    const isFont = FONT_SCRAMBLING.test(method?.attributes["Algorithm"] ?? "");
    if (!isFont && (reference === undefined || paths.has(reference.attributes["URI"] ?? ""))) {
      throw new ArticleError(name, "is protected against copying (DRM); only books without protection can be read");
    }
  }
}

function bookFacts({ authors, date, publisher, language, title = "" }: EpubPackage): string[] {
  const isChinese = language?.toLowerCase().startsWith("zh") ?? /\p{Script=Han}/u.test(title);
  const day = /^\d{4}(?:-\d{2}){0,2}/u.exec(date ?? "")?.[0];
  const [by, at, from] = isChinese ? ["作者：", "发布日期：", "来源："] : ["Author: ", "Published: ", "Source: "];
  return [
    authors.length > 0 ? `${by}${authors.slice(0, 10).join(isChinese ? "、" : ", ")}` : "",
    day === undefined ? "" : `${at}${day}`,
    publisher === undefined ? "" : `${from}${publisher}`,
  ].filter((line) => line !== "");
}

interface Chapter {
  readonly part: EpubPart;
  readonly book: EpubPackage;
  readonly chapter: string | undefined;
}

interface Writing {
  readonly builder: TextBuilder;
  readonly options: ExtractionOptions;
}

/** Pages that hold no content: their `epub:type`. */
const NO_CONTENT = /(?:^|\s)(?:cover|toc|landmarks|loi|lot|titlepage|halftitlepage|index)(?:\s|$)/u;
/** A page that repeats title and author holds hardly more, in characters. */
const TITLE_PAGE = 200;
const TITLE_PAGE_REST = 12;

function writePart({ part, book, chapter }: Chapter, root: HtmlElement, { builder, options }: Writing): void {
  const [body = root] = findAll(root, ({ name }) => name === "body", 1);
  const types = [body, ...body.children].map((each) =>
    typeof each === "string" ? "" : (each.attributes["epub:type"] ?? ""),
  );
  if (body.textLength === 0 || types.some((type) => NO_CONTENT.test(type))) return;
  if (body.textLength < TITLE_PAGE && repeatsTitle(textOf(body), book)) return;
  if (chapter !== undefined) builder.landmark("chapter", chapter);
  const hasHeadings = holds(body, "h1", "h2", "h3", "h4", "h5", "h6");
  if (!hasHeadings && part.label !== undefined) builder.heading(part.depth, part.label);
  const isTold = hasHeadings || part.label === undefined;
  const [first] = isTold ? [] : findAll(body, ({ name, textLength }) => name === "p" && textLength > 0, 1);
  const repeated = first && part.label !== undefined && plain(textOf(first)) === plain(part.label) ? first : undefined;
  writeBlocks(body, builder, {
    isLeftAway: (element) => element === repeated || element.name === "nav",
    hasHeadings: hasHeadings || part.label !== undefined,
    longestText: options.longestText,
  });
}

function repeatsTitle(text: string, { title = "", authors, publisher = "" }: EpubPackage): boolean {
  let rest = plain(text);
  if (plain(title) === "" || !rest.includes(plain(title))) return false;
  for (const known of [title, ...authors.slice(0, 10), publisher]) rest = rest.replaceAll(plain(known) || "\0", "");
  return rest.length < TITLE_PAGE_REST;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

const NUMBERED =
  /^(?:chapter|ch\.?)\s+(?<latin>\d{1,4}|[ivxlc]{1,8})\b|^第\s?(?<han>[\d〇零一二三四五六七八九十百千两]{1,8})\s?[章回]/iu;
const LONGEST_LABEL = 40;

/** Names chapters as the book does where it numbers some of them, and by counting where it numbers none. */
function createChapterNames(parts: readonly EpubPart[]): (part: EpubPart) => string | undefined {
  const isNumbered = parts.some(({ label }) => NUMBERED.test(label ?? ""));
  let count = 0;
  let last: string | undefined;
  return ({ label }) => {
    if (label === undefined) return undefined;
    const groups = NUMBERED.exec(label)?.groups;
    count += 1;
    const name = groups?.["latin"] ?? groups?.["han"] ?? (isNumbered ? label.slice(0, LONGEST_LABEL) : String(count));
    if (name === last) return undefined;
    last = name;
    return name;
  };
}
