import type { QuotePlace } from "../../src/answer/answer.ts";
import { listedQuotes } from "../../src/answer/answer.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Article } from "../../src/article/article.ts";
import { readKept, type Services } from "../../src/services.ts";
import { createFindText, headingAt } from "../../src/community/find-text.ts";
import { type AnswerState, versionLength } from "../../src/render/answer-state.ts";
import type { Row, SelectOption } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { writeQuestionLine } from "../../src/render/question-line.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { joinShown } from "../../src/text/shown-part.ts";

/** Discord's limits. */
const mostOptions = 25;
const longestOption = 100;
/** So many places that come near are offered where none was shown. */
const mostNearest = 10;

export interface PlacesToOffer {
  readonly question: string;
  /** What the answer showed; absent where it was declined. */
  readonly state: AnswerState | undefined;
  readonly locale: Locale;
}

/** Offers the places that an answer showed, or those that come nearest, to be chosen for its question. */
export async function offerPlaces(
  { question, state, locale }: PlacesToOffer,
  services: Services,
): Promise<MessageReply> {
  const say = phrases[locale].teach;
  const places = state ? await placesOf(state, services) : nearestPlaces(question, services);
  const options = writeOptions(places, services);
  const another = { kind: "action", customId: writeControlId("teach-other", []), label: say.another } as const;
  const components: Row[] = [
    ...(options.length > 0
      ? [{ kind: "select", customId: writeControlId("teach-at", []), placeholder: say.pick, options } as const]
      : []),
    { kind: "buttons", buttons: [{ ...another, style: "secondary" }] },
  ];
  const content = [...writeQuestionLine(question), options.length > 0 ? say.choose : say.noPlaces].join("\n");
  return { kind: "message", content, private: true, quotes: [], components };
}

/** Those of the page that was shown come first; where the article has changed since, where they stand now. */
async function placesOf({ candidates, versions, at }: AnswerState, services: Services): Promise<QuotePlace[]> {
  const found: QuotePlace[] = [];
  for (const { span, version } of [...candidates.slice(at), ...candidates.slice(0, at)]) {
    const hash = versions[version] ?? "";
    const current = articleOf(hash, services);
    if (current) {
      found.push({ article: current.id, span });
      continue;
    }
    const old = await readKept(services, hash);
    const now = old && services.library.articles.get(old.id);
    const text = old?.text.slice(span.start, span.end) ?? "";
    const moved = old && now && createFindText(now)({ text, span, heading: headingAt(old, span.start) });
    if (now && moved) found.push({ article: now.id, span: moved });
  }
  return found;
}

function nearestPlaces(question: string, { library }: Services): QuotePlace[] {
  if (question === "") return [];
  return [...listedQuotes(answerQuestion(library, question, { limit: mostNearest }))];
}

function writeOptions(places: readonly QuotePlace[], { library }: Services): SelectOption[] {
  const options = places.flatMap(({ article: id, span }): SelectOption[] => {
    const article = library.articles.get(id);
    const quote = article && quoteSpan(article, span);
    if (!quote) return [];
    const label = tidyLine(`${quote.reference} ${joinShown(quote.shown)}`, longestOption);
    const about = [...(library.articles.size > 1 ? [article.title] : []), quote.section].filter((part) => part !== "");
    const description = tidyLine(about.join(" › "), longestOption);
    return [{ label, value: writePlace(article, span), ...(description !== "" && { description }) }];
  });
  return [...new Map(options.map((option) => [option.value, option])).values()].slice(0, mostOptions);
}

function writePlace({ version }: Article, { start, end }: QuotePlace["span"]): string {
  return [version.slice(0, versionLength), start.toString(36), (end - start).toString(36)].join(".");
}

/** Reads what was chosen; it comes from outside, so that anything may stand there. */
export function readPlace(value: string, services: Pick<Services, "library">) {
  const [, hash = "", start = "", length = ""] = /^([\da-f]{8})\.([\da-z]{1,7})\.([\da-z]{1,7})$/u.exec(value) ?? [];
  const article = hash === "" ? undefined : articleOf(hash, services);
  const [from, size] = [Number.parseInt(start, 36), Number.parseInt(length, 36)];
  return article && { article, span: { start: from, end: from + size } };
}

function articleOf(hash: string, { library }: Pick<Services, "library">): Article | undefined {
  return library.articles.values().find(({ version }) => version.startsWith(hash));
}
