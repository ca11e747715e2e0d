import type { HtmlElement } from "./html-tree.ts";

/** Counts the items of nested lists. */
export interface ItemMarks {
  openList(list: HtmlElement): void;
  closeList(): void;
  /** What a browser shows before the item: `3.`, `b.`, `•` */
  next(item: HtmlElement): string;
}

interface OpenList {
  readonly isNumbered: boolean;
  readonly type: string;
  readonly step: 1 | -1;
  number: number;
}

export function createItemMarks(): ItemMarks {
  const lists: OpenList[] = [];
  return {
    openList({ name, attributes, children }) {
      const step = attributes["reversed"] === undefined ? 1 : -1;
      const items = children.filter((child) => typeof child !== "string" && child.name === "li").length;
      const number = wholeNumber(attributes["start"]) ?? (step === 1 ? 1 : items);
      lists.push({ isNumbered: name === "ol", type: attributes["type"] ?? "1", step, number });
    },
    closeList: () => void lists.pop(),
    next({ attributes }) {
      const list = lists.at(-1);
      if (!list?.isNumbered) return "•";
      const number = wholeNumber(attributes["value"]) ?? list.number;
      list.number = number + list.step;
      return `${writeNumber(number, list.type)}.`;
    },
  };
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/u.test(value.trim()) ? Number(value) : undefined;
}

const MOST_LETTERS = 26 * 27;
const MOST_ROMAN = 3999;

function writeNumber(number: number, type: string): string {
  if (/^[aA]$/u.test(type) && number > 0 && number <= MOST_LETTERS) return cased(letters(number), type === "A");
  if (/^[iI]$/u.test(type) && number > 0 && number <= MOST_ROMAN) return cased(roman(number), type === "I");
  return String(number);
}

function cased(text: string, isUpper: boolean): string {
  return isUpper ? text.toUpperCase() : text;
}

/** a … z, aa, ab … */
export function letters(number: number): string {
  const [last, before] = [(number - 1) % 26, Math.floor((number - 1) / 26)];
  return `${before === 0 ? "" : ALPHABET.charAt(before - 1)}${ALPHABET.charAt(last)}`;
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

export function roman(number: number): string {
  let [rest, text] = [number, ""];
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
