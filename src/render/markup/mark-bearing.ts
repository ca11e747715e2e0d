/** Whether a run of marks can begin or end something where it stands. */
export interface Bearing {
  readonly opens: boolean;
  readonly closes: boolean;
}

const neither: Bearing = { opens: false, closes: false };

/**
 * Tells what a run of `*`, `_`, `~` or `|` can do between two characters; white space stands for the ends of a text.
 *
 * Discord sets the 3 of `5*3*2` in italics. Nobody means that: what stands within a word, and loosely, shows itself here.
 */
export function bearingOf(run: string, before: string, behind: string): Bearing {
  const [mark = ""] = run;
  if (isPaired(mark) && run.length !== 2) return neither;
  if (mark === "|") return { opens: true, closes: true };
  const [isBehindWord, isBeforeWord] = [/\w/u.test(before), /\w/u.test(behind)];
  const opens = /\S/u.test(behind);
  const closes = /\S/u.test(before);
  if (mark === "_") return { opens: opens && !isBehindWord, closes: closes && !isBeforeWord };
  return mark === "*" && run.length === 1 && isBehindWord && isBeforeWord ? neither : { opens, closes };
}

/** Tildes and bars mark by twos alone. */
function isPaired(mark: string): boolean {
  return mark === "~" || mark === "|";
}
