import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";

const CONTENTS_TITLE = /^(?:(?:table of )?contents:?|目\s{0,4}[录錄次]|内容目录|[[【]目录[\]】])$/iu;
/** `1. Introduction ........ 3`, `第一章 总则……1`. */
const DOTTED_ENTRY = /\S\s{0,4}(?:(?:[.·․‥]\s?){4,}|…{2,}|(?:…\s?){2,})\s{0,40}(?:\d{1,4}|[ivxlc]{1,7})$/u;
const PAGE_BEHIND = /(?:(?<!\s)\s{2,}|\t)\d{1,4}$/u;
const LONGEST_ENTRY = 160;
/** A contents list is no longer than this many lines, and so many of its entries stand below. */
const MOST_ENTRIES = 1500;
const LEAST_FOUND = 0.6;
const MOST_TITLES = 20;

/** Tells for each line whether it belongs to a table of contents. */
export function markContents(lines: readonly Line[]): boolean[] {
  const marks = lines.map(({ text }) => text.length <= LONGEST_ENTRY && DOTTED_ENTRY.test(text));
  const dotted = marks.filter(Boolean).length;
  if (dotted === 1) marks.fill(false);
  const titles = lines
    .flatMap(({ text }, index) => (CONTENTS_TITLE.test(text.slice(0, 40)) ? [index] : []))
    .slice(0, MOST_TITLES);
  if (titles.length === 0) return marks;
  const places = placesOf(lines);
  let done = 0;
  for (const title of titles) {
    if (title < done) continue;
    done = marks[title + 1] === true ? title + 1 : findEnd(lines, title, places);
    for (let index = title; index < done; index += 1) marks[index] = true;
  }
  return marks;
}

/** Where the lines stand, by their text and by the number that they bear by name. */
function placesOf(lines: readonly Line[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST_ENTRY) continue;
    for (const key of keysOf(text)) {
      const known = places.get(key);
      if (known) known.push(index);
      else places.set(key, [index]);
    }
  }
  return places;
}

function keysOf(text: string): string[] {
  const bare = text.replace(PAGE_BEHIND, "");
  const number = readLineNumber(bare);
  const label = number?.isNamed === true ? bare.slice(0, bare.length - number.rest.length) : "";
  return [bare, label].map((key) => key.replaceAll(/[\s\u3000:：.]+/gu, "").toLowerCase()).filter((key) => key !== "");
}

/** A list below `Contents` ends where its first entry stands again; what is no list ends where it begins. */
function findEnd(lines: readonly Line[], title: number, places: ReadonlyMap<string, readonly number[]>): number {
  const next = (index: number, from: number): number | undefined => {
    for (const key of keysOf(lines[index]?.text ?? "")) {
      const found = firstAbove(places.get(key) ?? [], from);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const starts = [1, 2, 3].flatMap((step) => next(title + step, title + step) ?? []);
  const end = starts.length === 0 ? 0 : Math.min(...starts);
  if (end - title < 2 || end - title > MOST_ENTRIES) return title;
  const entries = lines.slice(title + 1, end);
  if (entries.some(({ text }) => text.length > LONGEST_ENTRY)) return title;
  const found = entries.filter((_, at) => next(title + 1 + at, end - 1) !== undefined).length;
  return found >= entries.length * LEAST_FOUND ? end : title;
}

/** The numbers rise. */
function firstAbove(numbers: readonly number[], value: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return numbers[low];
}
