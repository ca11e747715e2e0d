import { attackStrings, loopsOf, writeAttack, type Attack } from "./attack-strings.ts";
import { compile, parsePattern, type Program } from "./compile.ts";
import { countSteps } from "./count-steps.ts";

/** A text that a pattern takes more than its share for. */
export interface Growth {
  readonly attack: Attack;
  /** Steps for one character of the text at each length. */
  readonly steps: readonly number[];
}

/** Twice the text takes twice the steps; four times as many where all is looked at from each place. */
const steepest = 1.38;
/** So many steps for a character are too many even where they do not grow. */
const dearest = 2000;
/** Of a pattern that takes many steps without growing only the first texts are tried. */
const mostSteps = 4_000_000;
/** Finds a text for which a pattern's steps grow faster than its length, or are too many from the start. */
export function findGrowth(source: string, flags: string): Growth | undefined {
  const loops = loopsOf(parsePattern(source, flags));
  if (loops.length === 0) return undefined;
  const program = compile(source, flags);
  const counts = loops.flatMap(({ min, max }) => [min, max]).filter((count) => count < Infinity);
  const lengths = lengthsBeyond(Math.max(0, ...counts));
  let left = mostSteps;
  for (const attack of attackStrings(source, flags)) {
    const { each, total } = measure(program, attack, lengths);
    if (each) return { attack, steps: each };
    left -= total;
    if (left < 0) return undefined;
  }
  return undefined;
}

/** A pattern that counts may be quick only in texts that are no longer than it counts. */
function lengthsBeyond(count: number): readonly number[] {
  if (count <= 40) return [64, 128, 512, 1024];
  return count <= 100 ? [128, 256, 512, 1024] : [256, 512, 1024, 2048];
}

interface Measured {
  /** Steps for a character at each length; nothing where they stop to grow. */
  readonly each: readonly number[] | undefined;
  readonly total: number;
}

/** Measures at greater lengths as long as the steps grow. */
function measure(program: Program, attack: Attack, lengths: readonly number[]): Measured {
  const each: number[] = [];
  let [before, length, total] = [0, 0, 0];
  for (const next of lengths) {
    const counted = countSteps(program, writeAttack(attack, next), { most: dearest * next });
    each.push(Math.round(counted / next));
    total += counted;
    if (counted >= dearest * next) return { each, total };
    if (before > 0 && Math.log(counted / before) < steepest * Math.log(next / length))
      return { each: undefined, total };
    [before, length] = [counted, next];
  }
  return { each, total };
}
