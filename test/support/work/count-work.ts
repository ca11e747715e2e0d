import { getHeapStatistics } from "node:v8";
import { countBlocks } from "./count-blocks.ts";
import { countScanned } from "./count-scanned.ts";

/** What a run took, of which none depends on how fast the machine is or on what else it does. */
export interface Work {
  /** How many blocks of code it ran: functions' bodies, loops' bodies, branches. */
  readonly blocks: number;
  /** How many characters and elements the engine's own searches went through. */
  readonly scanned: number;
  /** How many bytes it took of the heap, copies of texts and lists above all; some 100,000 are the engine's own. */
  readonly bytes: number;
}

export function countWork(run: () => unknown): Work {
  let bytes = 0;
  countBlocks();
  const scanned = countScanned(() => {
    const before = getHeapStatistics().total_allocated_bytes;
    run();
    bytes = getHeapStatistics().total_allocated_bytes - before;
  });
  return { blocks: countBlocks(), scanned, bytes };
}
