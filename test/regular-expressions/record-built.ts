import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { FoundPattern } from "./collect-literals.ts";

interface Task {
  readonly root: string;
  /** Relative to the root. */
  readonly files: readonly string[];
}

/** Imports files in a thread whose `RegExp` notes what is made and where, and gives all that was. */
export async function recordBuilt(task: Task): Promise<readonly FoundPattern[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function record({ root, files }: Task): Promise<void> {
  const made: FoundPattern[] = [];
  const note = (pattern: RegExp) => {
    const place = /\((?:file:\/\/)?([^()]+):(\d+):\d+\)$|at (?:async )?(?:file:\/\/)?([^()\s]+):(\d+):\d+$/u;
    const frames = (new Error("where").stack ?? "").split("\n").map((line) => place.exec(line));
    const own = fileURLToPath(import.meta.url);
    const found = frames.find((frame) => {
      const file = frame?.[1] ?? frame?.[3] ?? own;
      return file !== own && file.startsWith(root) && !file.includes("node_modules");
    });
    const [file, line] = [found?.[1] ?? found?.[3], found?.[2] ?? found?.[4]];
    if (file === undefined) return pattern;
    made.push({ file: file.slice(root.length + 1), line: Number(line), source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, given) => note(Reflect.construct(target, given)),
    apply: (target, self, given) => note(Reflect.apply(target, self, given)),
  });
  for (const file of files) await import(pathToFileURL(`${root}/${file}`).href);
  const { exercise } = await import("./exercise.ts");
  exercise();
  parentPort?.postMessage(made, []);
}

if (!isMainThread && parentPort) await record(workerData);
