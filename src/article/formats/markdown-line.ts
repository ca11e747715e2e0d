import { type Span, trimSpan } from "../../text/span.ts";
import { applyTag, beginRow, lastCell } from "./markdown-elements.ts";
import { elementKind } from "./markdown-names.ts";
import { findMark, type Mark, type MarkSearch } from "./markdown-marks.ts";
import { addParagraph, closeLeaf, type MarkdownState, openText, type OpenText } from "./markdown-state.ts";
import type { Tag } from "./markdown-tags.ts";

/** What a line is made of. */
export type LineItem = Exclude<Mark, { kind: "literal" }> | { readonly kind: "text"; readonly span: Span };

export interface LineItems {
  readonly items: readonly LineItem[];
  /** Behind its text, before the line break. */
  readonly end: number;
}

/** The line break at or behind an offset, or the source's end. */
export function lineEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return source.length;
}

/** Behind the line break at an offset. */
export function behindBreak(source: string, at: number): number {
  if (source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10) return at + 2;
  return Math.min(at + 1, source.length);
}

/** Parts a line at its marks; a mark that reaches over its end takes further lines. */
export function readItems(state: MarkdownState, { start, end }: Span, search: MarkSearch = state.search): LineItems {
  const { source } = state;
  const items: LineItem[] = [];
  let [textStart, at, limit] = [start, Math.max(start, state.literalUntil), end];
  for (let mark = findMark(search, at, limit); mark; mark = findMark(search, at, limit)) {
    at = mark.span.end;
    if (mark.kind === "literal") {
      if (at > limit) state.literalUntil = at;
      continue;
    }
    if (mark.span.start > textStart) items.push({ kind: "text", span: { start: textStart, end: mark.span.start } });
    items.push(mark);
    textStart = at;
    if (at > limit) limit = lineEnd(source, at);
  }
  if (textStart < limit) items.push({ kind: "text", span: { start: textStart, end: limit } });
  return { items, end: limit };
}

/** What an item does to the text that is open; blank text is none. */
type Role = "text" | "blank" | "inline" | "block" | "break" | "code";

/**
 * Adds what a line shows to the text that is open.
 *
 * Elements that are blocks of their own end it. A line of marks alone ends it too, unless they are all such as `</b>`;
 * what they show (`<Step title="Fill the kettle" />`) are then paragraphs of their own.
 */
export function addLine(state: MarkdownState, { items, end }: LineItems): void {
  const { source } = state;
  const [only] = items;
  if (items.length === 1 && only?.kind === "text") {
    const { start, end: textEnd } = trimSpan(source, only.span);
    if (start < textEnd) addPart(state, { start: only.span.start, end: behindBreak(source, end) }, true);
    return;
  }
  const roles = rolesOf(source, items);
  const hasText = roles.includes("text");
  const inTable = state.open?.kind === "table";
  if (!hasText && !inTable && items.some((item, index) => endsText(item, roles[index]))) {
    closeLeaf(state);
    if (items.some(({ span }) => CONTENTS_ATTRIBUTE.test(source.slice(span.start, span.end)))) leaveOutItem(state);
  }
  let isNew = true;
  const add = (part: Span): void => {
    addPart(state, part, isNew);
    isNew = false;
  };
  for (const [index, item] of items.entries()) {
    const role = roles[index];
    if (role === "text" || (role === "blank" && hasText && !isNew)) {
      add(item.span.end === end ? { start: item.span.start, end: behindBreak(source, end) } : item.span);
    } else if (item.kind === "code") {
      addCode(state, item.content);
      isNew = true;
    } else if (item.kind === "tag") {
      if (role === "block") {
        applyTag(state, item);
        if (elementKind(item.name) === "component") for (const text of item.texts) addParagraph(state, text);
        isNew = true;
      } else if (role === "break") {
        breakLine(state);
        isNew = true;
      } else if (item.selfClosing && elementKind(item.name) === "component") {
        for (const text of item.texts) add(text);
      }
      if (role === "inline" && hasText && !inTable) pairTag(openText(state), item);
    } else if (item.kind === "template" || item.kind === "hidden") {
      for (const text of item.texts) {
        if (hasText || item.kind === "hidden") add(text);
        else addParagraph(state, text);
      }
    }
  }
}

