import { ArticleError } from "../../article-error.ts";
import type { ExtractedSource, ExtractionOptions, FileFormat, SourceFile } from "../format.ts";
import { joinBlocks } from "./blocks.ts";
import { countUnreadable } from "./characters.ts";
import { findFurniture } from "./furniture.ts";
import { findHeadings } from "./headings.ts";
import { openPdf } from "./library.ts";
import { boundPdf } from "./limits.ts";
import { type Line, mostUsed, readLines } from "./lines.ts";
import { readOutline } from "./outline.ts";
import { lineDistances, placeLines } from "./page.ts";
import type { PagePieces } from "./pieces.ts";
import { type ReadDocument, readPages } from "./read-pages.ts";
import { findTitle } from "./title.ts";
import { writeBlocks } from "./write.ts";

/**
 * PDF: text is put together from where it stands on the pages.
 *
 * Running headers, footers and page numbers are left away, so that a sentence may go on over the end of a page.
 */
export const pdf: FileFormat = {
  kind: "file",
  name: "PDF",
  async extract(file, options) {
    const document = await openPdf(file, boundPdf(file));
    try {
      const read = await readPages(document, file, options);
      const bookmarks = await readOutline(document);
      return layOut(file, { ...read, bookmarks }, options);
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

type Laid = ReadDocument & { readonly bookmarks: Awaited<ReturnType<typeof readOutline>> };

function layOut(file: SourceFile, read: Laid, options: ExtractionOptions): ExtractedSource {
  const { pages, labels, bookmarks, notes } = read;
  const allLines = pages.map(({ pieces }) => readLines(pieces));
  const bodySize = Number(mostUsed(allLines.flat(), ({ size }) => (Math.round(size * 5) / 5).toFixed(1)));
  refuseUnreadable(file, pages);
  const furniture = findFurniture({ lines: trustArtifacts(allLines), labels, bodySize });
  const lines = allLines.flatMap((all, page) =>
    placeLines(
      all.filter((line) => !furniture.has(line) && !options.leaveOut.includes(line.text)),
      { page, bodySize },
    ),
  );

  const headings = findHeadings({ lines, bookmarks, bodySize });
  const title = findTitle({ lines, headings, told: read.title, bodySize });
  const blocks = joinBlocks({ lines, headings, title: title.lines, distance: lineDistances(lines) });
  return {
    ...writeBlocks(blocks, labels),
    ...(title.told !== undefined && { title: title.told }),
    knowsTitles: true,
    notes: [...notes, ...describeFurniture(furniture)],
  };
}

/** Where most of the text is tagged as none, the tags are wrong. */
function trustArtifacts(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  let [artifacts, all] = [0, 0];
  for (const { isArtifact, text } of pages.flat()) {
    all += text.length;
    if (isArtifact) artifacts += text.length;
  }
  if (artifacts * 3 < all) return pages;
  return pages.map((lines) => lines.map((line) => (line.isArtifact ? { ...line, isArtifact: false } : line)));
}

function refuseUnreadable({ name }: SourceFile, pages: readonly PagePieces[]): void {
  let [unreadable, all] = [0, 0];
  for (const { pieces } of pages) {
    for (const { text } of pieces) {
      unreadable += countUnreadable(text);
      all += text.replaceAll(/\s/gu, "").length;
    }
  }
  if (unreadable * 3 < all || all === 0) return;
  const remedy = "print it into a new PDF, or run text recognition (OCR) over it";
  throw new ArticleError(name, `shows text in fonts that do not tell which characters they show; ${remedy}`);
}

function describeFurniture(furniture: ReadonlySet<Line>): string[] {
  if (furniture.size === 0) return [];
  const texts = [...new Set([...furniture].map(({ text }) => text))].filter((text) => /\p{L}{2}/u.test(text));
  const shown = texts
    .slice(0, 3)
    .map((text) => `“${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}”`);
  const more = texts.length > 3 ? " and others" : "";
  const named = shown.length > 0 ? `: ${shown.join(", ")}${more}` : "";
  return [`page numbers and running headers were left away${named}`];
}
