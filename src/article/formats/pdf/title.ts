import { bareText } from "./headings.ts";
import type { PlacedLine } from "./page.ts";

interface TitleSources {
  readonly lines: readonly PlacedLine[];
  readonly headings: ReadonlyMap<PlacedLine, number>;
  /** What the file's metadata say. */
  readonly told: unknown;
  readonly bodySize: number;
}

interface FoundTitle {
  /** The lines of the title, where the text shows it. */
  readonly lines: ReadonlySet<PlacedLine>;
  /** The title of the metadata, where the text does not show it. */
  readonly told?: string;
}

/** The largest text of the first page, where nothing as large follows or the metadata agree; else what the metadata say. */
export function findTitle({ lines, headings, told, bodySize }: TitleSources): FoundTitle {
  const title = isTitle(told) ? told.trim().replaceAll(/\s+/gu, " ") : undefined;
  const first = lines.filter((line) => line.page === lines[0]?.page && line.kind === "text");
  const wanted = bareText(title ?? "");
  const named = first.slice(0, 12).findIndex((_, index) => titleAt(first, index, wanted) > 0);
  if (title !== undefined && named >= 0) {
    return { lines: new Set(first.slice(named, named + titleAt(first, named, wanted))) };
  }
  const size = first.reduce((most, line) => Math.max(most, line.size), 0);
  const from = first.findIndex((line) => line.size > size - 0.6);
  const largest = first.slice(from).filter((_, index, all) => index === 0 || sameRun(all, index));
  const isUnique = lines.every((line) => line.size < size - 0.6 || largest.includes(line) || !headings.has(line));
  const isSentence = /[。.][”"』」’')）]*$/u.test(largest.at(-1)?.text ?? "");
  const isLarge = size >= bodySize * 1.2 && largest.length <= 4 && !isSentence;
  const shown = bareText(largest.map(({ text }) => text).join(""));
  if (isLarge && isUnique && shown.length > 1 && (title === undefined || haveMuchInCommon(shown, wanted))) {
    return { lines: new Set(largest) };
  }
  return { lines: new Set(), ...(title !== undefined && { told: title }) };
}

/** How many lines from one on are the title. */
function titleAt(lines: readonly PlacedLine[], from: number, wanted: string): number {
  let joined = "";
  for (let count = 1; count <= 4 && from + count <= lines.length; count += 1) {
    joined += bareText(lines[from + count - 1]?.text ?? "");
    if (joined === wanted && wanted !== "") return count;
    if (joined.length > wanted.length) return 0;
  }
  return 0;
}

/** Whether all lines up to one are of the first one's size, each close below the one before. */
function sameRun(lines: readonly PlacedLine[], index: number): boolean {
  const [first, ...others] = lines.slice(0, index + 1);
  let last = first;
  for (const line of others) {
    if (!last || Math.abs(line.size - last.size) > 0.6 || line.baseline - last.baseline > line.size * 2) return false;
    last = line;
  }
  return index < 4;
}

function haveMuchInCommon(one: string, other: string): boolean {
  const [mine, yours] = [pairsOf(one), pairsOf(other)];
  const common = [...mine].filter((pair) => yours.has(pair)).length;
  return common * 2 >= Math.min(mine.size, yours.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(text.split("").map((character, at) => character + text.charAt(at + 1)));
}

/** Names of files and of what a program calls a new document are no titles; neither is text in the wrong encoding. */
function isTitle(told: unknown): told is string {
  if (typeof told !== "string" || !/\p{L}/u.test(told)) return false;
  const text = told.trim();
  if (text.length < 2 || text.length > 200 || /[\ufffd\u0000-\u001f]|[\u0080-\u00ff]{3}/u.test(text)) return false;
  if (/\.(?:docx?|rtf|odt|tex|dvi|indd|qxd|pdf|pptx?|xlsx?|wps|html?|txt|md|pages|cdr|ai)$/iu.test(text)) return false;
  return !/^(?:microsoft (?:word|powerpoint)|powerpoint|untitled|no title|title|document\s?\d*|doc\d+|slide \d+|无标题|無標題|未命名|文档\s?\d*|文檔\s?\d*|标题|about:blank)/iu.test(
    text,
  );
}
