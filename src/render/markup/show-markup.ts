import { findCode } from "./find-code.ts";
import { bearingOf } from "./mark-bearing.ts";
import type { MentionName } from "./mention-name.ts";
import { createOpenRuns } from "./open-runs.ts";
import { readTag } from "./read-tag.ts";
import { joinPieces, type Piece } from "./shown-pieces.ts";

/** A quote, items of lists, a heading or small print: what stands in front of a line's words. */
const LINE_MARKS = /(?: {0,8}>(?:>>)? )?(?: {0,16}[-*] {1,4}(?=\S)){0,4}(?:(?:#{1,3}|-#) {1,8}(?=\S))?/uy;
const PLAIN = /[^\\`<*_~|[\]h@\n]+/uy;
const BACKTICKS = /`+/uy;
const RUN = /([*_~|])\1*/uy;
const ADDRESS = /https?:\/\/[^\s<>]+/uy;
const LINK = /\]\(<?(?:https?|discord):\/\/(?:[^\s()<>\]]|\([^\s()<>\]]*\))+>?(?: {1,4}"[^"\n]{0,200}")?\)/uy;
const EVERYONE = /@(?:everyone|here)\b/uy;

/** What is longer shows itself, as in a form that is filled in. */
const mostMarks = 3;
const nothing: Piece = { kind: "text", text: "" };

/**
 * Turns Discord's markup into the text that a reader sees: names for mentions, labels for links, dates for timestamps, code as its
 * text, and no marks. What is no markup, such as `5*3`, a lone `*` or `snake_case`, stays as it is.
 *
 * Linear. Line breaks come back as `\n`, white space around the whole not at all.
 */
export function showMarkup(content: string, nameOf: MentionName = () => undefined): string {
  const text = content.replaceAll(/\r\n?/gu, "\n");
  const pieces: Piece[] = [];
  const open = createOpenRuns();
  const codes = new Map(findCode(text).map((code) => [code.start, code]));
  /** The places among the pieces of brackets that may begin a link. */
  const brackets: number[] = [];
  let at = 0;

  function match(pattern: RegExp): string {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? "";
  }

  /** Adds text that is shown for so many characters. */
  function add(shown: string, length = shown.length): void {
    pieces.push({ kind: "text", text: shown });
    at += length;
  }

  function readEscape(): void {
    const escaped = String.fromCodePoint(text.codePointAt(at + 1) ?? 32);
    if (/[0-9A-Za-z\s]/u.test(escaped)) add("\\");
    else add(escaped, 1 + escaped.length);
  }

  function readCode(): void {
    const code = codes.get(at);
    if (code) add(code.shown, code.end - code.start);
    else add(match(BACKTICKS));
  }

  function readAngle(): void {
    const tag = readTag(text, at, nameOf);
    if (!tag) return add("<");
    at = tag.end;
    if (tag.mentioned) pieces.push({ kind: "mention", name: tag.shown });
    else pieces.push(tag.shown === "" ? { kind: "gap" } : { kind: "text", text: tag.shown });
  }

  function readEveryone(): void {
    const everyone = isWord(text[at - 1]) ? "" : match(EVERYONE);
    if (everyone === "") return add("@");
    at += everyone.length;
    pieces.push({ kind: "mention", name: "" });
  }

  /** A bare address shows itself, whatever marks it holds; those at its end are none of it. */
  function readAddress(): void {
    const found = isWord(text[at - 1]) ? "" : match(ADDRESS);
    const label = brackets.length > 0 ? found.indexOf("](") : -1;
    const own = label < 0 ? found : found.slice(0, label);
    add(own === "" ? "h" : own.slice(0, endOfAddress(own)));
  }

  function readLink(): void {
    const bracket = brackets.pop();
    const isEmpty = bracket === undefined || bracket === pieces.length - 1;
    const link = isEmpty ? "" : match(LINK);
    if (bracket === undefined || link === "") return add("]");
    pieces[bracket] = nothing;
    // A link holds no other.
    brackets.length = 0;
    add("", link.length);
  }

  function readMarks(): void {
    const run = match(RUN);
    const [mark = ""] = run;
    const { opens, closes } = bearingOf(run, text[at - 1] ?? " ", text[at + run.length] ?? " ");
    let length = run.length;
    while (closes && length > 0) {
      const found = open.close(mark, length);
      if (!found) break;
      pieces[found.left.piece] = { kind: "text", text: mark.repeat(found.left.length) };
      length -= found.closed;
    }
    at += run.length - length;
    if (length === 0) return;
    if (opens && length <= mostMarks) open.open({ mark, length, piece: pieces.length });
    add(mark.repeat(length));
  }

  function step(): void {
    const char = text[at] ?? "";
    switch (char) {
      case "\\":
        return readEscape();
      case "`":
        return readCode();
      case "<":
        return readAngle();
      case "*":
      case "_":
      case "~":
      case "|":
        return readMarks();
      case "[":
        brackets.push(pieces.length);
        return add(char);
      case "]":
        return readLink();
      case "h":
        return readAddress();
      case "@":
        return readEveryone();
      default:
        return add(match(PLAIN) || char);
    }
  }

  while (at < text.length) {
    if (at === 0 || text[at - 1] === "\n") at += match(LINE_MARKS).length;
    step();
  }
  return joinPieces(pieces);
}

function isWord(char = " "): boolean {
  return /[\p{L}\p{N}_]/u.test(char);
}

/** Leaves out marks, brackets and punctuation. */
function endOfAddress(address: string): number {
  let end = address.length;
  while ("*_~|`)]}.,;:!?'\"\\".includes(address[end - 1] ?? " ")) end -= 1;
  return end;
}
