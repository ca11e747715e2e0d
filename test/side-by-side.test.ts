import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

function sideBySide(...lines: readonly string[]) {
  const options = { encoding: "utf8", timeout: 250_000 } as const;
  const { status, stdout } = spawnSync(process.execPath, ["test/side-by-side.ts", ...lines], options);
  return {
    status,
    shown: stdout
      .replaceAll(/after \d+ s/gu, "after N s")
      .split("\n")
      .filter((line) => line !== ""),
  };
}

test("shows what each line has printed when it is done, the quicker one first", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-side-by-side-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "process");
  // The slow one waits until nobody knows of the quick one any more, which has told its number.
  const quick = `echo $$ >${file}; echo quick`;
  const slow = `until [ -s ${file} ]; do sleep 0.1; done; while kill -0 $(cat ${file}); do sleep 0.1; done 2>&-; echo slow; echo last`;
  expect(sideBySide(slow, quick)).toEqual({
    status: 0,
    shown: ["quick", `done after N s: ${quick}`, "slow", "last", `done after N s: ${slow}`],
  });
});

test("ends the others, and all that they started, where one fails", () => {
  // It would sleep for longer than it is waited for.
  expect(sideBySide("sleep 9999 && sleep 9999", "echo wrong; exit 3")).toEqual({
    status: 3,
    shown: ["wrong", "left with 3 after N s: echo wrong; exit 3"],
  });
});
