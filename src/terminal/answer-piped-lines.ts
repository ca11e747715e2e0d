import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import type { Answer } from "../answer/answer.ts";
import type { Library } from "../search/library.ts";
import { whenLoaded } from "../text/not-loaded.ts";
import { answerData } from "./answer-data.ts";
import { answerAsked } from "./answer-asked.ts";
import type { ConversationOptions } from "./conversation.ts";
import { exitCodeFor } from "./exit-code.ts";
import { lookOf } from "./look.ts";
import { readLines } from "./read-lines.ts";
import { explainTooLong, readQuestionLine } from "./read-prompt-line.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { showAnswer } from "./show-answer.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export const QUESTION_MISSING = 'ask: a question is missing, such as: npm run ask -- "Meta为什么盯上Gemini?"';

export interface PipeOptions extends ConversationOptions {
  /** One JSON object a line in place of text. */
  readonly json: boolean;
}

/**
 * Answers each line of standard input in turn; a bad line is reported and does not stop the rest.
 *
 * No line follows those before it: a list of questions is no conversation, and its order must not matter.
 *
 * @param open is called once there is a question.
 * @returns 2 where a line was bad, otherwise 1 where a question was declined, otherwise 3 where an answer was unsure.
 */
export async function answerPipedLines(
  open: () => Promise<Library>,
  options: PipeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { input, errors } = terminal;
  if (input.isTTY && errors.isTTY) errors.write("One question a line; Ctrl+D ends.\n");
  let answer: ((question: string) => Promise<Answer["kind"]>) | undefined = undefined;
  let bad = false;
  const kinds = new Set<Answer["kind"]>();
  for await (const { number, bytes } of readLines(input)) {
    const line = isUtf8(bytes) ? readQuestionLine(new TextDecoder().decode(bytes)) : NOT_UTF8;
    switch (line.kind) {
      case "blank":
        break;
      case "too-long":
      case "not-utf8":
        bad = true;
        errors.write(`line ${number}: ${line.kind === "too-long" ? explainTooLong(line.length) : "is not UTF-8"}\n`);
        break;
      case "question":
        answer ??= createAnswer(await open(), options, terminal);
        kinds.add(await answer(line.question));
        break;
    }
  }
  if (!answer && !bad) throw new UsageError(QUESTION_MISSING);
  return bad ? 2 : exitCodeFor(kinds);
}

const NOT_UTF8 = { kind: "not-utf8" } as const;

/** Writes a question's answer when the reader of the output can take it, and tells of which kind it was. */
function createAnswer(library: Library, options: PipeOptions, terminal: Terminal) {
  let isFirst = true;
  return async (question: string): Promise<Answer["kind"]> => {
    const { answer, lines, data } = await whenLoaded(() => {
      const found = answerAsked(library, question, options);
      return { answer: found, lines: showAnswer(found, library, lookOf(terminal)), data: answerData(found, library) };
    });
    const shown = `> ${safeForTerminal(question)}\n${lines}`;
    const text = options.json ? JSON.stringify({ question, ...data }) : `${isFirst ? "" : "\n"}${shown}`;
    isFirst = false;
    if (!terminal.output.write(`${text}\n`)) await once(terminal.output, "drain");
    return answer.kind;
  };
}
