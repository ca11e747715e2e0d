import { Buffer } from "node:buffer";

/** What a file is by its content, whatever it is called. */
export type Recognised =
  /** As files with this ending are. */
  | { readonly kind: "as"; readonly ending: string; readonly name: string }
  /** Of a kind that is never read; the text says what to do. */
  | { readonly kind: "refused"; readonly problem: string };

/** Tells files by their first bytes and by what archives hold; gives nothing for text, which has no such signs. */
export function recognise(bytes: Uint8Array): Recognised | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString("latin1", 0, HEAD);
  if (head.startsWith("PK\u0003\u0004")) return recogniseArchive(buffer);
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return recogniseCompound(buffer);
  if (/^[\s\0\u00ef\u00bb\u00bf]{0,64}%PDF-/u.test(head)) return { kind: "as", ending: ".pdf", name: "a PDF" };
  const isBinary = /[\0-\u0008\u000e-\u001f]/u.test(head);
  const known = SIGNS.find(([sign]) => head.startsWith(sign) && (isBinary || sign === RICH_TEXT));
  if (known) return { kind: "refused", problem: known[1] };
  if (isPage(buffer)) return { kind: "as", ending: ".html", name: "a web page" };
  if (isSavedPage(head)) return { kind: "as", ending: ".mhtml", name: "a saved web page" };
  return undefined;
}

const HEAD = 1024;
const PICTURE = "is a picture; only text can be read, so save what it shows as text";
const ARCHIVE = "is an archive; unpack it and give the files in it";

const RICH_TEXT = "{\\rtf";

/** Some could begin a text as well, so that all but the first count only beside bytes that no text has. */
const SIGNS: readonly (readonly [sign: string, problem: string])[] = [
  [RICH_TEXT, "is a Rich Text document (RTF); open it in a word processor and save it as .docx"],
  ["\u0089PNG", PICTURE],
  ["\u00ff\u00d8\u00ff", PICTURE],
  ["GIF8", PICTURE],
  ["II*\0", PICTURE],
  ["MM\0*", PICTURE],
  ["RIFF", "is a picture or a recording; only text can be read"],
  ["ID3", "is a recording; only text can be read"],
  ["\u001f\u008b", ARCHIVE],
  ["7z\u00bc\u00af", ARCHIVE],
  ["Rar!", ARCHIVE],
  ["\u00fd7zXZ", ARCHIVE],
  ["BZh", ARCHIVE],
  ["\u007fELF", "is a program"],
  ["MZ\u0090\0", "is a program"],
  ["SQLite format 3", "is a database; export what is to be read as text"],
];

function recogniseArchive(buffer: Buffer): Recognised {
  if (buffer.includes("word/document.xml") || buffer.includes("word/document2.xml")) {
    return { kind: "as", ending: ".docx", name: "a Word document" };
  }
  if (buffer.includes("application/epub+zip") || buffer.includes("META-INF/container.xml")) {
    return { kind: "as", ending: ".epub", name: "a book (EPUB)" };
  }
  if (buffer.includes("opendocument.text")) {
    return refused("is an OpenDocument text (ODT); open it in a word processor and save it as .docx");
  }
  if (buffer.includes("xl/workbook.") || buffer.includes("opendocument.spreadsheet")) {
    return refused("is a spreadsheet; save what is to be read as text or as .docx");
  }
  if (buffer.includes("ppt/presentation.xml") || buffer.includes("opendocument.presentation")) {
    return refused("is a presentation; save it as .pdf");
  }
  return refused(buffer.includes("Index/Document.iwa") ? "is a Pages document; export it as .docx" : ARCHIVE);
}

/** Old Office files and encrypted new ones are kept in the same kind of container; its directory names what is inside. */
function recogniseCompound(buffer: Buffer): Recognised {
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return refused("is encrypted with a password; save it without one");
  if (holds("WordDocument")) return refused("is an old Word document (.doc, .wps); save it as .docx");
  if (holds("Workbook") || holds("Book"))
    return refused("is an old spreadsheet; save what is to be read as text or as .docx");
  if (holds("PowerPoint Document")) return refused("is an old presentation; save it as .pdf");
  if (holds("__substg1.0_")) return refused("is a mail of Outlook (.msg); save it as .eml");
  return refused("is an old Office document; save it as .docx");
}

function refused(problem: string): Recognised {
  return { kind: "refused", problem };
}

const PAGE =
  /^(?:(?:<!--(?:[^-]|-(?!->)){0,2000}-->|<\?xml[^>]{0,200}\?>)\s{0,99}){0,9}<(?:!doctype\s{1,9}html\b|html[\s>])/iu;

function isPage(buffer: Buffer): boolean {
  const [first, second] = buffer;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const text = buffer.subarray(0, HEAD * 4).toString(isWide ? "utf16le" : "utf8");
  return PAGE.test(text.replace(/^\uFEFF/u, "").trimStart());
}

/** Browsers write themselves above a page that they save in one file. */
function isSavedPage(head: string): boolean {
  return head.startsWith("From: <Saved by ") || /^Snapshot-Content-Location: /mu.test(head);
}
