import type { Command } from "commander";
import { CommanderError } from "commander";

/** What the command line says, or the exit code where that was all: 0 for help, 2 for what is not understood. */
export type CommandLine<Options> =
  | { readonly kind: "options"; readonly options: Options }
  | { readonly kind: "exit"; readonly code: 0 | 2 };

/** Reads the arguments behind the file's name; help and mistakes are printed. */
export function readCommandLine<Options extends object>(
  program: Command,
  given: readonly string[],
): CommandLine<Options> {
  program.allowExcessArguments(false).showHelpAfterError("(--help tells more)").exitOverride();
  try {
    program.parse(given, { from: "user" });
    return { kind: "options", options: program.opts<Options>() };
  } catch (error) {
    if (error instanceof CommanderError) return { kind: "exit", code: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
}
