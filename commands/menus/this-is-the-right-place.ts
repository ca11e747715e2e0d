import type { Menu } from "../../src/command.ts";
import type { MenuInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { type AnswerState, readAnswerState } from "../../src/render/answer-state.ts";
import { readControlId } from "../../src/render/control-id.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readQuestionLines } from "../../src/render/question-line.ts";
import type { Reply } from "../../src/render/reply.ts";
import { barTeaching } from "../controls/teach-controls.ts";
import { declareManagersMenu } from "../parts/declare.ts";
import { offerPlaces } from "../parts/offer-places.ts";
import { sayPrivately } from "../parts/say.ts";

/** Begins choosing a place for the question of an answer, or of a declined one. */
export const thisIsTheRightPlace: Menu = {
  declaration: declareManagersMenu(["This is the right place", "这里才是出处", "這裡才是出處"]),
  run: offerForMessage,
};

function offerForMessage({ target, asker, locale }: MenuInvocation, services: Services): Reply | Promise<Reply> {
  const barred = barTeaching(asker, locale, services);
  if (barred) return barred;
  const question = target.isOwn === true ? readQuestionLines(target.content).at(-1) : undefined;
  if (question === undefined) return sayPrivately(phrases[locale].teach.noQuestion);
  return offerPlaces({ question, state: stateOf(target.customIds ?? []), locale }, services);
}

/** The buttons of an answer all know what it shows. */
function stateOf(customIds: readonly string[]): AnswerState | undefined {
  for (const customId of customIds) {
    const state = readAnswerState(readControlId(customId)?.state ?? []);
    if (state) return state;
  }
  return undefined;
}
