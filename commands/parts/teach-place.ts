import type { Quote } from "../../src/answer/answer.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Article } from "../../src/article/article.ts";
import type { Invocation, Services } from "../../src/command.ts";
import { headingAt } from "../../src/community/find-text.ts";
import { gapKey } from "../../src/community/gap-key.ts";
import { mostTaught, teach } from "../../src/community/teach.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { writeQuestionLine } from "../../src/render/question-line.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { findPlace } from "./find-place.ts";
import { sayPrivately } from "./say.ts";
import { undoRow } from "./undo-row.ts";

export interface NamedPlace {
  readonly question: string;
  /** The article's id. */
  readonly article: string;
  readonly reference: string;
}

/** Teaches the place of whole sentences that answers a question, and shows it; who may do so is the caller's to check. */
export async function teachPlace(
  invocation: Invocation,
  services: Services,
  { question, article: articleId, reference }: NamedPlace,
): Promise<MessageReply> {
  const { id, asker, locale } = invocation;
  const { guild, library } = services;
  const article = library.articles.get(articleId);
  if (!guild || !article) return sayPrivately(words[locale].oldControl);
  const place = findPlace(article, reference, locale);
  if (place.kind === "wrong") return sayPrivately(place.explanation);
  const quote = quoteAll(article, place.spans);
  if (!quote) return sayPrivately(phrases[locale].reference.noText(reference.slice(0, 60)));
  const taught = {
    question,
    article: article.id,
    version: article.version,
    span: quote.span,
    text: article.text.slice(quote.span.start, quote.span.end),
    heading: headingAt(article, quote.span.start),
    lost: false,
    at: services.now?.() ?? 0,
    by: asker.id,
  };
  const gap = gapKey(library.analyse(question).folded.text);
  const changed = await guild.change({ change: id, person: asker.id }, (state) =>
    teach(state, { key: id, gap, taught }),
  );
  const say = phrases[locale].inbox.place;
  if (changed.kind === "refused") return sayPrivately(say.full(mostTaught));
  const message = renderAnswer(
    { kind: "quotes", quotes: [quote], added: [] },
    { articles: library.articles, locale, private: true, intro: [say.taught, ...writeQuestionLine(question)] },
  );
  return { ...message, components: [undoRow(changed.change.id, locale)] };
}

function quoteAll(
  article: Article,
  spans: readonly { readonly start: number; readonly end: number }[],
): Quote | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && quoteSpan(article, { start: first.start, end: last.end });
}
