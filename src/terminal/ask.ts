import type { Config } from "../config.ts";
import { whenLoaded } from "../text/not-loaded.ts";
import { answerAsked } from "./answer-asked.ts";
import { answerPipedLines, QUESTION_MISSING } from "./answer-piped-lines.ts";
import { answerData } from "./answer-data.ts";
import { exitCodeFor } from "./exit-code.ts";
import { lookOf } from "./look.ts";
import { openLibrary } from "./open-library.ts";
import { promptForQuestions } from "./prompt-for-questions.ts";
import { showAnswer } from "./show-answer.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface AskOptions {
  /** Without one, questions are read from the terminal or a pipe. */
  readonly question?: string | undefined;
  readonly article?: string | undefined;
  readonly limit?: number | undefined;
  readonly context?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** Answers one question in the terminal, or those that are typed or piped: 0 answered, 1 declined, 3 unsure. */
export async function ask(options: AskOptions, config: Config, terminal: Terminal): Promise<ExitCode> {
  const { question, json = false } = options;
  const answering = { limit: options.limit ?? config.quotesPerAnswer, context: options.context ?? [], json };
  const open = async (): ReturnType<typeof openLibrary> => openLibrary(options.article, config, terminal);
  if (question === undefined) {
    if (terminal.input.isTTY && terminal.output.isTTY) return promptForQuestions(await open(), answering, terminal);
    return answerPipedLines(open, answering, terminal);
  }
  if (question.trim() === "") throw new UsageError(QUESTION_MISSING);
  const library = await open();
  const { kind, text } = await whenLoaded(() => {
    const answer = answerAsked(library, question, answering);
    const shown = json
      ? JSON.stringify(answerData(answer, library), undefined, 2)
      : showAnswer(answer, library, lookOf(terminal));
    return { kind: answer.kind, text: shown };
  });
  terminal.output.write(`${text}\n`);
  return exitCodeFor(new Set([kind]));
}
