import type { ContextLevel } from "../answer/widen-span.ts";
import { contextLevels } from "../answer/widen-span.ts";
import type { Span } from "../text/span.ts";
import { controlIdLimit, writeControlId } from "./control-id.ts";
import type { Locale } from "./locale.ts";

/** Everything that the buttons of an answer know: enough to show it again without asking anew. */
export interface AnswerState {
  readonly locale: Locale;
  /** The candidates' articles, by the beginnings of their versions' hashes. */
  readonly versions: readonly string[];
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The index of the first candidate that is shown. */
  readonly at: number;
  readonly level: ContextLevel;
  /** Whether the article may not answer at all. */
  readonly isUnsure: boolean;
  /** How many were shown at first; absent means as many as on every page. */
  readonly first?: number | undefined;
  /** Whether the rarer buttons are shown in place of the usual ones. */
  readonly showsMore?: boolean | undefined;
}

export interface Candidate {
  readonly span: Span;
  /** The index of its article's version. */
  readonly version: number;
}

export const versionLength = 8;

/** So many hashes leave room for some candidates of each. */
export const mostVersions = 3;

const unsureMark = "u";
const moreMark = "m";

const localeLetters: Readonly<Record<Locale, string>> = { en: "e", "zh-CN": "s", "zh-TW": "t" };

/**
 * Writes a state behind the names of controls; the last candidates are dropped where there is no room for all.
 *
 *     1:later:e:0a1b2c3d:0:0:qs.1g_9a.2c
 *
 * Behind the level of context a `u` says that the answer is unsure, a number how many were shown at first, and an `m` that the
 * rarer buttons are shown.
 */
export function stateWriter(state: AnswerState): (name: string) => string {
  const fixed = fixedParts(state);
  const written = state.candidates.map(writeCandidate);
  const all = written.join("_");
  return (name) => {
    const count = countFitting(name, fixed, written);
    return writeControlId(name, [...fixed, count === written.length ? all : written.slice(0, count).join("_")]);
  };
}

/** Keeps as many candidates as every one of an answer's buttons has room for. */
export function fitCandidates(names: readonly string[], state: AnswerState): AnswerState {
  const longest = names.toSorted((a, b) => b.length - a.length)[0] ?? "";
  const count = countFitting(
    longest,
    fixedParts({ ...state, at: 0, showsMore: true }),
    state.candidates.map(writeCandidate),
  );
  return { ...state, candidates: state.candidates.slice(0, count) };
}

function fixedParts({ locale, versions, at, ...look }: AnswerState): string[] {
  return [localeLetters[locale], versions.join("."), at.toString(36), writeLook(look)];
}

type Look = Pick<AnswerState, "level" | "isUnsure" | "first" | "showsMore">;

function writeLook({ level, isUnsure, first, showsMore }: Look): string {
  return [level, isUnsure ? unsureMark : "", first ?? "", showsMore ? moreMark : ""].join("");
}

function readLook(written: string): Look | undefined {
  const [, depth, unsure, first, more] = /^(\d)(u?)([1-9]\d?)?(m?)$/u.exec(written) ?? [];
  const level = contextLevels.find((each) => String(each) === depth);
  if (level === undefined) return undefined;
  return {
    level,
    isUnsure: unsure === unsureMark,
    ...(first === undefined ? {} : { first: Number(first) }),
    ...(more === moreMark ? { showsMore: true } : {}),
  };
}

/** Counts the candidates that fit behind a name and what is fixed; the first always stands there. */
function countFitting(name: string, fixed: readonly string[], written: readonly string[]): number {
  let length = ["1", name, ...fixed, ""].join(":").length;
  for (const [index, next] of written.entries()) {
    length += next.length + (index === 0 ? 0 : 1);
    if (index > 0 && length > controlIdLimit) return index;
  }
  return written.length;
}

/** Reads a state back; it comes from outside, so that anything may stand there. */
export function readAnswerState(parts: readonly string[]): AnswerState | undefined {
  const [letter = "", hashes = "", start = "", written = "", list = ""] = parts;
  const locale = readLocale(letter);
  const versions = hashes.split(".");
  const candidates = list.split("_").flatMap((each) => readCandidate(each) ?? []);
  const at = Number.parseInt(start, 36);
  const look = readLook(written);
  const isSound =
    versions.length <= mostVersions &&
    versions.every((hash) => /^[\da-f]{8}$/u.test(hash)) &&
    candidates.every(({ version }) => version < versions.length);
  if (!locale || !look || !isSound || !(at >= 0 && at < candidates.length)) return undefined;
  return { locale, versions, candidates, at, ...look };
}

export function writeLocale(locale: Locale): string {
  return localeLetters[locale];
}

export function readLocale(letter: string | undefined): Locale | undefined {
  if (letter === "e") return "en";
  if (letter === "s") return "zh-CN";
  return letter === "t" ? "zh-TW" : undefined;
}

function writeCandidate({ span, version }: Candidate): string {
  const numbers = [span.start, span.end - span.start];
  return [...numbers, ...(version === 0 ? [] : [version])].map((number) => number.toString(36)).join(".");
}

function readCandidate(written: string): Candidate | undefined {
  if (!/^[\da-z]{1,7}\.[\da-z]{1,7}(?:\.[\da-z]{1,2})?$/u.test(written)) return undefined;
  const [start = 0, length = 0, version = 0] = written.split(".").map((number) => Number.parseInt(number, 36));
  return { span: { start, end: start + length }, version };
}
