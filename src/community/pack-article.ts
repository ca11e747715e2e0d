import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";
import type { Article, Paragraph, Section } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { ArticleRecord } from "./records.ts";

/** The form of what is packed; another one gets another number. */
const FORMAT = 1;
/** Broken bytes are noticed by their checksum. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } };
/** Many times what the largest article takes. */
const MOST_BYTES = 400_000_000;

const kinds = ["prose", "list-item", "block-quote", "code", "table", "verse"] as const;
const reasons = [
  "breadcrumb",
  "repeated-caption",
  "footer",
  "source-address",
  "front-matter",
  "markup",
  "metadata",
  "page-furniture",
  "contents",
  "mail-header",
  "signature",
  "cue",
  "advertisement",
] as const;

/** The start and the end of one span after the other. */
const spans = z.array(z.number());
const text = z.string();
const texts = z.array(text);
const packedSchema = z.object({
  format: z.literal(FORMAT),
  id: text,
  title: text,
  titleSpan: spans.optional(),
  titleVisible: spans.optional(),
  language: text,
  source: z.object({ name: text.optional(), address: text.optional() }),
  date: text.optional(),
  attribution: text.optional(),
  version: text,
  text,
  original: z.object({ format: text, sha256: text, notes: texts }).optional(),
  landmarks: z
    .array(z.object({ kind: z.enum(["page", "chapter", "time"]), label: text, start: z.number() }))
    .optional(),
  synonyms: z.array(z.object({ asked: texts, found: texts, mutual: z.boolean() })).optional(),
  /** In reading order; subsections stand behind their section, one deeper. */
  sections: z.array(
    z.object({
      depth: z.number(),
      number: z.array(z.number()),
      heading: spans.optional(),
      headingVisible: spans.optional(),
      span: spans,
      /** Kind, span, visible parts and sentences. */
      paragraphs: z.array(z.tuple([z.enum(kinds), spans, spans, spans])),
    }),
  ),
  leftOut: z.object({ reasons: z.array(z.enum(reasons)), spans }),
});
type Packed = z.infer<typeof packedSchema>;
type PackedSection = Packed["sections"][number];

/** Packs an article into few bytes, all that is known of it included. */
export function packArticle(article: Article): Uint8Array {
  const { titleSpan, titleVisible, sections, leftOut, landmarks, synonyms, original, ...rest } = article;
  const packed: Packed = {
    format: FORMAT,
    ...rest,
    titleSpan: titleSpan && flat([titleSpan]),
    titleVisible: titleVisible && flat(titleVisible),
    original: original && { ...original, notes: [...original.notes] },
    landmarks: landmarks && [...landmarks],
    synonyms: synonyms?.map(({ asked, found, mutual }) => ({ asked: [...asked], found: [...found], mutual })),
    sections: [...packSections(sections, 0)],
    leftOut: { reasons: leftOut.map(({ reason }) => reason), spans: flat(leftOut.map(({ span }) => span)) },
  };
  return zstdCompressSync(JSON.stringify(packed), compression);
}

function* packSections(sections: readonly Section[], depth: number): Generator<PackedSection> {
  for (const { number, heading, headingVisible, span, paragraphs, sections: inner } of sections) {
    yield {
      depth,
      number: [...number],
      heading: heading && flat([heading]),
      headingVisible: headingVisible && flat(headingVisible),
      span: flat([span]),
      paragraphs: paragraphs.map((paragraph) => [
        paragraph.kind,
        flat([paragraph.span]),
        flat(paragraph.visible),
        flat(paragraph.sentences.map((sentence) => sentence.span)),
      ]),
    };
    yield* packSections(inner, depth + 1);
  }
}

function flat(all: readonly Span[]): number[] {
  return all.flatMap(({ start, end }) => [start, end]);
}

/**
 * Unpacks an article just as it was.
 *
 * @throws Error where the bytes are no packed article, or not whole.
 */
export function unpackArticle(bytes: Uint8Array): Article {
  const { format: _, titleSpan, titleVisible, original, landmarks, synonyms, ...packed } = readPacked(bytes);
  const read = readerOf(packed.text.length);
  const { sections, leftOut, date, attribution, ...rest } = packed;
  return {
    ...rest,
    // As they are read from a file, where these are always named.
    date,
    attribution,
    ...(titleSpan && { titleSpan: read.one(titleSpan) }),
    ...(titleVisible && { titleVisible: read.all(titleVisible) }),
    ...(original && { original }),
    ...(landmarks && { landmarks }),
    ...(synonyms && { synonyms }),
    sections: unpackSections(sections, read),
    leftOut: read.all(leftOut.spans).map((span, place) => ({ span, reason: leftOut.reasons[place] ?? "markup" })),
  };
}

function readPacked(bytes: Uint8Array): Packed {
  let value: unknown;
  try {
    value = JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES }).toString("utf8"));
  } catch (error) {
    throw new Error(`${bytes.length} bytes are no packed article`, { cause: error });
  }
  const read = packedSchema.safeParse(value);
  if (read.success) return read.data;
  throw new Error(`the packed article is not as expected: ${z.prettifyError(read.error).slice(0, 500)}`);
}

interface OpenSection extends Section {
  readonly paragraphs: Paragraph[];
  readonly sections: Section[];
}

function unpackSections(packed: readonly PackedSection[], read: SpanReader): readonly Section[] {
  const outermost: Section[] = [];
  let path: OpenSection[] = [];
  for (const { depth, number, heading, headingVisible, span, paragraphs } of packed) {
    if (depth > path.length || depth < 0) throw new Error(`section ${number.join(".")} has no section above it`);
    const section: OpenSection = {
      number,
      ...(heading && { heading: read.one(heading) }),
      ...(headingVisible && { headingVisible: read.all(headingVisible) }),
      span: read.one(span),
      paragraphs: paragraphs.map(([kind, whole, visible, sentences]) => ({
        kind,
        span: read.one(whole),
        visible: read.all(visible),
        sentences: read.all(sentences).map((each) => ({ span: each })),
      })),
      sections: [],
    };
    path = path.slice(0, depth);
    (path.at(-1)?.sections ?? outermost).push(section);
    path.push(section);
  }
  return outermost;
}

interface SpanReader {
  readonly one: (flatSpan: readonly number[]) => Span;
  readonly all: (flatSpans: readonly number[]) => Span[];
}

/** Reads spans, none of which may reach beyond the text. */
function readerOf(length: number): SpanReader {
  const spanAt = (numbers: readonly number[], place: number): Span => {
    const [start = -1, end = -1] = [numbers[place], numbers[place + 1]];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > length) {
      throw new Error(`span ${start}–${end} lies outside 0–${length}`);
    }
    return { start, end };
  };
  return {
    one: (numbers) => spanAt(numbers, 0),
    all(numbers) {
      const all: Span[] = [];
      for (let place = 0; place < numbers.length; place += 2) all.push(spanAt(numbers, place));
      return all;
    },
  };
}

/** Gives an article its id, and what its server says of it in place of what was read. */
export function applyRecord(
  article: Article,
  id: string,
  { title, language, source }: Pick<ArticleRecord, "title" | "language" | "source">,
): Article {
  return {
    ...article,
    id,
    title: title ?? article.title,
    language: language ?? article.language,
    source: source === undefined ? article.source : sourceOf(source),
  };
}

/** What begins as an address does, and is one, is the source's address; anything else is its name. */
function sourceOf(source: string): Article["source"] {
  return /^https?:\/\/\S+$/iu.test(source) && URL.canParse(source) ? { address: source } : { name: source };
}
