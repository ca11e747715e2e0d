import { availableParallelism, loadavg } from "node:os";
import { percentile } from "../bench/discord/measure.ts";
import { type Counted, summarise, unexplained } from "./stage/tally.ts";
import type { Findings } from "./under-fire.ts";

/** Prints what was found out, and whether every promise was kept. */
export function printFindings(findings: Findings): boolean {
  const { questions, changes, outages, confirmed, there, losses, twice, invalid, sightings, turnedAway } = findings;
  console.log("");
  printCounted("questions", questions);
  printCounted("changes", changes);
  if (turnedAway > 0) console.log(`${turnedAway} did not come, since 500 were waiting`);
  const seen = sightings.flatMap(({ took }) => took ?? []);
  const most = seen.reduce((longest, took) => Math.max(longest, took), 0);
  console.log(
    `a change was answered with by every replica after p50 ${whole(percentile(seen, 0.5))} ms, at most ${whole(most)} ms ` +
      `(${seen.length} looked for, ${sightings.length - seen.length} never seen)`,
  );
  const failures = unexplained([...questions, ...changes], outages);
  const [late, others] = [
    failures.filter(({ ending }) => ending === "late"),
    failures.filter(({ ending }) => ending !== "late"),
  ];
  const faults = [...questions, ...changes].filter(({ ending }) => ending === "fault");
  const promises = [
    promise(`nothing confirmed is lost: ${confirmed} confirmed, ${there} there`, losses),
    promise("nothing is answered twice", twice),
    promise("no request that Discord refuses", invalid),
    promise("no failure while nothing was broken", others.map(describe)),
    promise("nobody waits three seconds while nothing was broken", late.map(describe)),
    promise("nothing went wrong without a reason", faults.map(describe)),
    promise("every change is seen everywhere", sightings.length === seen.length ? [] : ["some never were"]),
  ];
  console.log(tellMachine());
  if (promises.includes(false)) console.log(`logs: ${findings.folder}`);
  return !promises.includes(false);
}

/** Where others keep the machine busy, times say nothing. */
export function tellMachine(): string {
  const [load = 0] = loadavg();
  const isBusy = load > 2 * availableParallelism();
  const busy = isBusy ? "; too busy for what is said of times" : "";
  return `the machine: ${availableParallelism()} processors, load ${load.toFixed(1)}${busy}`;
}

export function printCounted(name: string, all: readonly Counted[]): void {
  const { by, p50, p99, most } = summarise(all);
  const parts = [...by].map(([ending, count]) => `${count} ${ending}`);
  console.log(
    `${all.length} ${name}: ${parts.join(", ")}; p50 ${whole(p50)} ms, p99 ${whole(p99)} ms, longest ${whole(most)} ms`,
  );
  const details = Map.groupBy(
    all.filter(({ detail }) => detail !== ""),
    ({ ending, detail }) => `${ending}: ${detail}`,
  );
  for (const [detail, those] of details) console.log(`    ${String(those.length).padStart(5)} ${detail}`);
}

export function promise(name: string, broken: readonly string[]): boolean {
  console.log(`${broken.length === 0 ? "kept  " : "BROKEN"}  ${name}`);
  for (const line of broken.slice(0, 10)) console.log(`          ${line}`);
  if (broken.length > 10) console.log(`          … and ${broken.length - 10} more`);
  return broken.length === 0;
}

export function describe({ ending, took, detail, at }: Counted): string {
  return `${ending} ${detail} after ${whole(took)} ms, at ${whole(at)}`;
}

function whole(value: number): string {
  return String(Math.round(value));
}
