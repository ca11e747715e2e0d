import type { Article } from "../article/article.ts";
import type { Write } from "./change.ts";
import { createFindText, headingAt, type SoughtText } from "./find-text.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";
import type { Span } from "../text/span.ts";

/**
 * Carries what was taught about an article over to another version of it: where the sentences stand again they answer from there,
 * otherwise they are lost and answer nothing. What was lost is found again by a version that has it.
 */
export function carryOverTaught(state: GuildState, articleId: string, newArticle: Article): Write[] {
  const taught = [...state.taught].filter(([, record]) => record.article === articleId);
  if (taught.length === 0) return [];
  const find = createFindText(newArticle);
  return taught.flatMap(([key, record]) => {
    const carried = carryOver(record, newArticle, find);
    return isSame(record, carried) ? [] : [writeRecord(state, "taught", { key, value: carried })];
  });
}

/** Lets what was taught about an article follow it to another id. */
export function renameTaught(state: GuildState, from: string, to: string): Write[] {
  return [...state.taught]
    .filter(([, record]) => record.article === from)
    .map(([key, record]) => writeRecord(state, "taught", { key, value: { ...record, article: to } }));
}

/** Carries one taught question over. */
export function carryOver(
  taught: TaughtRecord,
  newArticle: Article,
  find: (sought: SoughtText) => Span | undefined = createFindText(newArticle),
): TaughtRecord {
  const span = find(taught);
  // Where it stood last tells where to look in the next version.
  if (!span) return { ...taught, lost: true };
  return {
    ...taught,
    version: newArticle.version,
    span,
    text: newArticle.text.slice(span.start, span.end),
    heading: headingAt(newArticle, span.start),
    lost: false,
  };
}

function isSame(a: TaughtRecord, b: TaughtRecord): boolean {
  return a.version === b.version && a.span.start === b.span.start && a.text === b.text && a.lost === b.lost;
}
