import type { Article } from "../article/article.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { findExceptions, findRule } from "../article/ties/find-exception.ts";
import { findHeader } from "../article/ties/find-header.ts";
import { findItems, findLeadIn } from "../article/ties/find-lead-in.ts";
import { findQuestion } from "../article/ties/find-question.ts";
import { findSpeaker, findSubject } from "../article/ties/find-subject.ts";
import { paragraphAt, type SentencePlace, sentenceAt } from "../article/ties/sentence-place.ts";
import { joinShown } from "../text/shown-part.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Companion, CompanionKind } from "./answer.ts";

/** A longer one is no help to who reads the quote, in UTF-16 code units of what is shown. */
const LONGEST = 600;

/**
 * Finds what must be shown with a quote lest it mislead, from the article alone: the question that it answers, the line
 * that it completes, its column names, what limits it, what it is about.
 *
 * In reading order; none overlaps the quote or another. A heading that asks is the quote's section already.
 */
export function findCompanions(article: Article, span: Span): Companion[] {
  const first = sentenceAt(article, span.start);
  const last = sentenceAt(article, span.end - 1);
  if (!first || !last) return [];
  const kept: Companion[] = [];
  for (const { kind, span: found } of listTied(first, last)) {
    const isFree = !overlaps(found, span) && kept.every((other) => !overlaps(found, other.span));
    const cut = isFree ? cutQuote(article, found) : undefined;
    if (cut && joinShown(cut.shown).length <= LONGEST) kept.push({ kind, ...cut });
  }
  return kept.toSorted((a, b) => a.span.start - b.span.start);
}

/** What matters most stands first. */
function listTied(
  first: SentencePlace,
  last: SentencePlace,
): readonly { readonly kind: CompanionKind; readonly span: Span }[] {
  const { article } = first;
  const question = findQuestion(first);
  const isShown = question && !question.isHeading && (question.isFirm || question.opens);
  const paragraph = paragraphAt(first);
  const spans: Readonly<Record<CompanionKind, readonly (Span | undefined)[]>> = {
    question: [isShown ? question.span : undefined],
    "lead-in": [findLeadIn(first)],
    header: [paragraph && findHeader(article, paragraph)],
    exception: findExceptions(last),
    subject: [findRule(first), findSubject(first), findSpeaker(first), speakerBehind(first, last)],
    items: findItems(last),
  };
  const kinds: readonly CompanionKind[] = ["question", "lead-in", "header", "exception", "subject", "items"];
  return kinds.flatMap((kind) => spans[kind].flatMap((span) => (span ? [{ kind, span }] : [])));
}

/** Of a quote of several sentences the last may end a quotation whose speaker is told behind it. */
function speakerBehind(first: SentencePlace, last: SentencePlace): Span | undefined {
  return last.sentence > first.sentence ? findSpeaker(last) : undefined;
}
