import { createInterface } from "node:readline";
import { type Terminal, UsageError } from "../terminal.ts";

export interface Confirming {
  /** Ends in a question mark. */
  readonly question: string;
  /** It was agreed to beforehand. */
  readonly yes: boolean;
}

/**
 * Asks whether something shown is to be done; Ctrl+C, Ctrl+D and everything but a yes mean no.
 *
 * @throws UsageError where nobody can be asked.
 */
export async function confirm({ question, yes }: Confirming, { input, output }: Terminal): Promise<boolean> {
  if (yes) return true;
  if (!input.isTTY || !output.isTTY) throw new UsageError("Nobody can be asked here; --yes does it without asking.");
  const reader = createInterface({ input, output });
  const answered = Promise.withResolvers<string>();
  reader.on("SIGINT", () => reader.close());
  reader.on("close", () => answered.resolve(""));
  reader.question(`${question} [y/N] `, answered.resolve);
  const answer = await answered.promise;
  reader.close();
  const agrees = /^\s*(?:y|yes|是|好)\s*$/iu.test(answer);
  if (!agrees) output.write("Nothing was changed.\n");
  return agrees;
}
