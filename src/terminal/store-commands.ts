import type { Command } from "commander";
import type { Config } from "../config.ts";
import { EXIT_CODES, writeExamples } from "./command-help.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

interface Context {
  readonly terminal: Terminal;
  readonly settings: (terminal: Terminal) => Config;
  readonly finish: (code: ExitCode) => void;
}

/** Adds the commands that copy what is kept about servers. */
export function addStoreCommands(program: Command, context: Context): void {
  addBackup(program, context);
  addRestore(program, context);
}

function addBackup(program: Command, { terminal, settings, finish }: Context): void {
  program
    .command("backup")
    .usage("-- <file>")
    .description("write all that servers brought, taught and set into one file, while the bot runs")
    .argument("<file>", "which is replaced when it is whole; it is as private as what servers keep")
    .addHelpText("after", writeExamples(["npm run backup -- yuanwen.backup"]) + EXIT_CODES.kept)
    .action(async (file: string) => {
      const { backup } = await import("./backup.ts");
      finish(await backup(file, settings(terminal), terminal));
    });
}

function addRestore(program: Command, { terminal, settings, finish }: Context): void {
  program
    .command("restore")
    .usage("-- [options] <file>")
    .description("put a backup where nothing is kept yet, in SQLite or PostgreSQL, wherever it was made")
    .argument("<file>", "what npm run backup wrote")
    .option("--replace", "forget what is kept there now")
    .addHelpText(
      "after",
      writeExamples(["npm run restore -- yuanwen.backup", "npm run restore -- --replace yuanwen.backup"]) +
        EXIT_CODES.kept,
    )
    .action(async (file: string, options: { replace?: boolean }) => {
      const { restoreFrom } = await import("./restore.ts");
      finish(await restoreFrom(file, options, { config: settings(terminal), terminal }));
    });
}
