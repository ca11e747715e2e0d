import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";

const LABEL = /^([\p{L}\p{N}][\p{L}\p{N} .'’·_-]{0,30}?)\s?[:：](?=\s|\p{Script=Han}|[“"「(（])/u;
/** A speaker in a play: `ANNA.`, `MRS. GREY (aside).` */
const SPEAKER =
  /^((?:(?:MRS?|MS|DR|ST)\. )?\p{Lu}[\p{Lu}'’-]{1,20}(?: \p{Lu}[\p{Lu}'’-]{1,20}){0,2})(?: ?[([][^()[\]]{1,20}[)\]])?\.(?=\s|$)/u;
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
  const head = text.slice(0, 48);
  const speaker = SPEAKER.exec(head)?.[1];
  if (speaker === undefined) return LABEL.exec(head)?.[1];
  return readLineNumber(head)?.isNamed === true ? undefined : `${speaker}.`;
}

/** Tells whether somebody's turn, a question, an answer or a moment begins with a line. */
export function beginsTurn(text: string, labels: Labels): boolean {
  const head = text.slice(0, 48);
  const label = labelOf(head);
  return ASKED.test(head) || MOMENT.test(head) || (label !== undefined && labels.has(label));
}

/** Tells whether a line is a speaker's name alone, with what is said in the lines below. */
export function isSpeaker(text: string, labels: Labels): boolean {
  const found = SPEAKER.exec(text.slice(0, 100));
  return found?.[0].length === text.length && labels.has(`${found[1] ?? ""}.`);
}

/** Tells whether a line begins with a word in capitals and a full stop, which may also end the sentence of the line before. */
export function mayBeLastWord(text: string): boolean {
  return SPEAKER.test(text.slice(0, 100));
}
