import type { Article } from "../article/article.ts";
import { widenSpan } from "../answer/widen-span.ts";
import type { AnswerState } from "./answer-state.ts";
import { stateWriter } from "./answer-state.ts";
import type { ActionButton, Button, Row } from "./component.ts";
import { writeControlId } from "./control-id.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import { sourceButton } from "./source-button.ts";

/** The names that an answer's buttons begin with. */
export const answerActions = ["earlier", "later", "wider", "narrower", "copy", "share", "thread", "more"] as const;

export type AnswerAction = (typeof answerActions)[number];

export interface AnswerButtonsOptions {
  /** How many candidates stand in the message. */
  readonly shown: number;
  /** The article of the first of them. */
  readonly article: Article;
  readonly isPrivate: boolean;
  readonly allowsThread: boolean;
  readonly canReport: boolean;
  readonly canTeach: boolean;
}

/** As many as Discord puts into one row. */
const mostButtons = 5;
/** As many as two rows hold, each with the button that leads to the other; only less context is ever beyond it. */
const mostInAll = 2 * (mostButtons - 1);

/**
 * Makes the one row below an answer: what can be done now and nothing else. Where that is more than a row holds, its last
 * button shows the rest in place of it, and back.
 */
export function answerButtons(state: AnswerState, options: AnswerButtonsOptions): Row[] {
  const possible = possibleButtons(state, options);
  const all = possible.length > mostInAll ? possible.filter(({ rank }) => rank < rareRank) : possible;
  if (all.length <= mostButtons)
    return all.length > 0 ? [{ kind: "buttons", buttons: all.map(({ button }) => button) }] : [];
  const usual = new Set(all.toSorted((a, b) => a.rank - b.rank).slice(0, mostButtons - 1));
  const shown = all.filter((each) => usual.has(each) !== (state.showsMore === true)).map(({ button }) => button);
  const label = phrases[state.locale].buttons[state.showsMore ? "back" : "more"];
  const swap: ActionButton = { kind: "action", customId: stateWriter(state)("more"), label, style: "secondary" };
  return [{ kind: "buttons", buttons: state.showsMore ? [swap, ...shown] : [...shown, swap] }];
}

/** Of what can also be had by another button first. */
const rareRank = 8;

interface RankedButton {
  readonly button: Button;
  /** Lower ones are needed more often. */
  readonly rank: number;
}

/** In the order in which they stand: what is pressed again and again comes first, so that it stays in its place. */
function possibleButtons(state: AnswerState, options: AnswerButtonsOptions): RankedButton[] {
  const { buttons } = phrases[state.locale];
  const { shown, article, isPrivate, allowsThread, canReport, canTeach } = options;
  const span = state.candidates[state.at]?.span ?? { start: 0, end: 0 };
  const write = stateWriter(state);
  const current = widenSpan(article, span, state.level);
  const widest = widenSpan(article, span, 2);
  const canWiden = current.start !== widest.start || current.end !== widest.end;
  const when = (isPossible: boolean, action: AnswerAction, rank: number): RankedButton[] =>
    isPossible
      ? [{ rank, button: { kind: "action", customId: write(action), label: buttons[action], style: "secondary" } }]
      : [];
  return [
    ...when(state.at + shown < state.candidates.length, "later", 0),
    ...when(state.at > 0, "earlier", 1),
    ...when(canWiden, "wider", 5),
    ...when(state.level > 0, "narrower", canWiden ? rareRank : 5),
    ...sourceButton(article, span, buttons.source).map((button) => ({ button, rank: 4 })),
    ...when(true, "copy", 7),
    ...when(isPrivate, "share", 6),
    ...when(allowsThread && !isPrivate, "thread", 6),
    ...(canReport ? [{ button: gapButton(state.locale), rank: 2 }] : []),
    ...(canTeach ? [{ button: teachButton(state.locale, write), rank: 3 }] : []),
  ];
}

/** Makes the button that begins choosing a place; below an answer it knows what the answer shows. */
export function teachButton(locale: Locale, write = (name: string) => writeControlId(name, [])): ActionButton {
  return { kind: "action", customId: write("teach"), label: phrases[locale].teach.button, style: "secondary" };
}

/** Makes the button that reports what the article lacks; the question is read from its message. */
export function gapButton(locale: Locale): ActionButton {
  return {
    kind: "action",
    customId: writeControlId("gap", []),
    label: phrases[locale].buttons.gap,
    style: "secondary",
  };
}
