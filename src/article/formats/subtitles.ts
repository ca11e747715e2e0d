import type { Span } from "../../text/span.ts";
import { trimSpan } from "../../text/span.ts";
import type { Landmark } from "../article.ts";
import type { Block, FormatOptions, TextFormat } from "./format.ts";
import { looksLikeSubtitles, readSubtitleLines, type SubtitleLine } from "./subtitle-lines.ts";

export { looksLikeSubtitles };

/** So long a silence, in seconds, begins a new paragraph where a sentence has ended, and anywhere. */
const PAUSE = 3;
const LONG_PAUSE = 10;

/**
 * Subtitles (SRT, WebVTT): numbers, times, tags and notes are left out; a sentence that runs over several cues is one.
 *
 * Cues make one paragraph until there is a silence or another speaker. Libraries that read subtitles give times and
 * text, and not where the text stands.
 */
export const subtitles: TextFormat = {
  kind: "text",
  name: "subtitles",
  parse(source, options) {
    const lines = readSubtitleLines(source);
    const shown = showLines(source, lines, options);
    const isVerse = lacksMarks(source, shown);
    const blocks = groupLines(source, shown).map((group) => paragraphOf(group, isVerse));
    return { blocks: coverLines(source, blocks, { lines, options }), landmarks: landmarksOf(shown) };
  },
};

/** What a line of text shows. */
interface ShownLine {
  /** Never empty. */
  readonly visible: readonly Span[];
  readonly from: number;
  readonly to: number;
  /** Somebody else speaks: a dash or `>>` stands before it, or another name in a tag. */
  readonly turns: boolean;
}

function showLines(source: string, lines: readonly SubtitleLine[], options: FormatOptions): ShownLine[] {
  const shown: ShownLine[] = [];
  let [from, to, speaker] = [0, 0, ""];
  for (const line of lines) {
    if (line.kind === "times") [from, to] = [line.from, line.to];
    if (line.kind !== "text" || isSetAside(source, line.span, options)) continue;
    const { visible, named, dashed } = showLine(source, line.span);
    const turns = dashed || (named !== undefined && named !== speaker && speaker !== "");
    speaker = named ?? speaker;
    if (visible.length > 0) shown.push({ visible, from, to, turns });
  }
  return shown;
}

function isSetAside(source: string, { start, end }: Span, { leaveOut, keep }: FormatOptions): boolean {
  const text = source.slice(start, end);
  return leaveOut.includes(text) && !keep.includes(text);
}

/** `<i>`, `</v>`, `<c.loud>`, `<00:01.000>`, `{\an8}`. */
const TAG = /<\/?[\p{L}\d][^<>\r\n]{0,200}>|\{\\[^{}\r\n]{0,200}\}|\{[a-z]:[^{}\r\n]{0,80}\}/giu;
const TURN = /^(?:>{2,3}\s{0,4}|[-–—‐]\s{0,4}(?=[\p{L}\p{N}"'“‘¿¡（(「[♪]))/u;

interface LineParts {
  readonly visible: readonly Span[];
  readonly named: string | undefined;
  readonly dashed: boolean;
}

function showLine(source: string, { start, end }: Span): LineParts {
  const text = source.slice(start, end);
  const visible: Span[] = [];
  let [from, named]: [number, string | undefined] = [0, undefined];
  for (const { 0: tag, index } of [...text.matchAll(TAG), { 0: "", index: text.length }]) {
    if (index > from) visible.push({ start: start + from, end: start + index });
    named = /^<v(?:\.[^\s<>]{1,40})?\s+([^<>]{1,100})>$/u.exec(tag)?.[1]?.trim() ?? named;
    from = index + tag.length;
  }
  const filled = visible.filter((part) => source.slice(part.start, part.end).trim() !== "");
  const [first] = filled;
  const turn = first ? (TURN.exec(source.slice(first.start, first.end))?.[0].length ?? 0) : 0;
  const parts = filled.map((part, index) => (index === 0 ? { start: part.start + turn, end: part.end } : part));
  return { visible: trimEnds(source, parts), named, dashed: turn > 0 };
}

function trimEnds(source: string, parts: readonly Span[]): Span[] {
  return parts
    .map((part, index) => ({
      start: index === 0 ? trimSpan(source, part).start : part.start,
      end: index === parts.length - 1 ? trimSpan(source, part).end : part.end,
    }))
    .filter(({ start, end }) => start < end);
}

const ENDS = /[。！？!?.…♪][”"』」’')）\]]{0,3}$/u;

/** Chinese subtitles often have no marks at all: then each line is what a sentence is elsewhere. */
function lacksMarks(source: string, lines: readonly ShownLine[]): boolean {
  const texts = lines.map((line) => textOf(source, line));
  const ended = texts.filter((text) => ENDS.test(text)).length;
  const chinese = texts.filter((text) => /\p{Script=Han}{2}/u.test(text)).length;
  return ended * 8 < lines.length && chinese * 2 >= lines.length;
}

function textOf(source: string, { visible }: ShownLine): string {
  return visible.map(({ start, end }) => source.slice(start, end)).join("");
}

/** Parts the lines at silences and where somebody else speaks. */
function groupLines(source: string, lines: readonly ShownLine[]): ShownLine[][] {
  const groups: ShownLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const pause = before ? line.from - before.to : 0;
    const isApart = pause > LONG_PAUSE || (pause > PAUSE && before && ENDS.test(textOf(source, before)));
    if (!before || line.turns || isApart) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function paragraphOf(lines: readonly ShownLine[], isVerse: boolean): Block {
  const visible = lines.flatMap((line) => line.visible);
  const span = { start: visible[0]?.start ?? 0, end: visible.at(-1)?.end ?? 0 };
  return { kind: "paragraph", paragraphKind: isVerse ? "verse" : "prose", span, visible, inline: [], bare: "cue" };
}

/** Leaves out what stands in no paragraph, line by line. */
function coverLines(
  source: string,
  blocks: readonly Block[],
  { lines, options }: { readonly lines: readonly SubtitleLine[]; readonly options: FormatOptions },
): Block[] {
  const covered: Block[] = [];
  let index = 0;
  let covering = 0;
  for (const line of lines) {
    const { kind, span } = line;
    const reason =
      kind !== "text" && kind !== "markup" ? "cue" : isSetAside(source, span, options) ? "metadata" : "markup";
    let start = Math.max(span.start, covering);
    while (start < span.end) {
      const block = blocks[index];
      const end = Math.min(span.end, Math.max(start, block?.span.start ?? span.end));
      const gap = trimSpan(source, { start, end });
      if (gap.start < gap.end) covered.push({ kind: "left-out", span: gap, reason });
      start = end;
      if (!block || block.span.start > span.end || end >= span.end) break;
      covered.push(block);
      covering = block.span.end;
      start = covering;
      index += 1;
    }
  }
  return covered;
}

function landmarksOf(lines: readonly ShownLine[]): Landmark[] {
  const landmarks: Landmark[] = [];
  for (const { from, visible } of lines) {
    const label = clock(from);
    if (landmarks.at(-1)?.label !== label) landmarks.push({ kind: "time", label, start: visible[0]?.start ?? 0 });
  }
  return landmarks;
}

/** `0:14:02` */
function clock(time: number): string {
  const whole = Math.floor(time);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
