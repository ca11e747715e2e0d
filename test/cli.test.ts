import { spawnSync, type StdioOptions } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

function outline(full: "output" | "errors") {
  const device = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(device));
  const stdio: StdioOptions = full === "output" ? ["ignore", device, "pipe"] : ["ignore", "pipe", device];
  return spawnSync(process.execPath, ["src/cli.ts", "outline"], { cwd: project, stdio, encoding: "utf8" });
}

test.skipIf(!existsSync("/dev/full"))("leaves with 74 and one line where its output finds the disk full", () => {
  const { status, stderr } = outline("output");
  expect({ status, stderr }).toEqual({ status: 74, stderr: expect.stringMatching(/^the output .*ENOSPC.*\n$/u) });
});

test.skipIf(!existsSync("/dev/full"))("goes on where only what it says beside its output is lost", () => {
  const { status, stdout } = outline("errors");
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("§1") });
});
