import { setTimeout as wait } from "node:timers/promises";
import { arriveOpenly, createAsk } from "./stage/people.ts";
import type { Stage } from "./stage/set-stage.ts";
import { createTally, summarise } from "./stage/tally.ts";

/** In milliseconds: how long each rate is tried, and what is not taken for keeping up any more. */
const [stretch, slow] = [6000, 500];
const [first, most] = [10, 5000];

/**
 * Finds the highest rate of questions a second that is kept up with: nearly all get their answer, and 99 of 100 within half a second.
 * Rates are doubled, and then the gap is halved twice.
 */
export async function findSaturation(stage: Stage, hear: (line: string) => void): Promise<number> {
  let [good, bad] = [0, Infinity];
  for (let rate = first, steps = 0; steps < 3 && rate <= most;) {
    const isKept = await isKeptUp(stage, rate, hear);
    if (isKept) good = rate;
    else bad = rate;
    if (bad < Infinity) steps += 1;
    rate = bad === Infinity ? rate * 2 : Math.round((good + bad) / 2);
    // Let what piled up go.
    await wait(isKept ? 200 : 3000);
  }
  return good === 0 ? first / 2 : good;
}

async function isKeptUp({ witness, proxy }: Stage, rate: number, hear: (line: string) => void): Promise<boolean> {
  const tally = createTally();
  const ask = createAsk(1);
  const over = new AbortController();
  const arrive = async () => tally.count(await witness.send(proxy.url, ask()));
  const arriving = arriveOpenly({ rate, signal: over.signal, arrive });
  await wait(stretch);
  over.abort();
  const turnedAway = await arriving;
  const { by, p50, p99 } = summarise(tally.all);
  const share = (by.get("answered") ?? 0) / Math.max(1, tally.all.length + turnedAway);
  const isKept = share > 0.99 && p99 < slow;
  hear(
    `  ${rate} a second: ${(100 * share).toFixed(1)} % answered, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  return isKept;
}
