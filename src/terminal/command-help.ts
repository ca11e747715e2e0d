const WRONG = "2 used wrongly, or a file could not be read";

/** What a command's exit codes mean, for its help. */
export const EXIT_CODES = {
  answered: `\nExit codes: 0 answered; 1 declined; ${WRONG}; 3 unsure.\nA pipe leaves with the first of 2, 1, 3 and 0 that any of its lines calls for.`,
  batch: `\nExit codes: 0 every line was read; ${WRONG}, or a line could not.`,
  measured: `\nExit codes: 0 measured; 1 a figure is below its floor; ${WRONG}.`,
  kept: `\nExit codes: 0 done; 1 the store cannot be used; ${WRONG}.`,
  done: `\nExit codes: 0 done; ${WRONG}.`,
} as const;

/** Writes the examples below a command's options. */
export function writeExamples(examples: readonly string[]): string {
  return ["", "Examples:", ...examples.map((example) => `  ${example}`), ""].join("\n");
}
