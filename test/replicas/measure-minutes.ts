import { setTimeout as wait } from "node:timers/promises";
import { change } from "./stage/changers.ts";
import { arriveOpenly, createAsk } from "./stage/people.ts";
import type { Stage } from "./stage/set-stage.ts";
import { type Counted, createTally, summarise } from "./stage/tally.ts";

/** What a minute was like; memory in megabytes, by replica. */
export interface Minute {
  readonly minute: number;
  readonly asked: number;
  readonly changed: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** Not answered: told to come again, refused, late … */
  readonly others: number;
  readonly rss: readonly number[];
  readonly heap: readonly number[];
  /** The longest that a replica's event loop was held, in milliseconds. */
  readonly held: number;
}

export interface Soaked {
  readonly minutes: readonly Minute[];
  readonly all: readonly Counted[];
}

export interface SoakOptions {
  readonly minutes: number;
  readonly rate: number;
  readonly changers: number;
  readonly hear: (minute: Minute) => void;
}

const sampleEvery = 5000;

/** Lets people ask and change things at an even rate, and tells of each minute. */
export async function measureMinutes(stage: Stage, { minutes, rate, changers, hear }: SoakOptions): Promise<Soaked> {
  const { witness, proxy } = stage;
  const over = new AbortController();
  const { signal } = over;
  const [questions, changes] = [createTally(), createTally()];
  const ask = createAsk(changers);
  const arrive = async () => questions.count(await witness.send(proxy.url, ask()));
  const arriving = arriveOpenly({ rate, signal, arrive });
  const common = { witness, url: proxy.url, signal, pause: 1000, confirm: () => {}, hear: changes.count };
  const changing = Array.from({ length: changers }, (_, person) => change(person, common));
  const rows: Minute[] = [];
  let [sinceQuestion, sinceChange] = [0, 0];
  for (let minute = 1; minute <= minutes; minute += 1) {
    const memory = await sampleMinute(stage);
    const asked = questions.all.slice(sinceQuestion);
    const changed = changes.all.length - sinceChange;
    [sinceQuestion, sinceChange] = [questions.all.length, changes.all.length];
    const { by, ...times } = summarise(asked);
    const others = asked.length - (by.get("answered") ?? 0);
    const row = { minute, asked: asked.length, changed, ...times, others, ...memory };
    rows.push(row);
    hear(row);
  }
  over.abort();
  await arriving;
  await Promise.all(changing);
  return { minutes: rows, all: [...questions.all, ...changes.all] };
}

/** Means of a minute. */
async function sampleMinute({ replicas }: Stage): Promise<Pick<Minute, "rss" | "heap" | "held">> {
  const samples: Awaited<ReturnType<(typeof replicas)[number]["watch"]>>[][] = [];
  for (const end = performance.now() + 60_000; performance.now() < end - sampleEvery / 2;) {
    await wait(sampleEvery);
    samples.push(await Promise.all(replicas.map((replica) => replica.watch())));
  }
  const mean = (at: number, of: "rss" | "heap"): number => {
    const values = samples.flatMap((sample) => sample[at]?.[of] ?? []);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length) / 1e6;
  };
  const held = samples.flat().reduce((most, sample) => Math.max(most, sample?.held ?? 0), 0);
  return { rss: replicas.map((_, at) => mean(at, "rss")), heap: replicas.map((_, at) => mean(at, "heap")), held };
}
