import type { Line } from "./plain-text-lines.ts";

const LABEL = /^([\p{L}\p{N}][\p{L}\p{N} .'’·_-]{0,30}?)\s?[:：](?=\s|\p{Script=Han}|[“"「(（])/u;
const ASKED = /^(?:q|a|问|答|問|question|answer|q&a)\s?\d{0,3}\s?[:：.、]/iu;
const MOMENT = /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?:\s|$)|<[\p{L}\p{N} _-]{1,24}>\s)/u;

/** Knows the labels that begin more than one line, such as speakers' names. */
export type Labels = ReadonlySet<string>;

export function findLabels(lines: readonly Line[]): Labels {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = labelOf(text);
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

function labelOf(text: string): string | undefined {
  return LABEL.exec(text.slice(0, 48))?.[1];
}

/** Tells whether somebody's turn, a question, an answer or a moment begins with a line. */
export function beginsTurn(text: string, labels: Labels): boolean {
  const head = text.slice(0, 48);
  const label = labelOf(head);
  return ASKED.test(head) || MOMENT.test(head) || (label !== undefined && labels.has(label));
}
