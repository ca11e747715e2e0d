import { z } from "zod";
import type { ArticleHead } from "../light-article.ts";

const text = z.string();
const texts = z.array(text);
const span = z.object({ start: z.number(), end: z.number() });

const headSchema = z.object({
  id: text,
  title: text,
  titleSpan: span.optional(),
  titleVisible: z.array(span).optional(),
  language: text,
  source: z.object({ name: text.optional(), address: text.optional() }),
  date: text.optional(),
  attribution: text.optional(),
  version: text,
  original: z.object({ format: text, sha256: text, notes: texts }).optional(),
  synonyms: z.array(z.object({ asked: texts, found: texts, mutual: z.boolean() })).optional(),
  hasLandmarks: z.boolean(),
});

export function writeHead(head: ArticleHead): string {
  return JSON.stringify(head);
}

/** @throws Error where it is none. */
export function readHead(json: string): ArticleHead {
  const { titleSpan, titleVisible, original, synonyms, date, attribution, ...rest } = headSchema.parse(
    JSON.parse(json),
  );
  return {
    ...rest,
    date,
    attribution,
    ...(titleSpan && { titleSpan }),
    ...(titleVisible && { titleVisible }),
    ...(original && { original }),
    ...(synonyms && { synonyms }),
  };
}
