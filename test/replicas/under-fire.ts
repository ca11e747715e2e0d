import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.ts";
import { findLosses } from "../store/crash/find-losses.ts";
import { change } from "./stage/changers.ts";
import { arriveOpenly, createAsk } from "./stage/people.ts";
import type { Stage } from "./stage/set-stage.ts";
import { type Counted, createTally, type Outage } from "./stage/tally.ts";
import { createSeenElsewhere, type Sighting } from "./stage/seen-elsewhere.ts";

export interface FireOptions {
  readonly minutes: number;
  readonly rate: number;
  readonly changers: number;
}

/** All that was found out. */
export interface Findings {
  readonly questions: readonly Counted[];
  readonly changes: readonly Counted[];
  readonly outages: readonly Outage[];
  readonly confirmed: number;
  /** Changes that are there. */
  readonly there: number;
  readonly losses: readonly string[];
  readonly twice: readonly string[];
  readonly invalid: readonly string[];
  readonly sightings: readonly Sighting[];
  readonly turnedAway: number;
  readonly folder: string;
}

/** In milliseconds: whoever was on the way when something broke may learn of it so much later. */
const grace = 4000;

/** Makes the run: people, changes, and what breaks when. */
export function createUnderFire(stage: Stage, { minutes, rate, changers }: FireOptions) {
  const { witness, proxy } = stage;
  const [questions, changes] = [createTally(), createTally()];
  const outages: Outage[] = [];
  const confirmed = new Map<string, Set<string>>();
  const sightings: Sighting[] = [];
  const lookElsewhere = createSeenElsewhere(stage, (sighting) => void sightings.push(sighting));
  const over = new AbortController();
  const { signal } = over;
  const changing = {
    witness,
    url: proxy.url,
    signal,
    pause: 400,
    confirm: (guild: string, id: string): void => {
      confirmed.set(guild, (confirmed.get(guild) ?? new Set()).add(id));
    },
    inUse: lookElsewhere,
    hear: changes.count,
  };

  async function run(): Promise<Findings> {
    const ask = createAsk(changers);
    const arrive = async () => questions.count(await witness.send(proxy.url, ask()));
    const people = arriveOpenly({ rate, signal, arrive });
    const busy = Array.from({ length: changers }, (_, person) => change(person, changing));
    await breakThings();
    over.abort();
    const turnedAway = await people;
    await Promise.all(busy);
    const store = await openStore(stage.place);
    const { changes: there, losses } = await findLosses(store, confirmed);
    await store.close();
    const sum = [...confirmed.values()].reduce((all, { size }) => all + size, 0);
    const { twice, invalid } = witness;
    const counted = { questions: questions.all, changes: changes.all, outages, sightings, turnedAway };
    return { ...counted, confirmed: sum, there, losses, twice, invalid, folder: stage.folder };
  }

  /** Each in its turn, so that it is known what came of what. */
  async function breakThings(): Promise<void> {
    const begin = performance.now();
    const length = minutes * 60_000;
    for (const { at, name, strike } of schedule(stage, length)) {
      await wait(Math.max(0, begin + at - performance.now()), undefined, { signal });
      const outage: Outage = { name, from: performance.now(), to: Infinity };
      outages.push(outage);
      await strike();
      outage.to = performance.now() + grace;
      console.log(`${stamp(at)}  ${name}, back after ${Math.round(performance.now() - outage.from)} ms`);
    }
    await wait(Math.max(0, begin + length - performance.now()), undefined, { signal });
  }

  return { run };
}

interface Strike {
  /** In milliseconds after the beginning. */
  readonly at: number;
  readonly name: string;
  readonly strike: () => Promise<void>;
}

/** A replica every minute in turn, the database after a third and two thirds of the time, the proxy after half of it. */
function schedule({ replicas, postgres, proxy }: Stage, length: number): readonly Strike[] {
  const kills = Array.from({ length: Math.ceil(length / 60_000) }, (_, minute): Strike => {
    const replica = replicas[minute % replicas.length];
    const strike = async (): Promise<void> => {
      await replica?.kill("SIGKILL");
      await wait(2000);
      await replica?.start();
    };
    return { at: minute * 60_000 + 15_000, name: `${replica?.name} killed`, strike };
  });
  const restart = async (): Promise<void> => postgres?.restart();
  const cut = async (): Promise<void> => {
    await proxy.cut();
    await wait(2000);
    await proxy.start();
  };
  const others: readonly Strike[] = [
    { at: length / 3 + 15_000, name: "the database restarted", strike: restart },
    { at: length / 2 + 5000, name: "the proxy cut", strike: cut },
    { at: (length * 2) / 3 + 10_000, name: "the database restarted", strike: restart },
  ];
  return [...kills, ...others].filter(({ at }) => at < length - 5000).toSorted((one, other) => one.at - other.at);
}

function stamp(at: number): string {
  const seconds = Math.round(at / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, "0")}`;
}
