import { columns as widthOf } from "../text/width.ts";
import type { Look } from "./look.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";

/** The label of a link is no wider, in columns. */
const WIDEST = 48;

/**
 * Shows a page's address, readable and without the directive that finds the quote in it: half a screen of percent signs
 * says nothing. Where words can be links, a short one leads to the whole address.
 */
export function showAddress(address: string, { hyperlinks }: Pick<Look, "hyperlinks">): string {
  const page = readable(withoutDirective(address));
  if (!hyperlinks) return page;
  const target = URL.parse(address)?.href;
  // Anything else could end the link early.
  if (target === undefined || !/^[!-~]+$/u.test(target)) return page;
  return `\u001b]8;;${target}\u001b\\${shorten(page.replace(/^https?:\/\//u, ""))}\u001b]8;;\u001b\\`;
}

function withoutDirective(address: string): string {
  return address.replace(/(?:#)?:~:text=.*$/su, "");
}

/** Writes letters as letters; whatever could be taken for something else stays as it is sent. */
function readable(address: string): string {
  return address.replaceAll(/(?:%[89a-f][\da-f])+/giu, (encoded) => {
    try {
      const decoded = decodeURIComponent(encoded);
      return /^[\p{L}\p{N}]+$/u.test(decoded) && safeForTerminal(decoded) === decoded ? decoded : encoded;
    } catch {
      return encoded;
    }
  });
}

/** Keeps the beginning, which tells whose page it is, and the end. */
function shorten(text: string): string {
  if (widthOf(text) <= WIDEST) return text;
  const characters = Array.from(text);
  let [head, tail] = ["", ""];
  for (const [index, character] of characters.entries()) {
    if (widthOf(head + character) > WIDEST - 13) break;
    head += character;
    const last = characters[characters.length - 1 - index] ?? "";
    if (widthOf(last + tail) <= 12) tail = last + tail;
  }
  return `${head}…${tail}`;
}
