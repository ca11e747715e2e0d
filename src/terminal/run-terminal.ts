import { Command, CommanderError } from "commander";
import { ArticleError } from "../article/article-error.ts";
import { commonEndings } from "../article/formats/endings.ts";
import { type Config, readConfig } from "../config.ts";
import { withEnvFile } from "../env-file.ts";
import { explainNotes } from "../explain-config.ts";
import { UnusableIndex } from "../indexes/unusable-index.ts";
import { addLibrary } from "./library/add-library-commands.ts";
import { StoreError } from "../community/store-error.ts";
import { explainStoreError } from "../store/explain-store-error.ts";
import { addMeasuringCommands } from "./measuring-commands.ts";
import { EXIT_CODES, writeExamples } from "./command-help.ts";
import { wholeNumberTo } from "./parse-number.ts";
import { separateQuestion } from "./separate-question.ts";
import { addStoreCommands } from "./store-commands.ts";
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
    await program.parseAsync(readWords(program, words), { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof StoreError) {
      terminal.errors.write(`${explainStoreError(error)}\n`);
      return 1;
    }
    if (!(error instanceof ArticleError || error instanceof UnusableIndex || error instanceof UsageError)) throw error;
    terminal.errors.write(`${error.message}\n`);
    return 2;
  }
  return exitCode;
}

/** Of a command that takes a question, words that begin with a dash are told from options. */
function readWords(program: Command, [name, ...words]: readonly string[]): readonly string[] {
  const command = name === "ask" ? program.commands.find((each) => each.name() === name) : undefined;
  if (name === undefined) return words;
  if (!command) return [name, ...words];
  const options = command.options.map(({ short, long, required }) => ({
    flags: [short, long].filter((flag) => flag !== undefined),
    takesValue: required,
  }));
  return [name, ...separateQuestion(words, options)];
}

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  // The scripts of package.json are what is typed; `node src/cli.ts` is behind them.
  const program = new Command("npm run")
    .usage("COMMAND -- [options]")
    .description("Answers questions about an article only in the article's own words.")
    .helpCommand(false)
    .addHelpText("after", "\nEach command explains itself: npm run ask -- --help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(text),
    });
  addAsk(program, terminal, finish);
  addOutline(program, terminal, finish);
  addBatch(program, terminal, finish);
  addLibrary(program, { terminal, settings, finish });
  addMeasuringCommands(program, terminal, finish);
  addStoreCommands(program, { terminal, settings, finish });
  for (const command of program.commands) {
    const isAsk = command.name() === "ask";
    command.showHelpAfterError(
      isAsk
        ? "(--help tells more; a question that begins like an option stands behind another --)"
        : "(--help tells more)",
    );
  }
  return program;
}

function addAsk(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("ask")
    .usage("-- [options] [question...]")
    .description("answer a question with quotes; without one, open a prompt, or answer each line of a pipe")
    .argument("[question...]", "the question, in Chinese or English")
    .option("--article <file>", `ask about this file (${commonEndings}) instead of the configured articles`)
    .option("--limit <number>", "at most so many quotes (default: YUANWEN_QUOTES, or 3)", wholeNumberTo(1000))
    .option("--context <question>", "an earlier question that this one follows; repeat it, oldest first", append)
    .option("--json", "print the whole answer as JSON; of a pipe, one object a line")
    .addHelpText(
      "after",
      writeExamples([
        'npm run ask -- "Meta为什么盯上Gemini?"',
        "npm run ask                                     (a prompt with history)",
        "npm run --silent ask -- --json < questions.txt  (a question a line)",
      ]) + EXIT_CODES.answered,
    )
    .action(
      async (
        words: readonly string[],
        options: { article?: string; limit?: number; context?: string[]; json?: boolean },
      ) => {
        const { ask } = await import("./ask.ts");
        const question = words.length === 0 ? undefined : words.join(" ");
        finish(await ask({ question, ...options }, settings(terminal), terminal));
      },
    );
}

function addOutline(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("outline")
    .usage("-- [options]")
    .description("print the numbered table of contents with counts")
    .option("--article <file>", `of this file (${commonEndings}) instead of the configured articles`)
    .addHelpText("after", writeExamples(["npm run outline", "npm run outline -- --article notes.md"]) + EXIT_CODES.done)
    .action(async (options: { article?: string }) => {
      const { outline } = await import("./outline.ts");
      finish(await outline(options, settings(terminal), terminal));
    });
}

function addBatch(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("batch")
    .usage("-- [options]")
    .description("answer many questions: one JSON object a line in, one a line out")
    .requiredOption("--articles <folder>", "a folder with ID.txt, ID.md or ID with another ending that is read")
    .requiredOption("--questions <file>", 'lines such as {"id":"1","article":"ID","question":"…","context":["…"]}')
    .requiredOption("--out <file>", "where the answers are written")
    .option(
      "--limit <number>",
      "at most so many quotes a question (default: YUANWEN_QUOTES, or 3)",
      wholeNumberTo(1000),
    )
    .addHelpText(
      "after",
      writeExamples(["npm run batch -- --articles texts --questions in.jsonl --out out.jsonl"]) + EXIT_CODES.batch,
    )
    .action(async (options: { articles: string; questions: string; out: string; limit?: number }) => {
      const { batch } = await import("./batch.ts");
      finish(await batch(options, settings(terminal), terminal));
    });
}

function append(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function settings(terminal: Terminal): Config {
  const { environment, mistakes, notes } = withEnvFile(terminal.environment, terminal.directory);
  terminal.errors.write(explainNotes(notes));
  const result = readConfig(environment, mistakes);
  if (result.kind === "config") return result.config;
  throw new UsageError(["wrong settings:", ...result.mistakes].join("\n  "));
}
