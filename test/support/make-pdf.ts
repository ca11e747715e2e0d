import { deflateSync } from "node:zlib";

/** Text at a place; lengths are in points, from the left and from the bottom of a page of 595 by 842. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 10 where nothing is said. */
  readonly size?: number;
  /** Regular where nothing is said; Chinese is set in a font that is not embedded. */
  readonly font?: PdfFont;
  /** In degrees, against the clock. */
  readonly turned?: number;
}

export type PdfFont = "regular" | "bold" | "fixed" | "chinese" | "gbk" | "unreadable";

export interface PdfBookmark {
  readonly title: string;
  /** Counted from 0. */
  readonly page: number;
  readonly items?: readonly PdfBookmark[];
}

export interface PdfPlan {
  readonly pages: readonly (readonly PdfText[])[];
  readonly title?: string;
  readonly outline?: readonly PdfBookmark[];
  /** The `Nums` of a document's page labels: `0 << /S /r >> 4 << /S /D >>`. */
  readonly labels?: string;
  readonly isEncrypted?: boolean;
  /** Further entries of the catalogue. */
  readonly catalogue?: string;
  /** What stands in the content of every page before its text. */
  readonly before?: string;
}

const FONTS: Readonly<Record<PdfFont, string>> = {
  regular: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  bold: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  fixed: "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
  chinese: composite("STSong-Light", "UniGB-UCS2-H"),
  gbk: composite("SimSun", "GBK-EUC-H"),
  unreadable:
    "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+X /Flags 4 >> >>] /ToUnicode TOUNICODE 0 R >>",
};

function composite(name: string, encoding: string): string {
  const system = "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>";
  const descriptor = `<< /Type /FontDescriptor /FontName /${name} /Flags 4 >>`;
  const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo ${system} /DW 1000 /FontDescriptor ${descriptor} >>`;
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant}] >>`;
}

function stream(content: string): string {
  const data = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream`;
}

/** Writes a PDF. */
export function makePdf(plan: PdfPlan): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalogue = add("");
  const tree = add("");
  const privateUse =
    "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <0fff> <e000> endbfrange endcmap";
  const toUnicode = add(stream(privateUse));
  const fonts = Object.entries(FONTS)
    .map(([name, font]) => `/${name} ${add(font.replace("TOUNICODE", String(toUnicode)))} 0 R`)
    .join(" ");
  const pages = plan.pages.map((texts) => {
    const content = add(stream(`${plan.before ?? ""}\n${texts.map(showText).join("\n")}`));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << ${fonts} >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[tree - 1] =
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] >>`;
  const outline = plan.outline ? addOutline(add, objects, { bookmarks: plan.outline, pages }) : undefined;
  objects[catalogue - 1] = [
    `<< /Type /Catalog /Pages ${tree} 0 R`,
    outline === undefined ? "" : `/Outlines ${outline} 0 R`,
    plan.labels === undefined ? "" : `/PageLabels << /Nums [${plan.labels}] >>`,
    `${plan.catalogue ?? ""} >>`,
  ].join(" ");
  const info = plan.title === undefined ? "" : `/Info ${add(`<< /Title ${hexText(plan.title)} >>`)} 0 R`;
  const secret = "00".repeat(32);
  const encrypt = plan.isEncrypted
    ? `/Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`)} 0 R /ID [<00> <00>]`
    : "";
  return writeFile(objects, `/Root ${catalogue} 0 R ${info} ${encrypt}`);
}

function writeFile(objects: readonly string[], trailer: string): Uint8Array {
  let text = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

interface OutlinePlan {
  readonly bookmarks: readonly PdfBookmark[];
  readonly pages: readonly number[];
}

function addOutline(add: (body: string) => number, objects: string[], { bookmarks, pages }: OutlinePlan): number {
  const root = add("");
  const level = (parent: number, items: readonly PdfBookmark[]): string => {
    const numbers = items.map(() => add(""));
    for (const [index, { title, page, items: inner = [] }] of items.entries()) {
      const own = numbers[index] ?? 0;
      const [before, next] = [numbers[index - 1], numbers[index + 1]];
      objects[own - 1] = [
        `<< /Title ${hexText(title)} /Parent ${parent} 0 R /Dest [${pages[page]} 0 R /Fit]`,
        before === undefined ? "" : `/Prev ${before} 0 R`,
        next === undefined ? "" : `/Next ${next} 0 R`,
        `${level(own, inner)} >>`,
      ].join(" ");
    }
    return numbers.length === 0 ? "" : `/First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${numbers.length}`;
  };
  objects[root - 1] = `<< /Type /Outlines ${level(root, bookmarks)} >>`;
  return root;
}

function hexText(text: string): string {
  return `<feff${hexOf(text)}>`;
}

function hexOf(text: string): string {
  return text
    .split("")
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");
}

/** `gbk` takes its bytes as they are, two characters of `text` a byte. */
function showText({ text, x, y, size = 10, font, turned = 0 }: PdfText): string {
  const used = font ?? (/[\u2e80-\uffef]/u.test(text) ? "chinese" : "regular");
  const shown =
    used === "chinese" || used === "unreadable"
      ? `<${hexOf(text)}>`
      : used === "gbk"
        ? `<${text}>`
        : `(${text
            .replaceAll("’", "\u0092")
            .replaceAll("–", "\u0096")
            .replaceAll("•", "\u0095")
            .replaceAll(/[\\()]/gu, "\\$&")})`;
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  return `BT /${used} ${size} Tf ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm ${shown} Tj ET`;
}

interface Block {
  readonly x?: number;
  readonly top: number;
  /** 450 where nothing is said. */
  readonly width?: number;
  readonly size?: number;
  /** How far the first line is indented, in points. */
  readonly indent?: number;
}

/** Breaks a text into lines as a page would, in a font of fixed width; ideographs take two of its columns. */
export function wrapText(text: string, { x = 72, top, width = 450, size = 10, indent = 0 }: Block): PdfText[] {
  const isChinese = /[\u2e80-\uffef]/u.test(text);
  const em = isChinese ? size : size * 0.6;
  const words = isChinese
    ? (text.match(/\d+|[^\d]/gu) ?? [])
    : text.split(" ").map((word, index) => (index === 0 ? word : ` ${word}`));
  const lines: { text: string; indent: number }[] = [];
  let line = { text: "", indent };
  for (const word of words) {
    if (line.text !== "" && (line.text.length + word.length) * em + line.indent > width) {
      lines.push(line);
      line = { text: word.trimStart(), indent: 0 };
      continue;
    }
    line.text += word;
  }
  lines.push(line);
  const font = isChinese ? "chinese" : "fixed";
  return lines.map((one, index) => ({ text: one.text, x: x + one.indent, y: top - index * size * 1.4, size, font }));
}
