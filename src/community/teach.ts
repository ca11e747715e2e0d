import type { Plan } from "./change.ts";
import { answerGap } from "./gaps.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";

/** So many questions a server can teach. */
export const mostTaught = 10_000;

export interface Teaching {
  /** Of a question that is not taught yet. */
  readonly key: string;
  /** Of a gap of equal words, which is answered by it. */
  readonly gap: string;
  readonly taught: TaughtRecord;
}

/** Teaches a question its place; the same question gets another place. */
export function teach(state: GuildState, { key, gap, taught }: Teaching): Plan<"full"> {
  const [known] = [...state.taught].find(([, { question }]) => question === taught.question) ?? [];
  if (known === undefined && state.taught.size >= mostTaught) return { kind: "refused", refusal: "full" };
  const write = writeRecord(state, "taught", { key: known ?? key, value: taught });
  return {
    kind: "change",
    name: "taught",
    subject: taught.question.slice(0, 200),
    writes: [write, ...answerGap(state, gap, taught.at)],
  };
}
