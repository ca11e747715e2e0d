import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** Where a command is typed. */
export interface Place {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

interface Ran {
  /** 124 where it took too long, as `timeout` has it. */
  readonly exitCode: number;
  /** What it printed to either of its outputs. */
  readonly output: string;
}

/** In milliseconds; the slowest is `npm ci`. */
const patience = 120_000;

/** Runs one command in bash to its end. */
export async function runCommand(line: string, place: Place): Promise<Ran> {
  const typed = type(line, place);
  const exitCode = await Promise.race([typed.exit, wait(patience, 124, { ref: false })]);
  typed.signal("SIGKILL");
  return { exitCode, output: typed.output() };
}

/** Starts what prints the address of a page, opens the page, and ends it with Ctrl+C; gives what went wrong. */
export async function serveCommand(line: string, place: Place): Promise<string | undefined> {
  const typed = type(line, place);
  try {
    const address = await findAddress(typed);
    if (address === undefined) return `${line}\nprinted no address:\n${typed.output()}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    const page = await response.text();
    if (!response.ok || !/<!doctype html>/iu.test(page)) return `${address} gave ${response.status}:\n${page}`;
    typed.signal("SIGINT");
    const exitCode = await Promise.race([typed.exit, wait(10_000, 124, { ref: false })]);
    return [0, 130].includes(exitCode) ? undefined : `${line}\nleft with ${exitCode} on Ctrl+C:\n${typed.output()}`;
  } finally {
    typed.signal("SIGKILL");
  }
}

interface Typed {
  readonly exit: Promise<number>;
  output(): string;
  /** Reaches everything that the command started, as a terminal's Ctrl+C does. */
  signal(name: NodeJS.Signals): void;
}

function type(line: string, { directory, environment }: Place): Typed {
  const child: ChildProcess = spawn("bash", ["-e", "-o", "pipefail", "-c", line], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  return {
    exit: new Promise((resolve) =>
      child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1))),
    ),
    output: () => output,
    signal(name) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, name);
      } catch {
        // The whole group has left already.
      }
    },
  };
}

async function findAddress(typed: Typed): Promise<string | undefined> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const [address] = /http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost):\d+\S*/u.exec(typed.output()) ?? [];
    if (address !== undefined) return address;
    const left = await Promise.race([typed.exit, wait(50, undefined)]);
    if (left !== undefined) return undefined;
  }
  return undefined;
}
