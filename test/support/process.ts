import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { compileCache } from "./compile-cache.ts";

interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface StartedProcess {
  readonly exit: Promise<Exit>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** Starts one of the program's files in a directory of its own, with nothing but the given environment. */
export function startProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
  directory: string,
  given: readonly string[] = [],
): StartedProcess {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...given], {
    cwd: directory,
    env: { PATH: process.env["PATH"], ...compileCache, ...environment },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    exit: new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr }))),
    stdout: () => stdout,
    stderr: () => stderr,
    kill: (signal) => child.kill(signal),
  };
}
