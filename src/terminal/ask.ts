import { answerQuestion } from "../answer/answer-question.ts";
import type { Config } from "../config.ts";
import { openLibrary } from "./open-library.ts";
import { showAnswer } from "./show-answer.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface AskOptions {
  readonly question: string;
  readonly article?: string | undefined;
  readonly limit?: number | undefined;
  readonly context?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** Answers one question in the terminal: 0 answered, 1 declined. */
export async function ask(options: AskOptions, config: Config, terminal: Terminal): Promise<ExitCode> {
  if (options.question.trim() === "") {
    throw new UsageError('ask: a question is missing, such as: npm run ask -- "Meta为什么盯上Gemini?"');
  }
  const library = await openLibrary(options.article, config, terminal.directory);
  const answer = answerQuestion(library, options.question, {
    limit: options.limit ?? config.quotesPerAnswer,
    context: options.context,
  });
  const text = options.json ? JSON.stringify(answer, undefined, 2) : showAnswer(answer, library, colourOf(terminal));
  terminal.output.write(`${text}\n`);
  return answer.kind === "quotes" ? 0 : 1;
}

/** Colour only on a terminal, and not against https://no-color.org. */
function colourOf({ output, environment }: Terminal): boolean {
  return output.isTTY && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}
