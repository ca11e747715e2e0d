import { type Command, Option } from "commander";
import { EXIT_CODES, writeExamples } from "./command-help.ts";
import type { EvaluateOptions } from "./evaluate-questions.ts";
import { indexNames } from "./index-names.ts";
import { wholeNumberTo } from "./parse-number.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import type { TrainOptions } from "./train.ts";

/** Adds the commands that need questions whose right answers are known. */
export function addMeasuringCommands(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  addEval(program, terminal, finish);
  addTrain(program, terminal, finish);
}

function addEval(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("eval")
    .usage("-- [options]")
    .description("measure the answers to questions whose right answers are known")
    .option("--sets <file>", "the list of question sets", "data/questions/sets.json")
    .option("--floors <file>", "what each group must reach", "data/questions/floors.json")
    .option("--squad <file>", "a set in SQuAD's format instead, asked in its articles and as one library")
    .addOption(
      new Option("--title <choice>", "put SQuAD's titles above the articles").choices(["yes", "no"]).default("yes"),
    )
    .addOption(
      new Option("--index <name>", "how candidates are found; postgres needs DATABASE_URL")
        .choices(indexNames)
        .default("minisearch"),
    )
    .addOption(new Option("--split <name>", "only this half of the questions").choices(["tune", "report"]))
    .addOption(new Option("--script <name>", "write the questions in this script").choices(["hans", "hant", "tw"]))
    .option("--sample <number>", "only so many questions, the same ones every time", wholeNumberTo(1_000_000))
    .option("--seed <number>", "other ones", wholeNumberTo(1_000_000), 1)
    .option("--misses", "list the questions whose first quote is wrong, too")
    .option("--plot <file>", "draw how far the stated probability can be trusted, as SVG")
    .option("--json", "print everything as JSON")
    .addHelpText(
      "after",
      writeExamples(["npm run eval", "npm run eval -- --split tune --misses"]) + EXIT_CODES.measured,
    )
    .action(async (options: EvaluateOptions) => {
      const { evaluateQuestions } = await import("./evaluate-questions.ts");
      finish(await evaluateQuestions(options, terminal));
    });
}

function addTrain(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command("train")
    .usage("-- [options]")
    .description("learn how to rank and when to decline from questions whose right answers are known")
    .option(
      "--sets <file>",
      "the list of question sets, of which the part for tuning is used",
      "data/questions/sets.json",
    )
    .requiredOption("--squad <files...>", "sets in SQuAD's format; the project's own questions alone are too few")
    .option("--out <file>", "where the weights are written", "data/languages/ranking.json")
    .option("--seed <number>", "other random numbers", wholeNumberTo(1_000_000), 1)
    .addHelpText(
      "after",
      writeExamples(["npm run train -- --squad cmrc2018_trial.json DRCD_test.json"]) + EXIT_CODES.done,
    )
    .action(async (options: TrainOptions) => {
      const { train } = await import("./train.ts");
      finish(await train(options, terminal));
    });
}
