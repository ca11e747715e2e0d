import { crc32 } from "node:zlib";
import type { Article, LeftOut, Paragraph, ParagraphKind, Section } from "../article/article.ts";
import { GrowingNumbers } from "../search/growing-numbers.ts";
import type { Span } from "../text/span.ts";

/** All of an article but its head. */
export type ArticleBody = Pick<Article, "text" | "sections" | "leftOut" | "landmarks">;

const kinds: readonly ParagraphKind[] = ["prose", "list-item", "block-quote", "code", "table", "verse"];

/** What is rare, as it is. */
interface Rest extends Pick<ArticleBody, "landmarks"> {
  readonly reasons: readonly LeftOut["reason"][];
}

/**
 * Writes an article's body so that it is opened in a tenth of the time that unpacking takes: its text, its spans as numbers one
 * behind the other, and a checksum. Nothing of it is compressed.
 */
export function flattenArticle({ text, sections, leftOut, landmarks }: ArticleBody): Uint8Array {
  const numbers = new GrowingNumbers();
  writeSpans(
    numbers,
    leftOut.map(({ span }) => span),
  );
  writeSections(numbers, sections);
  const rest: Rest = { reasons: leftOut.map(({ reason }) => reason), ...(landmarks && { landmarks }) };
  const isWellFormed = text.isWellFormed();
  const parts = [
    Buffer.from(numbers.toArray().buffer),
    Buffer.from(JSON.stringify(rest)),
    Buffer.from(text, isWellFormed ? "utf8" : "utf16le"),
  ];
  const head = Buffer.alloc(HEAD);
  for (const [at, { length }] of parts.entries()) head.writeUInt32LE(length, 4 + 4 * at);
  head.writeUInt32LE(isWellFormed ? 1 : 0, HEAD - 4);
  const flat = Buffer.concat([head, ...parts]);
  flat.writeUInt32LE(crc32(flat.subarray(4)), 0);
  return flat;
}

/** Checksum, the lengths of the three parts, and how the text is written. */
const HEAD = 20;

/**
 * Opens what `flattenArticle` wrote.
 *
 * @throws Error where the bytes are not just those.
 */
export function openFlatArticle(bytes: Uint8Array): ArticleBody {
  const flat = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lengths = flat.length < HEAD ? [] : [4, 8, 12].map((at) => flat.readUInt32LE(at));
  const [numbers = 0, rest = 0, text = 0] = lengths;
  if (HEAD + numbers + rest + text !== flat.length || crc32(flat.subarray(4)) !== flat.readUInt32LE(0)) {
    throw new Error(`${flat.length} bytes are no article as it was written`);
  }
  const end = HEAD + numbers;
  const read = createReader(new Uint32Array(Uint8Array.from(flat.subarray(HEAD, end)).buffer));
  const { reasons, landmarks }: Rest = JSON.parse(flat.toString("utf8", end, end + rest));
  const leftOut = read.spans().map((span, at) => ({ span, reason: reasons[at] ?? "markup" }));
  return {
    text: flat.toString(flat.readUInt32LE(HEAD - 4) === 1 ? "utf8" : "utf16le", end + rest),
    sections: readSections(read),
    leftOut,
    ...(landmarks && { landmarks }),
  };
}

function writeSpans(into: GrowingNumbers, spans: readonly Span[]): void {
  into.push(spans.length);
  for (const { start, end } of spans) {
    into.push(start);
    into.push(end);
  }
}

function writeSections(into: GrowingNumbers, sections: readonly Section[]): void {
  into.push(sections.length);
  for (const { number, heading, headingVisible, span, paragraphs, sections: inner } of sections) {
    into.push(number.length);
    for (const one of number) into.push(one);
    writeSpans(into, heading ? [heading] : []);
    into.push(headingVisible ? 1 : 0);
    writeSpans(into, headingVisible ?? []);
    writeSpans(into, [span]);
    into.push(paragraphs.length);
    for (const paragraph of paragraphs) {
      into.push(kinds.indexOf(paragraph.kind));
      writeSpans(into, [paragraph.span]);
      writeSpans(into, paragraph.visible);
      writeSpans(
        into,
        paragraph.sentences.map((sentence) => sentence.span),
      );
    }
    writeSections(into, inner);
  }
}

interface Reader {
  readonly next: () => number;
  readonly spans: () => Span[];
}

function createReader(numbers: Uint32Array): Reader {
  let at = 0;
  const next = (): number => {
    at += 1;
    return numbers[at - 1] ?? 0;
  };
  return {
    next,
    spans() {
      const spans: Span[] = [];
      for (let left = next(); left > 0; left -= 1) spans.push({ start: next(), end: next() });
      return spans;
    },
  };
}

function readSections(read: Reader): Section[] {
  const sections: Section[] = [];
  for (let left = read.next(); left > 0; left -= 1) {
    const number = readList(read, read.next);
    const [heading] = read.spans();
    const isPartly = read.next() === 1;
    const headingVisible = read.spans();
    const [span = NOWHERE] = read.spans();
    sections.push({
      number,
      ...(heading && { heading }),
      ...(isPartly && { headingVisible }),
      span,
      paragraphs: readList(read, () => readParagraph(read)),
      sections: readSections(read),
    });
  }
  return sections;
}

const NOWHERE: Span = { start: 0, end: 0 };

function readList<Item>({ next }: Reader, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = next(); left > 0; left -= 1) items.push(read());
  return items;
}

function readParagraph(read: Reader): Paragraph {
  const kind = kinds[read.next()] ?? "prose";
  const [span = NOWHERE] = read.spans();
  return { kind, span, visible: read.spans(), sentences: read.spans().map((each) => ({ span: each })) };
}
