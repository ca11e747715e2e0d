import { type Span, trimSpan } from "../../text/span.ts";

/** A line of subtitles that is not blank, without white space around it. */
export type SubtitleLine =
  | { readonly kind: "times"; readonly span: Span; readonly from: number; readonly to: number }
  /** A cue's number or name, the header, and what a note or a style sheet says. */
  | { readonly kind: "number" | "markup"; readonly span: Span }
  | { readonly kind: "text"; readonly span: Span };

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const TIMES = new RegExp(String.raw`^(${TIME})\s{0,8}-{2,3}>\s{0,8}(${TIME})(?:\s.*)?$`, "u");
/** `WEBVTT`, or a cue's times below nothing but its number. */
const BEGINNING = new RegExp(
  String.raw`^[\s\ufeff]{0,64}(?:WEBVTT(?![^\s])|(?:\d{1,6}\s{0,8}[\r\n]\s{0,8})?${TIME}\s{0,8}-{2,3}>\s{0,8}${TIME})`,
  "u",
);

/** Tells whether a text is one of subtitles, whatever its file's name ends in. */
export function looksLikeSubtitles(source: string): boolean {
  return BEGINNING.test(source.slice(0, 512));
}

/** Tells the lines of subtitles apart; blank ones are left away. */
export function readSubtitleLines(source: string): SubtitleLine[] {
  const raw = rawLines(source);
  const lines: SubtitleLine[] = [];
  let inMarkup = false;
  for (const [index, { span, afterBlank }] of raw.entries()) {
    const text = source.slice(span.start, span.end);
    const times = readTimes(text);
    if (times) {
      inMarkup = false;
      lines.push({ kind: "times", span, ...times });
      continue;
    }
    if (afterBlank) inMarkup = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/u.test(text);
    lines.push({ kind: inMarkup ? "markup" : isNumber(source, raw, index) ? "number" : "text", span });
  }
  return lines;
}

interface RawLine {
  readonly span: Span;
  /** An empty line stands before it, or nothing. */
  readonly afterBlank: boolean;
}

function rawLines(source: string): RawLine[] {
  const lines: RawLine[] = [];
  let afterBlank = true;
  for (const { 0: line, index } of source.matchAll(/([^\r\n]*)(?:\r\n|[\r\n]|$)/gu)) {
    const span = trimSpan(source, { start: index, end: index + line.length });
    const isBlank = span.start === span.end;
    if (!isBlank) lines.push({ span, afterBlank });
    afterBlank = isBlank;
  }
  return lines;
}

/** A line right above a cue's times is its number, or its name where an empty line stands above. */
function isNumber(source: string, lines: readonly RawLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next || next.afterBlank || !readTimes(source.slice(next.span.start, next.span.end))) return false;
  return line.afterBlank || /^\d{1,6}$/u.test(source.slice(line.span.start, line.span.end));
}

/** The seconds from which and to which a cue is shown. */
function readTimes(text: string): { readonly from: number; readonly to: number } | undefined {
  const [, from, to] = TIMES.exec(text.length > 200 ? text.slice(0, 200) : text) ?? [];
  return from === undefined || to === undefined ? undefined : { from: seconds(from), to: seconds(to) };
}

function seconds(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((total, part) => total * 60 + Number(part), 0);
}
