import type { Answer } from "../answer/answer.ts";
import type { ExitCode } from "./terminal.ts";

const CODES = { quotes: 0, declined: 1, unsure: 3 } as const;

/** Tells with which code a command leaves that has given these answers: the one of the answer that helped least. */
export function exitCodeFor(kinds: ReadonlySet<Answer["kind"]>): ExitCode {
  const worst = (["declined", "unsure", "quotes"] as const).find((kind) => kinds.has(kind));
  return worst === undefined ? 0 : CODES[worst];
}
