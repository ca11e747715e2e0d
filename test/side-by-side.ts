import { type ChildProcess, spawn } from "node:child_process";

/**
 * Runs command lines side by side, as `npm run check` does with its checks: many of them wait for processes, timers or
 * browsers, while others compute. What a line prints is shown when it is done, so that nothing stands between it; the first
 * that fails ends the others, and is the last to be shown.
 */
const lines = process.argv.slice(2);
const running = new Map<ChildProcess, readonly Buffer[]>();
let failed: number | undefined;

function run(line: string): Promise<void> {
  const since = performance.now();
  // A group of its own, so that all that it starts can be ended.
  const child = spawn(line, { shell: true, detached: process.platform !== "win32", stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  running.set(child, printed);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      running.delete(child);
      if (failed === undefined) {
        process.stdout.write(Buffer.concat(printed));
        const seconds = Math.round((performance.now() - since) / 1000);
        console.log(`\n${code === 0 ? "done" : `left with ${code}`} after ${seconds} s: ${line}\n`);
        if (code !== 0) fail(code ?? 1);
      }
      resolve();
    });
  });
}

function fail(code: number): void {
  failed = code;
  for (const child of running.keys()) end(child);
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGTERM");
  } catch {
    // It has just left.
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const printed of running.values()) process.stdout.write(Buffer.concat(printed));
    fail(130);
  });
}
await Promise.all(lines.map(run));
process.exitCode = failed ?? 0;
