import { columns } from "../../../text/width.ts";
import { runsOn } from "./headings.ts";
import type { PlacedLine } from "./page.ts";

/** Lines that belong together; `depth` is that of a heading. */
export interface PdfBlock {
  readonly kind: "title" | "heading" | "paragraph" | "list-item" | "table" | "contents";
  readonly depth: number;
  readonly lines: readonly PlacedLine[];
}

interface BlockSources {
  readonly lines: readonly PlacedLine[];
  readonly headings: ReadonlyMap<PlacedLine, number>;
  readonly title: ReadonlySet<PlacedLine>;
  /** The usual distance between lines of a size. */
  readonly distance: (size: number) => number;
}

const LIST_ITEM =
  /^(?:[•●○▪■◦‣]\s?|[*·–—-]\s+|[(（](?:\d{1,3}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,3}|[a-z])[.)]\s|\d{1,3}[、．]|[一二三四五六七八九十]{1,3}、|[①-⑳]|\[\d{1,3}\]\s)/u;

/**
 * Joins lines to blocks in reading order, also over columns and pages. Notes at the foot of a page stand behind the
 * paragraph that goes on over the page's end, so that they do not cut it.
 */
export function joinBlocks({ lines, headings, title, distance }: BlockSources): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let [open, notes]: [PlacedLine[], PdfBlock[]] = [[], []];
  let kind: PdfBlock["kind"] = "paragraph";
  const close = (): void => {
    if (open.length > 0) blocks.push({ kind, depth: headings.get(open[0] ?? ABSENT) ?? 0, lines: open });
    blocks.push(...notes);
    [open, notes] = [[], []];
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === "note") {
      addNote(notes, line, distance);
      continue;
    }
    const own = kindOf(line, headings, title);
    const last = open.at(-1);
    const joins =
      last !== undefined && own === startOf(kind) && goesOn({ open, last, line, distance, index, lines, headings });
    if (!joins) {
      close();
      const isItem = LIST_ITEM.test(line.text) || line.tag.item !== undefined;
      kind = own === "paragraph" && isItem ? "list-item" : own;
    }
    open.push(line);
  }
  close();
  return blocks;
}

const ABSENT: PlacedLine = {
  text: "",
  left: 0,
  right: 0,
  baseline: 0,
  size: 1,
  font: "",
  tag: {},
  isArtifact: false,
  page: -1,
  columnLeft: 0,
  columnRight: 0,
  opensColumn: false,
  kind: "text",
};

function startOf(kind: PdfBlock["kind"]): PdfBlock["kind"] {
  return kind === "list-item" ? "paragraph" : kind;
}

function addNote(notes: PdfBlock[], line: PlacedLine, distance: (size: number) => number): void {
  const last = notes.at(-1);
  const before = last?.lines.at(-1);
  const begins = /^(?:\d{1,3}\b|[*†‡§]|[①-⑳]|\[\d{1,3}\]|注[:：\d])/u.test(line.text);
  if (
    last &&
    before &&
    !begins &&
    line.page === before.page &&
    line.baseline - before.baseline < distance(line.size) * 1.6
  ) {
    notes[notes.length - 1] = { ...last, lines: [...last.lines, line] };
    return;
  }
  notes.push({ kind: "paragraph", depth: 0, lines: [line] });
}

function kindOf(
  line: PlacedLine,
  headings: ReadonlyMap<PlacedLine, number>,
  title: ReadonlySet<PlacedLine>,
): PdfBlock["kind"] {
  if (title.has(line)) return "title";
  if (headings.has(line)) return "heading";
  if (line.kind === "row") return "table";
  return line.kind === "contents" ? "contents" : "paragraph";
}

interface Joint {
  readonly open: readonly PlacedLine[];
  readonly last: PlacedLine;
  readonly line: PlacedLine;
  readonly index: number;
  readonly lines: readonly PlacedLine[];
  readonly headings: ReadonlyMap<PlacedLine, number>;
  readonly distance: (size: number) => number;
}

