/** How much may be looked through in vain, in code units: so many for each of the source, and some for short ones. */
const EACH = 4;
const AT_LEAST = 100_000;
/** What is left to look through at once when all that is used up. */
const SHORT = 64;

/**
 * Bounds what is looked through in vain: marks that open and never close would otherwise take quadratic time.
 *
 * Where many were looked for in vain, the next may only reach a little further.
 */
export interface LookAhead {
  left: number;
  /** What stands nowhere behind where it was looked for last. */
  readonly missing: Set<string>;
}

export function lookAheadIn(source: string): LookAhead {
  return { left: source.length * EACH + AT_LEAST, missing: new Set() };
}

/** Where to stop looking for something that begins at `at` and may be `longest` long. */
export function horizon(look: LookAhead, at: number, longest: number): number {
  return at + (look.left > 0 ? longest : Math.min(longest, SHORT));
}

/** Notes that nothing was found between two offsets. */
export function inVain(look: LookAhead, from: number, to: number): undefined {
  look.left -= to - from;
  return undefined;
}

/** Finds where a string in lower case ends that may stand far behind an offset, in whatever case; 0 where it does not. */
export function findBehind(
  { missing }: LookAhead,
  source: string,
  { wanted, from }: { wanted: string; from: number },
): number {
  if (missing.has(wanted)) return 0;
  const pattern = new RegExp(wanted.replaceAll(/[/]/gu, String.raw`\/`), "giu");
  pattern.lastIndex = from;
  if (pattern.exec(source)) return pattern.lastIndex;
  missing.add(wanted);
  return 0;
}

/** Finds a string between two offsets; the search never reaches further. */
export function findWithin(source: string, wanted: string, { from, to }: { from: number; to: number }): number {
  const first = wanted.charCodeAt(0);
  const last = Math.min(to, source.length) - wanted.length;
  for (let at = from; at <= last; at += 1) {
    if (source.charCodeAt(at) === first && source.startsWith(wanted, at)) return at;
  }
  return -1;
}
