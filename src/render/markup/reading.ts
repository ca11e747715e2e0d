import type { Code } from "./find-code.ts";
import { findCode } from "./find-code.ts";
import type { MentionName } from "./mention-name.ts";
import type { OpenRuns } from "./open-runs.ts";
import { createOpenRuns } from "./open-runs.ts";
import type { Piece } from "./shown-pieces.ts";

/** A text on the way from its markup to what that shows. */
export interface Reading {
  readonly text: string;
  readonly nameOf: MentionName;
  /** By their beginnings. */
  readonly codes: ReadonlyMap<number, Code>;
  readonly pieces: Piece[];
  readonly open: OpenRuns;
  /** The places among the pieces of brackets that may begin a link. */
  readonly brackets: number[];
  /** So far it is read. */
  at: number;
}

export function beginReading(text: string, nameOf: MentionName): Reading {
  const codes = new Map(findCode(text).map((code) => [code.start, code]));
  return { text, nameOf, codes, pieces: [], open: createOpenRuns(), brackets: [], at: 0 };
}

/** Gives what a sticky pattern finds where the reading stands. */
export function match({ text, at }: Reading, pattern: RegExp): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Adds text that is shown for so many characters, and goes on behind them. */
export function add(reading: Reading, shown: string, length = shown.length): void {
  reading.pieces.push({ kind: "text", text: shown });
  reading.at += length;
}

/** Whether a letter, a digit or `_` stands before the place. */
export function isWithinWord({ text, at }: Reading): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at - 1] ?? " ");
}
