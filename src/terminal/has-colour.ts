import type { Terminal } from "./terminal.ts";

/** Colour only on a terminal, and not against https://no-color.org. */
export function hasColour({ output, environment }: Terminal): boolean {
  return output.isTTY && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}
