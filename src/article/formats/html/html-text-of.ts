import type { HtmlElement } from "./html-tree.ts";
import { BLOCKS } from "./html-names.ts";
import { LINE_BREAK, raised, tidyLine } from "./tidy-text.ts";
import { walk } from "./walk.ts";

/** Text that is being read, still untidy; lines are parted by `LINE_BREAK`. */
export interface Collected {
  add(text: string): void;
  /** Ends the line, unless nothing stands in it. */
  endLine(): void;
  /** The last characters. */
  tail(): string;
  /** Gives everything and begins anew. */
  take(): string;
}

export function createCollected(): Collected {
  let [text, tail] = ["", ""];
  const add = (more: string): void => {
    text += more;
    // The tail is kept apart, since looking at the end of a text that grows costs its whole length.
    tail = (tail + more.slice(-TAIL)).slice(-TAIL);
  };
  return {
    add,
    endLine() {
      if (tail !== "" && !tail.endsWith(LINE_BREAK)) add(LINE_BREAK);
    },
    tail: () => tail,
    take() {
      const taken = text;
      [text, tail] = ["", ""];
      return taken;
    },
  };
}

const TAIL = 3;

/** Reads what stands in an element; blocks and `<br>` break the line, white space is still to be tidied. */
export function collectText(element: HtmlElement): string {
  const collected = createCollected();
  walk(element, {
    text: (text) => collected.add(text),
    enter(inner) {
      if (BLOCKS.has(inner.name)) collected.endLine();
      return enterInline(inner, collected);
    },
    leave(inner) {
      if (BLOCKS.has(inner.name)) collected.endLine();
      leaveInline(inner, collected);
    },
  });
  return collected.take();
}

/** What stands in an element, in one line. */
export function textOf(element: HtmlElement): string {
  return tidyLine(collectText(element).replaceAll(LINE_BREAK, " "));
}

/** Adds what an inline element shows before its content, or instead of it; tells whether the content is still to come. */
export function enterInline(element: HtmlElement, collected: Collected): boolean {
  if (element.name === "br") collected.add(LINE_BREAK);
  if (element.name === "q" && !isMarked(element)) collected.add("“");
  if (!isPower(element, collected.tail())) return true;
  collected.add(raised(plainText(element)));
  return false;
}

export function leaveInline(element: HtmlElement, collected: Collected): void {
  if (element.name === "q" && !isMarked(element)) collected.add("”");
}

/** Browsers write the marks of a quotation; some pages do so themselves. */
function isMarked({ children: [first] }: HtmlElement): boolean {
  return typeof first === "string" && /^\s{0,99}["“”「『«„]/u.test(first);
}

/** A raised number right behind a digit, a unit or an unknown. */
function isPower(element: HtmlElement, before: string): boolean {
  if (element.name !== "sup" || element.links > 0 || element.textLength > 6) return false;
  const isBase = /(?:\d|(?:^|[^\p{L}])\p{Script=Latin}{1,2})$/u.test(before);
  return isBase && /^[\d+−-]+$/u.test(plainText(element).trim());
}

function plainText(element: HtmlElement): string {
  let all = "";
  walk(element, {
    text(text) {
      all += text;
    },
  });
  return all;
}
