import { strToU8, type Zippable, zipSync } from "fflate";

/** What a Word document is made of, as its own markup. */
export interface DocxParts {
  /** Paragraphs and tables: what stands in `<w:body>`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Further files by their paths. */
  readonly others?: Readonly<Record<string, string>>;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** Writes a Word document as word processors do. */
export function makeDocx({ body, styles = STYLES, numbering, footnotes, others = {} }: DocxParts): Uint8Array {
  const files: Zippable = {
    "[Content_Types].xml": file('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "_rels/.rels": file(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": file(`<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    "word/styles.xml": file(`<w:styles ${NAMESPACES}>${styles}</w:styles>`),
    ...(numbering !== undefined && {
      "word/numbering.xml": file(`<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`),
    }),
    ...(footnotes !== undefined && {
      "word/footnotes.xml": file(`<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>`),
    }),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, strToU8(text)])),
  };
  return zipSync(files);
}

function file(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="a"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>',
].join("");

/** A paragraph of one run. */
export function paragraph(text: string, properties = "", run = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

export function styled(style: string, text: string): string {
  return paragraph(text, `<w:pStyle w:val="${style}"/>`);
}

export function numbered(list: number, level: number, text: string): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
