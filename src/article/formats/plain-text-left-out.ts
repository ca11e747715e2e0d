import type { LeftOutReason } from "../article.ts";
import type { FormatOptions } from "./format.ts";
import { leftOutReason } from "./left-out-lines.ts";
import { markContents } from "./plain-text-contents.ts";
import type { Line } from "./plain-text-lines.ts";
import { markMail } from "./plain-text-mail.ts";
import { markPages } from "./plain-text-pages.ts";
import { isRuler } from "./plain-text-rulers.ts";
import { markSignatures } from "./plain-text-signatures.ts";

export interface LeftOutLines {
  /** For each line why it is no content; absent where it is. */
  readonly reasons: readonly (LeftOutReason | undefined)[];
  /** A mail's subject. */
  readonly subject?: string;
  /** A mail's fields are the first thing in the text, so that no line below them is its title. */
  readonly isMail: boolean;
}

/** Tells which lines are no content; a line that the metadata name is content or none whatever the rules say. */
export function findLeftOut(source: string, lines: readonly Line[], options: FormatOptions): LeftOutLines {
  const mail = markMail(source, lines);
  const pages = markPages(lines);
  const contents = markContents(lines);
  const alone = findAlone(lines);
  const [keep, leaveOut] = [new Set(options.keep), new Set(options.leaveOut)];
  const reasons = lines.map(({ text, quote }, index): LeftOutReason | undefined => {
    if (keep.has(text)) return undefined;
    if (leaveOut.has(text)) return "metadata";
    if (quote && text === "") return "markup";
    const found = mail.marks[index] ?? (pages[index] === true ? "page-furniture" : undefined);
    if (found) return found;
    if (contents[index] === true) return "contents";
    const neighbours = { previous: lines[index - 1]?.text ?? "", next: lines[index + 1]?.text ?? "" };
    const place = { fromTop: index, fromBottom: lines.length - 1 - index };
    const reason = leftOutReason({ text, ...neighbours, ...place, alone: alone[index] === true }, options);
    return reason ?? (isRuler(text) ? "markup" : undefined);
  });
  for (const index of markSignatures(lines, reasons)) {
    if (!keep.has(lines[index]?.text ?? "")) reasons[index] = "signature";
  }
  return { reasons, isMail: mail.isFirst, ...(mail.subject !== undefined && { subject: mail.subject }) };
}

/** Tells for each line whether only copies of it stand between the blank lines around it, or the text has no blank lines. */
function findAlone(lines: readonly Line[]): boolean[] {
  const alone: boolean[] = [];
  let start = 0;
  for (let end = 1; end <= lines.length; end += 1) {
    if (end < lines.length && lines[end]?.blanks === 0) continue;
    const group = lines.slice(start, end);
    const isAlone = group.length === lines.length || group.every(({ text }) => text === group[0]?.text);
    for (const _ of group) alone.push(isAlone);
    start = end;
  }
  return alone;
}
