import { readUtterance } from "./utterance.ts";

/** Of longer texts nothing is left out; and at most so many pieces on either side. */
const LONGEST = 400;
const MOST_LEFT_OUT = 3;

/**
 * Leaves out greetings, thanks and pleas that stand before or behind a question in clauses of their own.
 *
 *     See you. How do I complain?     → How do I complain?
 *     张老板投了多少钱?  求助          → 张老板投了多少钱?
 *
 * Gives the text as it is where what is left asks nothing by itself, or where marks of a quotation or a title stand in what would
 * be left out: `"Hello, Dolly" is from when?`
 *
 * @param asks whether a text without a question mark asks something.
 */
export function leaveSmallTalk(text: string, asks: (text: string) => boolean = () => false): string {
  if (text.length > LONGEST) return text;
  const pieces = piecesOf(text);
  let [start, end] = [0, pieces.length];
  while (start < Math.min(MOST_LEFT_OUT, end - 1) && isTalk(pieces[start])) start += 1;
  while (end > Math.max(start + 1, pieces.length - MOST_LEFT_OUT) && isTalk(pieces[end - 1])) end -= 1;
  if (start === 0 && end === pieces.length) return text;
  const left = pieces.slice(start, end).join("").trim();
  return /[?？]/u.test(left) || asks(left) ? left.replace(/[,，]$/u, "") : text;
}

/** Cuts behind what ends a clause; the marks stay with what they end. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[,，.。!！?？;；~～\n](?![,，.。!！?？;；~～\n])/gu)) {
    pieces.push(text.slice(start, index + 1));
    start = index + 1;
  }
  const rest = text.slice(start);
  return rest.trim() === "" ? pieces : [...pieces, rest];
}

function isTalk(piece = ""): boolean {
  if (/["“”「」『』«»《》]/u.test(piece)) return false;
  if (PLEA.test(piece)) return true;
  const said = readUtterance(piece);
  return said === "small-talk" || said === "greeting";
}

/** What asks for an answer without asking anything; by itself it may be looked for. */
const PLEA =
  /^\s*(?:(?:小白|新人|萌新|本人)?(?:求助|求解|求教|求問|求问|在线等|在線等|急+|很急|挺急的|谢了先|有人知道吗|有人知道嗎|有人吗|有人嗎)|pl[sz]+|please|help(?: me)?(?: pl[sz]| please)?|urgent|asap|any (?:help|ideas?|clues?)|(?:does )?any(?:one|body)(?: know| knows)?|guys|folks)[\s,，.。!！?？;；~～]*$/iu;
