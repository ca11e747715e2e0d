import { setTimeout as wait } from "node:timers/promises";
import { slashCommand } from "../../../src/local-discord/interactions.ts";
import { type InUse, ruleOf } from "./changers.ts";
import type { Replica } from "./replica.ts";
import type { Stage } from "./set-stage.ts";

/** After how long every replica answered with a change that one of them had confirmed. */
export interface Sighting {
  readonly at: number;
  /** In milliseconds; undefined where it was never seen. */
  readonly took: number | undefined;
}

const [every, longest] = [25, 15_000];

/**
 * Makes what asks each replica by itself for a version that was just confirmed, until it quotes it; one version at a time. It says
 * nothing where a replica was away meanwhile.
 */
export function createSeenElsewhere(stage: Stage, hear: (sighting: Sighting) => void): (version: InUse) => void {
  let isLooking = false;

  async function lookFor(version: InUse): Promise<void> {
    const at = performance.now();
    const seen = await Promise.all(stage.replicas.map((replica) => untilSeen(stage, replica, version)));
    if (seen.includes("away")) return;
    hear({ at, took: seen.includes("never") ? undefined : performance.now() - at });
  }

  return (version) => {
    // Where there is nothing newer yet nobody has to see anything anew.
    if (isLooking || version.version === 0) return;
    isLooking = true;
    void lookFor(version).finally(() => (isLooking = false));
  };
}

async function untilSeen({ witness }: Stage, replica: Replica, version: InUse): Promise<"seen" | "never" | "away"> {
  const { where, name, version: number } = version;
  const payload = slashCommand({ ...where, name: "cite", options: { reference: "§1 ¶1:1", article: name } });
  for (const begin = performance.now(); performance.now() - begin < longest; await wait(every)) {
    const { outcome, last = "" } = await witness.send(replica.url, payload);
    if (outcome.kind !== "response") return "away";
    if (last.includes(ruleOf(name, number))) return "seen";
    // It was replaced again meanwhile.
    if (last.includes(ruleOf(name, number + 1))) return "seen";
  }
  return "never";
}
