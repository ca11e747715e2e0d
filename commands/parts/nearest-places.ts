import { listedQuotes, type Quote } from "../../src/answer/answer.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { Services } from "../../src/command.ts";
import type { ListedGap } from "../../src/community/gaps.ts";
import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { writeQuestionLine } from "../../src/render/question-line.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import type { MessageReply } from "../../src/render/reply.ts";

const mostPlaces = 5;

/** Shows the passages nearest to a sent question, for somebody to choose the one that answers it, or to name another. */
export function nearestPlaces({ key, question }: ListedGap, { library }: Services, locale: Locale): MessageReply {
  const say = phrases[locale].inbox.place;
  const nearest = listedQuotes(answerQuestion(library, question, { limit: mostPlaces, quoted: mostPlaces }));
  const intro = [...writeQuestionLine(question), nearest.length > 0 ? say.choose : say.none];
  const message = renderAnswer(
    { kind: "quotes", quotes: nearest, added: [] },
    { articles: library.articles, locale, private: true, intro },
  );
  const menu: Row = {
    kind: "select",
    customId: writeControlId("gap-place", [key]),
    placeholder: say.menu,
    options: uniquePlaces(nearest).map(({ article, reference, text }) => ({
      label: tidyLine(`${reference} ${library.articles.get(article)?.title ?? ""}`, 100),
      value: writePlace(library.articles.get(article)?.version ?? "", reference),
      description: tidyLine(text, 100),
    })),
  };
  const customId = writeControlId("gap-form", [key]);
  const another: Row = {
    kind: "buttons",
    buttons: [{ kind: "action", customId, label: say.another, style: "secondary" }],
  };
  return { ...message, components: [...(menu.options.length > 0 ? [menu] : []), another] };
}

export interface ChosenPlace {
  /** The beginning of its version's hash. */
  readonly version: string;
  readonly reference: string;
}

/** Reads a choice back; it comes from outside, so that anything may stand there. */
export function readPlace(value: string): ChosenPlace | undefined {
  const [, version, reference] = /^([\da-f]{8}) (.{1,90})$/u.exec(value) ?? [];
  return version === undefined || reference === undefined ? undefined : { version, reference };
}

function writePlace(version: string, reference: string): string {
  return `${version.slice(0, 8)} ${reference}`;
}

/** Discord takes each value once, and none that is longer than 100 characters. */
function uniquePlaces(quotes: readonly Quote[]): Quote[] {
  const unique = new Map(quotes.map((quote) => [`${quote.article} ${quote.reference}`, quote]));
  return [...unique.values()].filter(({ reference }) => readPlace(writePlace("0".repeat(8), reference)) !== undefined);
}
