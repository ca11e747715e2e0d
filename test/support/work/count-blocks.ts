import { Session, type Profiler } from "node:inspector";

/** Counts how often blocks of code are run: functions' bodies, loops', branches. */
export interface BlockCounter {
  /** What was run since it was asked the last time. */
  readonly take: () => number;
}

let counter: BlockCounter | undefined;

/**
 * Begins to count the blocks that this process runs. V8 puts counters only into what it compiles from now on, so it must be
 * called before what is counted is imported; and as it has one count for all who ask, tests that are counted cannot have
 * their coverage taken.
 */
export function startCountingBlocks(): void {
  counter ??= createCounter();
}

/** Throws where nobody began to count. */
export function countBlocks(): number {
  if (!counter) throw new Error("blocks are not counted: only files called *.linear.test.ts can expect linear work");
  return counter.take();
}

function createCounter(): BlockCounter {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return { take: () => takeCoverage(session).reduce((sum, script) => sum + sumOf(script), 0) };
}

/** In the session's own thread the answer comes before the call returns. */
function takeCoverage(session: Session): readonly Profiler.ScriptCoverage[] {
  let taken: readonly Profiler.ScriptCoverage[] | undefined;
  session.post("Profiler.takePreciseCoverage", (error, answer) => {
    if (error) throw error;
    taken = answer.result;
  });
  if (!taken) throw new Error("no answer to Profiler.takePreciseCoverage");
  return taken;
}

function sumOf({ url, functions }: Profiler.ScriptCoverage): number {
  if (url === "" || url.startsWith("node:")) return 0;
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}
