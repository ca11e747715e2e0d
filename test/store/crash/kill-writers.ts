import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { openStore, type StorePlace } from "../../../src/store/open-store.ts";
import { type Findings, findLosses } from "./find-losses.ts";

const script = path.join(import.meta.dirname, "write-changes.ts");
/** In milliseconds after a writer's first change. */
const LONGEST = 250;
/** Looking through everything takes longer with every change. */
const LOOK_EVERY = 20;

export interface Crashes extends Findings {
  readonly kills: number;
  readonly confirmed: number;
}

/** Lets two processes at a time write to a store and kills each without warning, at a random moment. */
export async function killWriters(place: StorePlace, kills: number): Promise<Crashes> {
  const confirmed = new Map<string, Set<string>>();
  const losses = new Set<string>();
  let findings: Findings = { changes: 0, losses: [] };
  for (let done = 0; done < kills;) {
    const batch = Math.min(2, kills - done);
    const runs = Array.from({ length: batch }, (_, at) => killWriter(place, `${done + at}`));
    for (const { guild, id } of (await Promise.all(runs)).flat()) {
      confirmed.set(guild, (confirmed.get(guild) ?? new Set()).add(id));
    }
    done += batch;
    if (done < kills && done % LOOK_EVERY !== 0) continue;
    const store = await openStore(place);
    findings = await findLosses(store, confirmed);
    await store.close();
    for (const loss of findings.losses) losses.add(loss);
  }
  const sum = [...confirmed.values()].reduce((all, { size }) => all + size, 0);
  return { kills, confirmed: sum, changes: findings.changes, losses: [...losses] };
}

async function killWriter(place: StorePlace, run: string) {
  const child = spawn(process.execPath, [script, run, JSON.stringify(place)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => resolve(signal)),
  );
  let output = "";
  const first = Promise.withResolvers<void>();
  child.stdout.on("data", (chunk) => {
    output += String(chunk);
    first.resolve();
  });
  await Promise.race([first.promise, ended]);
  await setTimeout(Math.random() * LONGEST);
  child.kill("SIGKILL");
  if ((await ended) !== "SIGKILL") throw new Error("the writer ended by itself");
  // A line that was cut off was not told of yet.
  const lines = output.split("\n").slice(0, -1);
  return lines.map((line) => ({ guild: line.split(" ")[0] ?? "", id: line.split(" ")[1] ?? "" }));
}
