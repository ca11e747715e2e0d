import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function sideBySide(...lines: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ["test/side-by-side.ts", ...lines], { encoding: "utf8" });
  return {
    status,
    shown: stdout
      .replaceAll(/after \d+ s/gu, "after N s")
      .split("\n")
      .filter((line) => line !== ""),
  };
}

test("shows what each line has printed when it is done, the quicker one first", () => {
  expect(sideBySide("sleep 0.3; echo slow; echo last", "echo quick")).toEqual({
    status: 0,
    shown: ["quick", "done after N s: echo quick", "slow", "last", "done after N s: sleep 0.3; echo slow; echo last"],
  });
});

test("ends the others, and all that they started, where one fails", () => {
  const since = performance.now();
  expect(sideBySide("sleep 30 && sleep 30", "echo wrong; exit 3")).toEqual({
    status: 3,
    shown: ["wrong", "left with 3 after N s: echo wrong; exit 3"],
  });
  expect(performance.now() - since).toBeLessThan(20_000);
});
