import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { slashCommand } from "../../../src/local-discord/interactions.ts";
import { makeActs } from "../../bench/load/interactions.ts";
import { readDifferentQuestions } from "../../bench/discord/questions.ts";
import { tended } from "./changers.ts";

/** Something that somebody asks. */
export type Ask = () => object;

const root = path.join(import.meta.dirname, "../../..");

/** Makes up what people ask: mostly questions that were never asked before, in many servers, and a little of everything else. */
export function createAsk(changers: number): Ask {
  const questions = readDifferentQuestions(path.join(root, "data/questions"));
  const acts = Object.values(makeActs(readFileSync(path.join(root, "data/articles/meta-gemini.txt"), "utf8")));
  let count = 0;
  return () => {
    count += 1;
    const user = { id: String(500_000_000_000_000_000n + BigInt(count)) };
    const guild =
      count % 3 === 0
        ? tended(count % Math.max(1, changers), 0)
        : String(600_000_000_000_000_000n + BigInt(count % 500));
    if (count % 4 === 0) return { ...acts[(count / 4) % acts.length]?.(count), guild_id: guild };
    const question = count % 6 === 3 ? `Which rule ${count % 10} holds?` : (questions[count % questions.length] ?? "");
    return slashCommand({ name: "ask", options: { question }, guild, user });
  };
}

export interface Arrivals {
  /** A second, on average. */
  readonly rate: number;
  readonly signal: AbortSignal;
  readonly arrive: () => Promise<unknown>;
  /** So many may be waiting; more do not come. Absent means 500. */
  readonly mostWaiting?: number;
}

/** Lets people arrive at random and whether or not others were answered; gives how many did not come since too many waited. */
export async function arriveOpenly({ rate, signal, arrive, mostWaiting = 500 }: Arrivals): Promise<number> {
  const waiting = new Set<Promise<unknown>>();
  let turnedAway = 0;
  for (let next = performance.now(); !signal.aborted;) {
    next += (-Math.log(1 - Math.random()) / rate) * 1000;
    const early = next - performance.now();
    if (early > 1) await wait(early, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    if (waiting.size >= mostWaiting) {
      turnedAway += 1;
      continue;
    }
    const one = arrive().finally(() => waiting.delete(one));
    waiting.add(one);
  }
  await Promise.allSettled(waiting);
  return turnedAway;
}
