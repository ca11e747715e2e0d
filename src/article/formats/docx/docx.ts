import { ArticleError } from "../../article-error.ts";
import type { ExtractedSource, ExtractionOptions, FileFormat, SourceFile } from "../format.ts";
import { keepLines } from "../keep-lines.ts";
import { findElements, readXml, XmlError } from "../xml-tree.ts";
import { openZip, type ZipEntries } from "../zip-entries.ts";
import { readNumbers } from "./numbers.ts";
import { type DocxItem, readItems } from "./read-items.ts";
import { readStyles } from "./styles.ts";
import { createItemWriter } from "./write-items.ts";

/** Documents of Word, WPS and other word processors: the text as it stands now, without comments, headers and footers. */
export const docx: FileFormat = {
  kind: "file",
  name: "Word document",
  extract: async (file, options) => {
    try {
      return keepLines(extractDocument(file, options), options);
    } catch (error) {
      if (error instanceof XmlError) throw new ArticleError(file.name, error.message);
      throw error;
    }
  },
};

function extractDocument(file: SourceFile, options: ExtractionOptions): ExtractedSource {
  const zip = openZip(file, options);
  const main = mainPart(zip);
  const source = main === undefined ? undefined : zip.readMarkup(main);
  if (main === undefined || source === undefined) {
    throw new ArticleError(file.name, "is no Word document: it holds no word/document.xml");
  }
  const beside = (name: string): string | undefined => zip.readMarkup(main.replace(/[^/]*$/u, name));
  const notes = readNotes([beside("footnotes.xml"), beside("endnotes.xml")]);
  const numbers = readNumbers(beside("numbering.xml"));
  const writer = createItemWriter({ style: readStyles(beside("styles.xml")), number: numbers, notes, options, file });
  readItems(source, writer.write);
  const read = writer.finish();
  if (!read.blocks.some(({ kind }) => kind === "paragraph")) {
    throw new ArticleError(file.name, "holds no text; its pages may be pictures");
  }
  const hasMacros = [...zip.names].some((name) => /vbaProject\.bin$/iu.test(name));
  return { ...read, notes: hasMacros ? ["macros in it were left out and never run"] : [] };
}

function mainPart(zip: ZipEntries): string | undefined {
  const source = zip.readMarkup("_rels/.rels");
  const relations = source === undefined ? [] : findElements(readXml(source), "Relationship");
  const main = relations.find(({ attributes }) => attributes["Type"]?.endsWith("/officeDocument"));
  const named = main?.attributes["Target"]?.replace(/^\//u, "");
  return [named, "word/document.xml"].find((name) => name !== undefined && zip.names.has(name));
}

function readNotes(sources: readonly (string | undefined)[]): Map<string, DocxItem[]> {
  const notes = new Map<string, DocxItem[]>();
  for (const source of sources) {
    if (source === undefined) continue;
    readItems(source, (item, name) => {
      const items = notes.get(name) ?? [];
      items.push(item);
      notes.set(name, items);
    });
  }
  return notes;
}
