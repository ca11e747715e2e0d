import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { ArticleError } from "../article/article-error.ts";
import { type Config, readConfig, withEnvFile } from "../config.ts";
import type { TrainOptions } from "./train.ts";
import type { EvaluateOptions } from "./evaluate-questions.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

/**
 * Runs one terminal command.
 *
 * @param words what was typed behind the program's name.
 * @returns the process's exit code; every expected mistake is written to the terminal's errors.
 */
export async function runTerminal(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ArticleError || error instanceof UsageError)) throw error;
    terminal.errors.write(`${error.message}\n`);
    return 2;
  }
  return exitCode;
}

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("yuanwen")
    .description("Answers questions about an article only in the article's own words.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(text),
    });
  program
    .command("ask")
    .description("answer a question with quotes from the article")
    .argument("[question...]", "the question, in Chinese or English")
    .option("--article <file>", "ask about this .txt or .md file instead of the configured articles")
    .option("--limit <number>", "at most so many quotes", wholeNumber)
    .option("--context <question>", "an earlier question that this one follows; repeat it, oldest first", append)
    .option("--json", "print the whole answer as JSON")
    .action(
      async (
        question: readonly string[],
        options: { article?: string; limit?: number; context?: string[]; json?: boolean },
      ) => {
        const { ask } = await import("./ask.ts");
        finish(await ask({ question: question.join(" "), ...options }, settings(terminal), terminal));
      },
    );
  program
    .command("outline")
    .description("print the numbered table of contents with counts")
    .option("--article <file>", "of this .txt or .md file instead of the configured articles")
    .action(async (options: { article?: string }) => {
      const { outline } = await import("./outline.ts");
      finish(await outline(options, settings(terminal), terminal));
    });
  program
    .command("batch")
    .description("answer many questions: one JSON object a line in, one a line out")
    .requiredOption("--articles <folder>", "a folder with ID.txt or ID.md")
    .requiredOption("--questions <file>", 'lines such as {"id":"1","article":"ID","question":"…","context":["…"]}')
    .requiredOption("--out <file>", "where the answers are written")
    .option("--limit <number>", "at most so many quotes a question", wholeNumber)
    .action(async (options: { articles: string; questions: string; out: string; limit?: number }) => {
      const { batch } = await import("./batch.ts");
      finish(await batch(options, settings(terminal), terminal));
    });
  addEval(program, terminal, finish);
  addTrain(program, terminal, finish);
  return program;
}

function addEval(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("eval")
    .description("measure the answers to questions whose right answers are known; 1 where a figure is below its floor")
    .option("--sets <file>", "the list of question sets", "data/questions/sets.json")
    .option("--floors <file>", "what each group must reach", "data/questions/floors.json")
    .option("--squad <file>", "a set in SQuAD's format instead, asked in its articles and as one library")
    .addOption(
      new Option("--title <choice>", "put SQuAD's titles above the articles").choices(["yes", "no"]).default("yes"),
    )
    .addOption(new Option("--split <name>", "only this half of the questions").choices(["tune", "report"]))
    .addOption(new Option("--script <name>", "write the questions in this script").choices(["hans", "hant", "tw"]))
    .option("--sample <number>", "only so many questions, the same ones every time", countUpTo(1_000_000))
    .option("--seed <number>", "other ones", countUpTo(1_000_000), 1)
    .option("--misses", "list the questions whose first quote is wrong, too")
    .option("--json", "print everything as JSON")
    .action(async (options: EvaluateOptions) => {
      const { evaluateQuestions } = await import("./evaluate-questions.ts");
      finish(await evaluateQuestions(options, terminal));
    });
}

function addTrain(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("train")
    .description("learn how to rank and when to decline from questions whose right answers are known")
    .option(
      "--sets <file>",
      "the list of question sets, of which the part for tuning is used",
      "data/questions/sets.json",
    )
    .requiredOption("--squad <files...>", "sets in SQuAD's format; the project's own questions alone are too few")
    .option("--out <file>", "where the weights are written", "data/languages/ranking.json")
    .option("--seed <number>", "other random numbers", countUpTo(1_000_000), 1)
    .action(async (options: TrainOptions) => {
      const { train } = await import("./train.ts");
      finish(await train(options, terminal));
    });
}

const wholeNumber = countUpTo(1000);

function append(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function countUpTo(most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/u.test(value) || number < 1 || number > most) {
      throw new InvalidArgumentError(`expected a whole number from 1 to ${most}`);
    }
    return number;
  };
}

function settings(terminal: Terminal): Config {
  const result = readConfig(withEnvFile(terminal.environment, terminal.directory));
  if (result.kind === "config") return result.config;
  throw new UsageError(["wrong settings:", ...result.mistakes].join("\n  "));
}
