import { expect } from "vitest";
import { countWork, type Work } from "./work/count-work.ts";

/** Eight times as much takes eight times the work in linear time, some ten times where it is sorted, 64 times in quadratic. */
const TIMES = 8;
const MOST = 12;
/** What takes less is taken for this: so much is noise, or the same for every size. */
const LEAST: Work = { blocks: 1000, scanned: 1000, bytes: 200_000 };
/** The bytes vary a little with what the engine compiles and collects. */
const ATTEMPTS = 3;

/**
 * Expects that something takes work in proportion to its size: what is counted for the whole size is held against what is
 * counted for an eighth. It counts, and measures no time, so that a busy machine makes no difference. It runs in files
 * called `*.linear.test.ts`.
 */
export function expectLinear(size: number, run: (size: number) => unknown): void {
  run(Math.ceil(size / TIMES / TIMES));
  let [part, whole] = [LEAST, LEAST];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const attempted = [countWork(() => run(Math.ceil(size / TIMES))), countWork(() => run(size))] as const;
    [part, whole] = attempt === 0 ? attempted : [lesser(part, attempted[0]), lesser(whole, attempted[1])];
    if (findGrown(part, whole).length === 0) break;
  }
  expect(findGrown(part, whole).join("; ")).toBe("");
}

function lesser(one: Work, other: Work): Work {
  return {
    blocks: Math.min(one.blocks, other.blocks),
    scanned: Math.min(one.scanned, other.scanned),
    bytes: Math.min(one.bytes, other.bytes),
  };
}

/** Says what grew by more than its share, such as `blocks: 14033 → 890450`. */
function findGrown(part: Work, whole: Work): readonly string[] {
  return (["blocks", "scanned", "bytes"] as const)
    .filter((kind) => whole[kind] > Math.max(LEAST[kind], part[kind]) * MOST)
    .map((kind) => `${kind}: ${part[kind]} → ${whole[kind]}, for ${TIMES} times the size`);
}
