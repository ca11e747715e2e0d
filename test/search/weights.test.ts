import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { fitsInMemory } from "../../src/search/weights.ts";

const run = promisify(execFile);

test.for(["zh", "en"])(
  "what is kept weighs what the heap grows by, within half as much again: %s",
  async (language) => {
    const file = path.join(import.meta.dirname, "weights", "measure.ts");
    const { stdout } = await run(process.execPath, ["--expose-gc", file, language]);
    const ratios = Object.entries(JSON.parse(stdout) as Record<string, number>);
    expect(ratios.map(([kind]) => kind)).toEqual(["article", "data", "index", "facts", "block", "analysed"]);
    expect(ratios.filter(([, ratio]) => ratio > 1.5 || ratio < 1 / 1.5)).toEqual([]);
  },
);

describe("what is asked from memory", () => {
  test.for([
    { bytes: 500_000, share: "everybodys", fits: true },
    { bytes: 5_000_000, share: "everybodys", fits: false },
    { bytes: 400_000, share: "server", fits: true },
    { bytes: 500_000, share: "server", fits: false },
  ] as const)("of 200 MB, $share: $bytes bytes of text", ({ bytes, share, fits }) => {
    expect(fitsInMemory(bytes, { most: 200_000_000 }, share)).toBe(fits);
  });
});
