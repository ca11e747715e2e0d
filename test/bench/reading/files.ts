import { crc32, deflateRawSync } from "node:zlib";
import { makePdf, type PdfText, wrapText } from "../../support/make-pdf.ts";
import type { Ending } from "./inputs.ts";

/** Writes a made-up text as a file of a kind. */
export function writeAs(ending: Ending, text: string): Uint8Array {
  switch (ending) {
    case "txt":
    case "md":
      return Buffer.from(text);
    case "gbk.txt":
      return encodeGbk(text);
    case "html":
      return Buffer.from(
        `<!doctype html><html><head><meta charset="utf-8"><title>Test</title></head><body>${htmlBody(text)}</body></html>`,
      );
    case "eml":
      return Buffer.from(
        `From: a@a.example\r\nTo: b@a.example\r\nSubject: Test\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
      );
    case "srt":
      return Buffer.from(cues(text, (at) => `${at + 1}\n${time(at, ",")} --> ${time(at + 1, ",")}`));
    case "vtt":
      return Buffer.from(`WEBVTT\n\n${cues(text, (at) => `${time(at, ".")} --> ${time(at + 1, ".")}`)}`);
    case "docx":
      return zip(docxParts(text));
    case "epub":
      return zip(epubParts(text));
    case "pdf":
      return makePdf({ pages: pdfPages(text) });
  }
}

const paragraphsOf = (text: string): string[] => text.split("\n\n").filter((one) => one !== "");
const isTable = (text: string): boolean => text.includes("\t");
const rowsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split("\n")
    .map((row) => row.split("\t"));

/** What has no paragraphs is markup already. */
function htmlBody(text: string): string {
  if (isTable(text)) {
    const rows = rowsOf(text).map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join("")}</tr>\n`);
    return `<p>A table.</p><table>${rows.join("")}</table>`;
  }
  if (!text.includes("\n\n")) return `<p>${text}</p>`;
  return paragraphsOf(text)
    .map((one) => (one.startsWith("# ") ? `<h2>${one.slice(2)}</h2>\n` : `<p>${one}</p>\n`))
    .join("");
}

function cues(text: string, head: (at: number) => string): string {
  return paragraphsOf(text)
    .map((one, at) => `${head(at)}\n${one.replace(/^# /u, "")}\n\n`)
    .join("");
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

function time(at: number, point: string): string {
  const seconds = at * 3;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${point}000`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function documentCell(text: string): string {
  return `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
}

function docxParts(text: string): Record<string, string> {
  const body = isTable(text)
    ? `<w:p>${run("A table.")}</w:p><w:tbl>${rowsOf(text)
        .map((row) => `<w:tr>${row.map(documentCell).join("")}</w:tr>`)
        .join("")}</w:tbl>`
    : paragraphsOf(text)
        .map((one) => {
          const isHeading = one.startsWith("# ");
          const style = isHeading ? `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>` : "";
          return `<w:p>${style}${run(isHeading ? one.slice(2) : one)}</w:p>`;
        })
        .join("");
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${document}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
}

/** Chapters of some fifty paragraphs. */
function epubParts(text: string): Record<string, string> {
  const paragraphs = paragraphsOf(text);
  const chapters = Array.from({ length: Math.ceil(paragraphs.length / 50) }, (_, at) =>
    paragraphs.slice(at * 50, at * 50 + 50),
  );
  const items = chapters.map((_, at) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  const pages = chapters.map((chapter, at): [string, string] => [
    `c${at}.xhtml`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${at + 1}</title></head><body>${htmlBody(`${chapter.join("\n\n")}\n\n`)}</body></html>`,
  ]);
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    "book.opf": `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">test</dc:identifier><dc:title>Test</dc:title><dc:language>en</dc:language></metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine></package>`,
    ...Object.fromEntries(pages),
  };
}

/** Pages of forty-five lines, with a header and a number. */
function pdfPages(text: string): PdfText[][] {
  const lines: { readonly text: PdfText; readonly gap: number }[] = [];
  if (isTable(text)) {
    for (const row of rowsOf(text)) {
      for (const [index, cell] of row.entries()) {
        lines.push({ text: { text: cell, x: 72 + index * 150, y: 0 }, gap: index === 0 ? 14 : 0 });
      }
    }
  } else {
    for (const one of paragraphsOf(text)) {
      const isHeading = one.startsWith("# ");
      const wrapped = isHeading ? [{ text: one.slice(2), x: 72, y: 0, size: 14 }] : wrapText(one, { top: 0 });
      for (const [index, line] of wrapped.entries()) lines.push({ text: line, gap: index === 0 ? 22 : 14 });
    }
  }
  const pages: PdfText[][] = [];
  let y = 0;
  for (const { text: line, gap } of lines) {
    y -= gap;
    if (y < 80) {
      pages.push([{ text: `House rules ${pages.length + 1}`, x: 72, y: 800, size: 8 }]);
      y = 770;
    }
    pages.at(-1)?.push({ ...line, y });
  }
  return pages;
}

/** Looks up each character in what the decoder gives for every pair of bytes. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, number>();
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      codes.set(decoder.decode(Uint8Array.of(first, second)), first * 256 + second);
    }
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character < "\u0080" ? character.charCodeAt(0) : (codes.get(character) ?? 0x3f);
    if (code > 255) bytes.push(code >> 8);
    bytes.push(code & 255);
  }
  return Uint8Array.from(bytes);
}

function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)];
    const packed = name === "mimetype" ? data : deflateRawSync(data);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(name === "mimetype" ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004", "latin1"), facts, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, rest, path);
    offset += 30 + path.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}
