import { getDocument, type PDFDocumentProxy } from "unpdf/pdfjs";
import { ArticleError } from "../../article-error.ts";
import { readCharacterMap } from "../../read-character-map.ts";
import type { SourceFile } from "../format.ts";

export type PdfPage = Awaited<ReturnType<PDFDocumentProxy["getPage"]>>;
export type PageViewport = ReturnType<PdfPage["getViewport"]>;
export type TextContent = Awaited<ReturnType<PdfPage["getTextContent"]>>;
export type PdfDocument = PDFDocumentProxy;

/** Gives the library what it asks for from this machine: character maps and nothing else. */
class CharacterMaps {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") return Promise.reject(new Error(`${kind} is not given`));
    return readCharacterMap(filename);
  }
}

/**
 * Opens a PDF with everything switched off that fetches, draws or runs; scripts, forms and attachments are never looked at.
 *
 * @throws ArticleError when it is encrypted or broken.
 */
export async function openPdf(file: SourceFile, data: Uint8Array): Promise<PdfDocument> {
  const task = getDocument({
    data,
    verbosity: 0,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: "character-maps/",
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    stopAtErrors: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw openingError(file.name, error);
  }
}

function openingError(name: string, error: unknown): ArticleError {
  const kind = error instanceof Error ? error.name : "";
  if (kind === "PasswordException") {
    const remedy = "open it with its password and save or print it as a PDF without one";
    return new ArticleError(name, `is encrypted with a password; ${remedy}`, { cause: error });
  }
  const told = error instanceof Error ? ` (${error.message.slice(0, 120)})` : "";
  return new ArticleError(name, `is broken or no PDF${told}; save or print it anew`, { cause: error });
}
