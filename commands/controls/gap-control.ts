import type { Control } from "../../src/command.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeLine, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readQuestionLines } from "../../src/render/question-line.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "../parts/say.ts";

const longestQuestion = 500;
const longestComment = 300;

/** Reports a question without a sure answer: only what its asker sees in the form and sends. */
export const gapControl: Control = {
  name: "gap",
  press({ locale, message }, _state, { gapChannelId }) {
    const say = phrases[locale].gap;
    if (gapChannelId === undefined) return sayPrivately(words[locale].oldControl);
    const question = readQuestionLines(message.content).at(-1);
    const input = { isLong: true, maxLength: longestQuestion };
    return {
      kind: "modal",
      customId: writeControlId("gap", []),
      title: say.title,
      inputs: [
        { ...input, customId: "question", label: say.question, required: true, value: question },
        {
          ...input,
          customId: "comment",
          label: say.comment,
          required: false,
          maxLength: longestComment,
          placeholder: say.placeholder,
        },
      ],
    };
  },
  submit({ locale, fields, asker }, _state, { gapChannelId, library }) {
    const say = phrases[locale].gap;
    if (gapChannelId === undefined) return sayPrivately(words[locale].oldControl);
    const versions = [...library.articles.values()]
      .slice(0, 5)
      .map(({ id, version }) => `${id} ${version.slice(0, 8)}`);
    const quoted = [fields["question"], fields["comment"]]
      .map((text) => escapeLine(tidyLine(text ?? "", longestQuestion)))
      .filter((line) => line !== "");
    const content = [`-# ${say.report(asker.id, versions.join(" · "))}`, ...quoted.map((line) => `> ${line}`)].join(
      "\n",
    );
    return {
      kind: "post",
      channelId: gapChannelId,
      message: { kind: "message", content, private: false, quotes: [] },
      outcomes: { done: sayPrivately(say.done), failed: sayPrivately(say.failed) },
    };
  },
};
