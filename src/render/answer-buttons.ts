import type { Article } from "../article/article.ts";
import { widenSpan } from "../answer/widen-span.ts";
import type { AnswerState } from "./answer-state.ts";
import { stateWriter } from "./answer-state.ts";
import type { ActionButton, Row } from "./component.ts";
import { writeControlId } from "./control-id.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import { sourceButton } from "./source-button.ts";

/** The names that an answer's buttons begin with. */
export const answerActions = ["earlier", "later", "wider", "narrower", "copy", "share", "thread"] as const;

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

/** Makes the two rows below an answer; what cannot be done is greyed out, what makes no sense here is absent. */
export function answerButtons(state: AnswerState, options: AnswerButtonsOptions): Row[] {
  const { buttons } = phrases[state.locale];
  const { shown, article, isPrivate, allowsThread, canReport, canTeach } = options;
  const span = state.candidates[state.at]?.span ?? { start: 0, end: 0 };
  const write = stateWriter(state);
  const button = (action: AnswerAction, disabled = false): ActionButton => ({
    kind: "action",
    customId: write(action),
    label: buttons[action],
    style: "secondary",
    disabled,
  });
  const current = widenSpan(article, span, state.level);
  const widest = widenSpan(article, span, 2);
  const canWiden = current.start !== widest.start || current.end !== widest.end;
  const browsing =
    state.candidates.length > shown || state.at > 0
      ? [button("earlier", state.at === 0), button("later", state.at + shown >= state.candidates.length)]
      : [];
  const context =
    canWiden || state.level > 0 ? [button("wider", !canWiden), button("narrower", state.level === 0)] : [];
  const more = [
    button("copy"),
    ...(isPrivate ? [button("share")] : []),
    ...(allowsThread && !isPrivate ? [button("thread")] : []),
    ...sourceButton(article, span, buttons.source),
    ...(canReport ? [gapButton(state.locale)] : []),
    ...(canTeach ? [teachButton(state.locale, write)] : []),
  ];
  return [[...browsing, ...context], more]
    .filter((row) => row.length > 0)
    .map((row): Row => ({ kind: "buttons", buttons: row }));
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
