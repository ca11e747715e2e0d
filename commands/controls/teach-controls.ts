import type { Control } from "../../src/command.ts";
import type { Asker } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readAnswerState } from "../../src/render/answer-state.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { questionLimit, readQuestionLines } from "../../src/render/question-line.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { mayTeach } from "../parts/may-teach.ts";
import { offerPlaces, readPlace } from "../parts/offer-places.ts";
import { sayPrivately } from "../parts/say.ts";
import { teachPlace } from "../parts/teach-place.ts";
import { teachSpan } from "../parts/teach-span.ts";

/** Begins choosing a place for the question of an answer. */
const teachControl: Control = {
  name: "teach",
  press({ asker, locale, message }, state, services) {
    const barred = barTeaching(asker, locale, services);
    if (barred) return barred;
    const question = readQuestionLines(message.content).at(-1);
    if (question === undefined) return sayPrivately(phrases[locale].teach.noQuestion);
    return offerPlaces({ question, state: readAnswerState(state), locale }, services);
  },
};

/** Chooses one of the places that were offered. */
const teachAtControl: Control = {
  name: "teach-at",
  press(invocation, _state, services) {
    const { asker, locale, message, values } = invocation;
    const barred = barTeaching(asker, locale, services);
    if (barred) return barred;
    const question = readQuestionLines(message.content).at(-1);
    if (question === undefined) return sayPrivately(phrases[locale].teach.noQuestion);
    const place = readPlace(values[0] ?? "", services);
    if (!place) return sayPrivately(phrases[locale].changed);
    return teachSpan(invocation, services, { question, ...place });
  },
};

/** Asks for a place that was not offered. */
const teachOtherControl: Control = {
  name: "teach-other",
  press({ asker, locale, message }, _state, services) {
    const barred = barTeaching(asker, locale, services);
    if (barred) return barred;
    const { form } = phrases[locale].teach;
    const input = { isLong: false, required: true, maxLength: 100 };
    const value = readQuestionLines(message.content).at(-1);
    const hasSeveral = services.library.articles.size > 1;
    return {
      kind: "modal",
      customId: writeControlId("teach-other", []),
      title: form.title,
      inputs: [
        { ...input, isLong: true, customId: "question", label: form.question, value, maxLength: questionLimit },
        { ...input, customId: "reference", label: form.reference, placeholder: "§2 ¶1:3" },
        ...(hasSeveral ? [{ ...input, customId: "article", label: form.article, required: false }] : []),
      ],
    };
  },
  submit(invocation, _state, services) {
    const { asker, locale, fields } = invocation;
    const barred = barTeaching(asker, locale, services);
    if (barred) return barred;
    const { question = "", reference = "", article = "" } = fields;
    return teachPlace(invocation, services, { question, reference, article: article.trim() });
  },
};

export const teachControls: readonly Control[] = [teachControl, teachAtControl, teachOtherControl];

/** What is said to somebody who may not teach, or where nothing can be kept. */
export function barTeaching(asker: Asker, locale: Locale, services: Services): MessageReply | undefined {
  if (!services.guild) return sayPrivately(phrases[locale].library.nothingKept);
  return mayTeach(asker, services) ? undefined : sayPrivately(phrases[locale].teach.mayNot);
}