/** Tells whether a line goes on with the block that is open. */
function goesOn(joint: Joint): boolean {
  const { last, line, headings, distance } = joint;
  const sameColumn = !line.opensColumn && line.page === last.page;
  const below = line.baseline - last.baseline;
  switch (kindOf(line, headings, new Set())) {
    case "heading":
    case "title":
      if (headings.get(line) !== headings.get(last) || Math.abs(line.size - last.size) > 0.6) return false;
      return sameColumn && below < Math.max(line.size * 1.65, 1) && !/^(?:\d|第)/u.test(line.text);
    case "table":
      return line.page === last.page && !line.opensColumn && below < line.size * 4;
    case "contents":
      return true;
    case "list-item":
    case "paragraph":
      return sameColumn ? isSameParagraph(joint, below / distance(line.size)) : isContinued(joint);
  }
}

const ENDS = /[。！？!?.…][”"』」’')）\]]*$/u;
const PAUSES = /[,，、;；—–-]$/u;

function isSameParagraph(joint: Joint, distances: number): boolean {
  const { open, last, line } = joint;
  if (line.tag.item !== last.tag.item) return false;
  if (line.tag.paragraph !== undefined && line.tag.paragraph === last.tag.paragraph) return distances < 2.5;
  if (distances > 1.4) return false;
  const differs = Math.abs(line.size - last.size);
  if (differs > Math.max(0.8, last.size * 0.1)) return differs < last.size * 0.25 && runsOn(last, line);
  if (LIST_ITEM.test(line.text) && (LIST_ITEM.test(open[0]?.text ?? "") || isShort(joint))) return false;
  const shift = line.left - last.left;
  const em = line.size;
  if (shift > em * 0.8) return open.length === 1 && LIST_ITEM.test(last.text);
  if (shift < -em * 0.8) return open.length === 1 || PAUSES.test(last.text);
  return !isShort(joint) && !isIndented(joint);
}

/** Both lines are indented alike: a second paragraph, where the first is of one line, or the next line is a second one. */
function isIndented({ open, last, line, index, lines, distance }: Joint): boolean {
  if (line.left - line.columnLeft < line.size * 0.8 || LIST_ITEM.test(open[0]?.text ?? "")) return false;
  const next = lines[index + 1];
  const follows = next && !next.opensColumn && next.page === line.page && next.kind === "text";
  const isClose = follows && next.baseline - line.baseline < distance(line.size) * 1.4;
  return (isClose && line.left - next.left > line.size * 0.8) || (open.length === 1 && ENDS.test(last.text));
}

/** Over the end of a column or a page. */
function isContinued(joint: Joint): boolean {
  const { open, last, line } = joint;
  if (Math.abs(line.size - last.size) > Math.max(0.8, last.size * 0.1) || LIST_ITEM.test(line.text)) return false;
  if (!ENDS.test(last.text)) return !/[:：]$/u.test(last.text) || /^\p{Ll}/u.test(line.text);
  if (/^\p{Ll}/u.test(line.text)) return true;
  const indent = line.left - line.columnLeft > line.size * 0.8;
  const usual = (open[0]?.left ?? 0) - (open[0]?.columnLeft ?? 0) > line.size * 0.8;
  return usual && open.length > 1 && !indent && last.right > last.columnRight - last.size * 1.5;
}

/** The line ended although the next word had room: it was meant to end there. */
function isShort({ open, last, line, index, lines }: Joint): boolean {
  if (/^\p{Ll}/u.test(line.text) || PAUSES.test(last.text)) return false;
  const first =
    /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：！？）」』”]?|\S{1,40})/u.exec(
      line.text,
    )?.[0] ?? "";
  const width = ((line.right - line.left) / Math.max(1, columns(line.text))) * columns(first);
  const edge = rightEdge({ open, index, lines });
  if (!ENDS.test(last.text) && last.right - last.left > (edge - last.left) * 0.85) return false;
  return last.right + last.size * 0.3 + width < edge - last.size * 0.4;
}

/** How far lines around reach: those of the paragraph so far and some behind, at the same left edge; else the column. */
function rightEdge({ open, index, lines }: Pick<Joint, "open" | "index" | "lines">): number {
  const { left, page, size, columnLeft, columnRight } = open.at(-1) ?? ABSENT;
  const near = open.slice(-6).filter((one) => one.page === page);
  for (const next of lines.slice(index, index + 6)) {
    if (next.page !== page || next.opensColumn || Math.abs(next.left - left) > size || next.kind !== "text") break;
    near.push(next);
  }
  if (near.length < 4) return columnRight;
  const edge = near.reduce((right, one) => Math.max(right, one.right), 0);
  // Verse and addresses fill no more than a part of their column.
  return edge - columnLeft < (columnRight - columnLeft) * 0.6 ? columnRight : edge;
}
