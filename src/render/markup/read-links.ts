import { add, isWithinWord, match, type Reading } from "./reading.ts";

const ADDRESS = /https?:\/\/[^\s<>]+/uy;
const LINK = /\]\(<?(?:https?|discord):\/\/(?:[^\s()<>\]]|\([^\s()<>\]]*\))+>?(?: {1,4}"[^"\n]{0,200}")?\)/uy;

/** Reads a bracket that may begin a link. */
export function readBracket(reading: Reading): void {
  reading.brackets.push(reading.pieces.length);
  add(reading, "[");
}

/** Reads the end of a link's label with its address, where it is one. */
export function readLink(reading: Reading): void {
  const { brackets, pieces } = reading;
  const bracket = brackets.pop();
  const isEmpty = bracket === undefined || bracket === pieces.length - 1;
  const link = isEmpty ? "" : match(reading, LINK);
  if (bracket === undefined || link === "") return add(reading, "]");
  pieces[bracket] = { kind: "text", text: "" };
  // A link holds no other.
  brackets.length = 0;
  add(reading, "", link.length);
}

/** Reads an `h`: a bare address shows itself, whatever marks it holds; those at its end are none of it. */
export function readAddress(reading: Reading): void {
  const found = isWithinWord(reading) ? "" : match(reading, ADDRESS);
  const label = reading.brackets.length > 0 ? found.indexOf("](") : -1;
  const own = label < 0 ? found : found.slice(0, label);
  add(reading, own === "" ? "h" : own.slice(0, endOfAddress(own)));
}

function endOfAddress(address: string): number {
  let end = address.length;
  while ("*_~|`)]}.,;:!?'\"\\".includes(address[end - 1] ?? " ")) end -= 1;
  return end;
}