const CONTENTS_ATTRIBUTE = /^\{:[ \t]*toc\b/iu;

/** Kramdown puts its table of contents in the place of the list above the mark. */
function leaveOutItem({ source, leaves }: MarkdownState): void {
  const last = leaves.at(-1);
  const [first, end] =
    last?.kind === "text" && last.paragraphKind === "list-item" ? [last.parts[0], last.parts.at(-1)] : [];
  if (!first || !end) return;
  leaves.pop();
  leaves.push({ kind: "left-out", span: trimSpan(source, { start: first.start, end: end.end }), reason: "contents" });
}

/** No more tags than this are open within a sentence. */
const MOST_TAGS = 20;

/** Takes `<b>…</b>` for an element of the text, so that a quote does not hold the one tag without the other. */
function pairTag({ tags, elements, local }: OpenText, tag: Tag): void {
  if (!tag.closing) {
    if (!tag.selfClosing && tags.length < MOST_TAGS) tags.push(tag);
    return;
  }
  const opening = tags.at(-1);
  if (opening?.name !== tag.name) return;
  tags.pop();
  const element = { start: opening.span.start, end: tag.span.end };
  elements.push(element);
  if (opening.local) local.push(element);
}

function endsText(item: LineItem, role: Role | undefined): boolean {
  return role !== "blank" && !(item.kind === "tag" && role === "inline");
}

function rolesOf(source: string, items: readonly LineItem[]): Role[] {
  const roles = items.map((item): Role => {
    switch (item.kind) {
      case "text": {
        const { start, end } = trimSpan(source, item.span);
        return start < end ? "text" : "blank";
      }
      case "tag": {
        const kind = elementKind(item.name);
        return kind === "component" ? "inline" : kind;
      }
      case "code":
        return "code";
      case "template":
      case "hidden":
        return "inline";
    }
  });
  for (const index of blockComponents(items, roles)) roles[index] = "block";
  return roles;
}

/**
 * The indexes of components that are blocks of their own: not those with text of their sentence before or behind them.
 *
 *     <Card title="Prices">A pot costs four pounds.</Card>     a block
 *     The <Tooltip tip="hot">kettle</Tooltip> boils.           none
 */
function blockComponents(items: readonly LineItem[], roles: readonly Role[]): number[] {
  const [first, last] = [roles.indexOf("text"), roles.lastIndexOf("text")];
  const open = new Map<string, number[]>();
  const blocks: number[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== "tag" || elementKind(item.name) !== "component") continue;
    const opened = open.get(item.name) ?? [];
    if (!item.closing && !item.selfClosing) {
      open.set(item.name, [...opened.slice(-20), index]);
      continue;
    }
    const start = item.closing ? opened.pop() : index;
    const isOutside =
      start === undefined ? first > index || last < index : !(first >= 0 && first < start) && last < index;
    if (item.selfClosing ? first === -1 : isOutside)
      blocks.push(...(start === undefined || start === index ? [] : [start]), index);
  }
  for (const index of [...open.values()].flat()) {
    if (first === -1 || first > index || last < index) blocks.push(index);
  }
  return blocks;
}

function addPart(state: MarkdownState, part: Span, isNew: boolean): void {
  if (part.start >= part.end) return;
  if (state.open?.kind === "table") {
    lastCell(state.open).push(part);
    return;
  }
  const text = openText(state);
  if (isNew || text.parts.length === 0) text.lines.push(text.parts.length);
  text.parts.push(part);
}

function addCode(state: MarkdownState, content: Span): void {
  closeLeaf(state);
  const parts = readItems(state, content)
    .items.filter((item) => item.kind !== "tag" && item.span.start < content.end)
    .map(({ span }) => ({ start: span.start, end: Math.min(span.end, content.end) }));
  state.leaves.push({ kind: "code", parts });
}

/** A heading goes on behind a break; of all else that is open, a new line begins. */
function breakLine(state: MarkdownState): void {
  if (state.open?.kind === "table") beginRow(state.open);
  else if (state.open?.kind === "text" && state.open.depth === undefined) closeLeaf(state);
  state.afterBlank = false;
}
