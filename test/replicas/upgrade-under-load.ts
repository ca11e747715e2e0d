import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.ts";
import { findLosses } from "../store/crash/find-losses.ts";
import { change } from "./stage/changers.ts";
import { arriveOpenly, createAsk } from "./stage/people.ts";
import { type Stage, thisCheckout } from "./stage/set-stage.ts";
import { type Counted, createTally } from "./stage/tally.ts";

export interface UpgradeOptions {
  readonly seconds: number;
  readonly rate: number;
  readonly changers: number;
  readonly hear: (line: string) => void;
}

interface Phase {
  readonly name: string;
  readonly questions: readonly Counted[];
  readonly changes: readonly Counted[];
}

export interface Upgraded {
  readonly phases: readonly Phase[];
  readonly confirmed: number;
  readonly there: number;
  readonly losses: readonly string[];
  /** In milliseconds: the longest time in which nobody got an answer. */
  readonly silence: number;
}

/** Replaces one replica after the other while people go on asking and changing things. */
export async function upgradeUnderLoad(stage: Stage, options: UpgradeOptions): Promise<Upgraded> {
  const { witness, proxy, replicas } = stage;
  const [questions, changes] = [createTally(), createTally()];
  const confirmed = new Map<string, Set<string>>();
  const confirm = (guild: string, id: string): void => {
    confirmed.set(guild, (confirmed.get(guild) ?? new Set()).add(id));
  };
  const over = new AbortController();
  const { signal } = over;
  const ask = createAsk(options.changers);
  const answered: number[] = [performance.now()];
  const arrive = async (): Promise<void> => {
    const seen = await witness.send(proxy.url, ask());
    questions.count(seen);
    if (seen.outcome.kind === "response") answered.push(performance.now());
  };
  const arriving = arriveOpenly({ rate: options.rate, signal, arrive });
  const common = { witness, url: proxy.url, signal, pause: 300, confirm, hear: changes.count };
  const changing = Array.from({ length: options.changers }, (_, person) => change(person, common));

  const marks = [{ name: "both as before", from: performance.now() }];
  const enter = async (name: string): Promise<void> => {
    marks.push({ name, from: performance.now() });
    options.hear(name);
    await wait(options.seconds * 1000);
  };
  await wait(options.seconds * 1000);
  for (const [at, replica] of replicas.entries()) {
    const name = at === 0 ? "the first is being replaced" : "the second is being replaced";
    marks.push({ name, from: performance.now() });
    options.hear(name);
    await replica.kill("SIGTERM");
    await replica.start(thisCheckout);
    await enter(at === 0 ? "one new, one as before" : "both new");
  }
  over.abort();
  await arriving;
  await Promise.all(changing);
  const store = await openStore(stage.place);
  const { changes: there, losses } = await findLosses(store, confirmed);
  await store.close();
  const within = (all: readonly Counted[], at: number): readonly Counted[] =>
    all.filter((each) => each.at >= (marks[at]?.from ?? 0) && each.at < (marks[at + 1]?.from ?? Infinity));
  return {
    phases: marks.map(({ name }, at) => ({
      name,
      questions: within(questions.all, at),
      changes: within(changes.all, at),
    })),
    confirmed: [...confirmed.values()].reduce((sum, { size }) => sum + size, 0),
    there,
    losses,
    silence: answered.reduce((most, at, place) => Math.max(most, at - (answered[place - 1] ?? at)), 0),
  };
}
