import { SingleBar } from "cli-progress";
import { paceProgress } from "../search/pace-progress.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import type { Terminal } from "./terminal.ts";

export interface IndexingDisplay {
  readonly onProgress: IndexProgress;
  /** Clears what is shown, also where indexing failed: the bar's timer would keep the process alive. */
  readonly stop: () => void;
}

/** Indexing within so many milliseconds shows no bar; where there is no terminal a line is due later, and only one. */
const PATIENCE = { bar: 1000, line: 5000 };

/** Shows on standard error how far a large library's index is: a bar on a terminal, one plain line elsewhere. */
export function showIndexing({ errors, now }: Pick<Terminal, "errors" | "now">): IndexingDisplay {
  return errors.isTTY ? drawBar(errors, now) : announce(errors, now);
}

/** Tells the same behind the bar that a command has already; the bar's format has `{note}` for it. */
export function noteIndexing(bar: SingleBar, { errors, now }: Pick<Terminal, "errors" | "now">): IndexProgress {
  if (!errors.isTTY) return announce(errors, now).onProgress;
  const show: IndexProgress = (done, of) => bar.update({ note: ` | indexing ${done} of ${of}` });
  const finish = (): void => bar.update({ note: "" });
  return paceProgress({ now, patience: PATIENCE.bar, interval: 0 }, { show, finish });
}

function drawBar(errors: NodeJS.WriteStream, now: () => number): IndexingDisplay {
  const bar = new SingleBar({
    stream: errors,
    format: "Indexing {bar} {percentage}% · {value} of {total} passages",
    barsize: 24,
    clearOnComplete: true,
    // Wrapping is the terminal's own: whoever ends the process in between would be left without it.
    linewrap: true,
  });
  const show: IndexProgress = (done, of) => (bar.isActive ? bar.update(done) : bar.start(of, done));
  const stop = (): void => bar.stop();
  return { onProgress: paceProgress({ now, patience: PATIENCE.bar, interval: 0 }, { show, finish: stop }), stop };
}

function announce(errors: NodeJS.WriteStream, now: () => number): IndexingDisplay {
  const show: IndexProgress = (_, of) => errors.write(`Indexing ${of} passages, which takes a while.\n`);
  const pace = { now, patience: PATIENCE.line, interval: Number.POSITIVE_INFINITY };
  return { onProgress: paceProgress(pace, { show, finish: () => {} }), stop: () => {} };
}
