import { words } from "../../../src/render/words/all.ts";
import { percentile } from "../discord/measure.ts";
import type { Acknowledged } from "./loaded-bot.ts";

/** Discord waits so long for a first response, in milliseconds. */
export const inTime = 3000;

/** What came of many interactions. */
export interface Tally {
  readonly sent: number;
  /** Not within Discord's three seconds, or never. */
  readonly unanswered: number;
  /** Asked to come again in a moment. */
  readonly busy: number;
  /** Ended in "Something went wrong". */
  readonly faults: number;
  /** In milliseconds, of what was answered. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Counts what came of interactions. */
export function tally(answers: readonly Acknowledged[]): Tally {
  const times = answers.flatMap(({ took }) => took ?? []);
  const says = (text: string): number => answers.filter(({ content }) => text !== "" && content.includes(text)).length;
  return {
    sent: answers.length,
    unanswered: answers.length - times.filter((took) => took <= inTime).length,
    busy: says(String(Object(words.en).busy ?? "")),
    faults: says(words.en.fault("").split("`")[0] ?? ""),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    most: Math.max(...times),
  };
}
