import type { Services } from "../../src/services.ts";
import { longestTaught } from "../../src/community/teach.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { chooseArticle } from "./choose-article.ts";
import { explainEmpty } from "./explain-empty.ts";
import { findPlace } from "./find-place.ts";
import { sayPrivately } from "./say.ts";
import { type Teacher, teachSpan } from "./teach-span.ts";

/** A place as somebody writes it. */
export interface PlaceToTeach {
  readonly question: string;
  /** An id or a title; absent where there is one article. */
  readonly article?: string | undefined;
  readonly reference: string;
}

/** Chooses the place that a reference names for a question, or says what is wrong with it. */
export async function teachPlace(
  teacher: Teacher,
  services: Services,
  { question, article: named = "", reference }: PlaceToTeach,
): Promise<MessageReply> {
  const { locale } = teacher;
  const chosen = chooseArticle(services.library, { article: named }, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const { article } = chosen;
  const place = findPlace(article, reference, locale);
  if (place.kind === "wrong") return sayPrivately(place.explanation);
  const [first, last] = [place.spans[0], place.spans.at(-1)];
  if (!first || !last) return sayPrivately(explainEmpty(article, place.section, locale));
  // Of several stretches it is none that lies between them.
  if (place.reference.parts.length > 1) return sayPrivately(phrases[locale].teach.notOnePlace(longestTaught));
  return teachSpan(teacher, services, { question, article, span: { start: first.start, end: last.end } });
}
