import { bearingOf } from "./mark-bearing.ts";
import { add, match, type Reading } from "./reading.ts";

const RUN = /([*_~|])\1*/uy;

/** What is longer shows itself, as in a form that is filled in. */
const mostMarks = 3;

/** Reads a run of `*`, `_`, `~` or `|`. */
export function readMarks(reading: Reading): void {
  const { text, at, open, pieces } = reading;
  const run = match(reading, RUN);
  const [mark = ""] = run;
  const { opens, closes } = bearingOf(run, text[at - 1] ?? " ", text[at + run.length] ?? " ");
  const left = closes ? close(reading, mark, run.length) : run.length;
  reading.at += run.length - left;
  if (left === 0) return;
  if (opens && left <= mostMarks) open.open({ mark, length: left, piece: pieces.length });
  add(reading, mark.repeat(left));
}

/** Closes what so many marks can close; gives how many are left. */
function close({ open, pieces }: Reading, mark: string, marks: number): number {
  let left = marks;
  for (let found = open.close(mark, left); found; found = left > 0 ? open.close(mark, left) : undefined) {
    pieces[found.left.piece] = { kind: "text", text: mark.repeat(found.left.length) };
    left -= found.closed;
  }
  return left;
}
