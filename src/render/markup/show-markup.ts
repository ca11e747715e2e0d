import type { MentionName } from "./mention-name.ts";
import { readAddress, readBracket, readLink } from "./read-links.ts";
import { readMarks } from "./read-marks.ts";
import { readTag } from "./read-tag.ts";
import { add, beginReading, isWithinWord, match, type Reading } from "./reading.ts";
import { joinPieces } from "./shown-pieces.ts";

/** A quote, items of lists, a heading or small print: what stands in front of a line's words. */
const LINE_MARKS = /(?: {0,8}>(?:>>)? )?(?: {0,16}[-*] {1,4}(?=\S)){0,4}(?:(?:#{1,3}|-#) {1,8}(?=\S))?/uy;
const PLAIN = /[^\\`<*_~|[\]h@\n]+/uy;
const BACKTICKS = /`+/uy;
const EVERYONE = /@(?:everyone|here)\b/uy;

/** By the character that is found; all others show themselves. */
const readers: Readonly<Record<string, (reading: Reading) => void>> = {
  "\\": readEscape,
  "`": readCode,
  "<": readAngle,
  "@": readEveryone,
  "*": readMarks,
  _: readMarks,
  "~": readMarks,
  "|": readMarks,
  "[": readBracket,
  "]": readLink,
  h: readAddress,
};

/**
 * Turns Discord's markup into the text that a reader sees: names for mentions, labels for links, dates for timestamps, code as its
 * text, and no marks. What is no markup, such as `5*3`, a lone `*` or `snake_case`, stays as it is.
 *
 * Linear. Line breaks come back as `\n`, white space around the whole not at all.
 *
 * @param nameOf absent means that no name is known.
 */
export function showMarkup(content: string, nameOf: MentionName = () => undefined): string {
  const text = content.replaceAll(/\r\n?/gu, "\n");
  const reading = beginReading(text, nameOf);
  while (reading.at < text.length) {
    if (reading.at === 0 || text[reading.at - 1] === "\n") reading.at += match(reading, LINE_MARKS).length;
    const char = text[reading.at] ?? "";
    const read = readers[char];
    if (read) read(reading);
    else add(reading, match(reading, PLAIN) || char);
  }
  return joinPieces(reading.pieces);
}

/** As in Discord, any mark can be escaped, and nothing else. */
function readEscape(reading: Reading): void {
  const escaped = String.fromCodePoint(reading.text.codePointAt(reading.at + 1) ?? 32);
  if (/[0-9A-Za-z\s]/u.test(escaped)) add(reading, "\\");
  else add(reading, escaped, 1 + escaped.length);
}

function readCode(reading: Reading): void {
  const code = reading.codes.get(reading.at);
  if (code) add(reading, code.shown, code.end - code.start);
  else add(reading, match(reading, BACKTICKS));
}

function readAngle(reading: Reading): void {
  const { text, at, nameOf, pieces } = reading;
  const tag = readTag(text, at, nameOf);
  if (!tag) return add(reading, "<");
  reading.at = tag.end;
  if (tag.mentioned) pieces.push({ kind: "mention", name: tag.shown, isPlace: tag.mentioned === "channel" });
  else pieces.push(tag.shown === "" ? { kind: "gap" } : { kind: "text", text: tag.shown });
}

/** Whoever speaks to all means nobody that a text could tell of. */
function readEveryone(reading: Reading): void {
  const everyone = isWithinWord(reading) ? "" : match(reading, EVERYONE);
  if (everyone === "") return add(reading, "@");
  reading.at += everyone.length;
  reading.pieces.push({ kind: "mention", name: "" });
}
