import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Article } from "../../src/article/article.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { gapKey } from "../../src/community/gap-key.ts";
import { longestTaught, mostTaught, planTeach, type TeachRefusal } from "../../src/community/teach.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { questionLimit, writeQuestionLine } from "../../src/render/question-line.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Span } from "../../src/text/span.ts";
import { sayPrivately } from "./say.ts";
import { undoRow } from "./undo-row.ts";

export interface SpanToTeach {
  readonly question: string;
  readonly article: Article;
  readonly span: Span;
}

/** Who asks for a change, and in which language they are answered. */
export type Teacher = Pick<Invocation, "id" | "asker" | "locale">;

/** Chooses a place for a question and shows it, or says why not. */
export async function teachSpan(teacher: Teacher, services: Services, given: SpanToTeach): Promise<MessageReply> {
  const { id, asker, locale } = teacher;
  const say = phrases[locale];
  const { guild, taught, library, now } = services;
  const { article, span } = given;
  if (!guild) return sayPrivately(say.library.nothingKept);
  const question = tidyLine(given.question, questionLimit);
  if (question === "") return sayPrivately(say.teach.noQuestion);
  const quote = span.end - span.start > longestTaught ? undefined : quoteSpan(article, span);
  if (!quote) return sayPrivately(say.teach.notOnePlace(longestTaught));
  const reference = escapeInline(quote.reference);
  const same = taught?.find(question);
  const replaces = same?.similarity === 1 ? same.taught.id : undefined;
  const gap = gapKey(library.analyse(question).folded.text);
  let isNew = true;
  const changed = await guild.change({ change: id, person: asker.id }, (state) => {
    const plan = planTeach(state, { question, article, span, replaces, key: id, gap, at: now?.() ?? 0, by: asker.id });
    isNew = plan.kind === "change" && plan.writes.every(({ kind, before }) => kind === "gap" || before === undefined);
    return plan;
  });
  if (changed.kind === "refused") return sayPrivately(explainRefusal(changed.refusal, reference, teacher));
  const done = isNew ? say.teach.taught(reference) : say.teach.replaced(reference);
  const shown = renderAnswer(
    { kind: "quotes", quotes: [quote], added: [] },
    { articles: library.articles, locale, private: true, intro: [...writeQuestionLine(question), done] },
  );
  return { ...shown, components: [undoRow(changed.change.id, locale)] };
}

function explainRefusal(refusal: TeachRefusal, reference: string, { locale }: Teacher): string {
  const say = phrases[locale];
  switch (refusal) {
    case "full":
      return say.teach.full(mostTaught);
    case "already":
      return say.teach.already(reference);
    case "changed":
      return say.changed;
  }
}
