import type { Span } from "../text/span.ts";
import type { Article, Landmark } from "./article.ts";

/** What readers of the original find a stretch of text by; `first` and `last` are the same where it keeps within one. */
export interface LandmarkRange {
  readonly kind: Landmark["kind"];
  /** As the original names it. */
  readonly first: string;
  readonly last: string;
}

const KINDS = ["chapter", "page", "time"] as const;

/** Tells on which pages, in which chapters and from which time to which a stretch of an article stands; often nothing. */
export function landmarksOf({ landmarks = [] }: Pick<Article, "landmarks">, span: Span): LandmarkRange[] {
  return KINDS.flatMap((kind) => {
    const reached = landmarks.filter((landmark) => landmark.kind === kind && landmark.start < span.end);
    const first = reached.findLast(({ start }) => start <= span.start) ?? reached[0];
    const last = reached.at(-1);
    return first && last ? [{ kind, first: first.label, last: last.label }] : [];
  });
}
