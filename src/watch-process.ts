import { randomBytes } from "node:crypto";
import type { Log } from "./log.ts";

type Outputs = Pick<NodeJS.Process, "stdout" | "stderr">;
type Watched = Pick<NodeJS.Process, "on" | "exit">;

/**
 * Goes on where nobody reads what is said any more, or the disk that it goes to is full; once there is room again, so are the
 * next lines. By itself Node ends a process whose output cannot be written.
 */
export function outliveOutput({ stdout, stderr }: Outputs): void {
  for (const output of [stdout, stderr]) output.on("error", () => {});
}

/**
 * Logs faults that nothing caught, each with an id. A promise that nobody waited for ends nothing, so that one event
 * that goes wrong does not end all others; after an exception out of nowhere nothing is sure any more, so that the process
 * leaves with 1 and is started anew by whoever keeps it running.
 */
export function watchFaults(process: Watched, log: Log): void {
  process.on("unhandledRejection", (error) => log.error("unhandled", { id: createId(), error }));
  process.on("uncaughtException", (error) => {
    log.error("crashed", { id: createId(), error });
    process.exit(1);
  });
}

/**
 * Resolves when the process is told to stop. Told again it goes on stopping, which takes a moment only: Ctrl+C reaches a
 * program under npm twice.
 */
export function whenStopped(process: Pick<Watched, "on">): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve(signal));
  return promise;
}

function createId(): string {
  return randomBytes(4).toString("hex");
}
