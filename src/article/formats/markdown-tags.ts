import type { Span } from "../../text/span.ts";
import { horizon, inVain, type LookAhead } from "./look-ahead.ts";

/** An HTML tag, or a component's as MDX and Vue write them. */
export interface Tag {
  readonly kind: "tag";
  readonly span: Span;
  /** As written; empty for `<>`. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** The values of attributes that a reader of the page sees, without quotation marks. */
  readonly texts: readonly Span[];
  /** Where its `href` leads to is a place of the same page. */
  readonly local: boolean;
}

/** No tag is longer, in code units. */
const LONGEST_TAG = 10_000;

const NAME = /<(?<slash>\/?)(?<name>(?:[A-Za-z][\w.:-]*)?)/uy;
const ATTRIBUTE = /[A-Za-z_:@#*[(][\w.:@\])-]*/uy;
const BARE_VALUE = /[^\s"'=<>`{}]+/uy;

/** What components and shortcodes show of their attributes. */
const SHOWN_ATTRIBUTES = new Set(
  "title subtitle heading header headline description label summary caption text question answer".split(" "),
);

/** Tells whether a reader sees the value of a component's or shortcode's attribute. */
export function isShownAttribute(name: string): boolean {
  return SHOWN_ATTRIBUTES.has(name.toLowerCase());
}

/**
 * Reads the tag that begins at an offset, or gives nothing where there is none: `a < b`, `1 <2`.
 *
 * Attributes may be written as in HTML or with braces, over several lines: `rss={{ title: "a > b" }}`.
 */
export function readTag(source: string, at: number, look: LookAhead): Tag | undefined {
  NAME.lastIndex = at;
  const { slash = "", name = "" } = NAME.exec(source)?.groups ?? {};
  let offset = NAME.lastIndex;
  if (offset === 0 || !/[\s/>{]/u.test(source.charAt(offset)) || (name === "" && source.charAt(offset) !== ">")) {
    return undefined;
  }
  const until = horizon(look, at, LONGEST_TAG);
  const texts: Span[] = [];
  let local = false;
  for (;;) {
    offset = skipWhite(source, offset, until);
    const end = tagEnd(source, offset);
    if (end > 0) {
      const [closing, selfClosing] = [slash !== "", end - offset === 2];
      return { kind: "tag", span: { start: at, end }, name, closing, selfClosing, texts, local };
    }
    const attribute = offset < until ? readAttribute(source, offset, until) : undefined;
    if (!attribute) return inVain(look, at, mayReachFar(source, offset) ? Math.min(until, source.length) : offset);
    if (attribute.value && isShownAttribute(attribute.name)) texts.push(attribute.value);
    local ||= attribute.name === "href" && source.charAt(attribute.value?.start ?? 0) === "#";
    offset = attribute.end;
  }
}

/** Whether braces or quotation marks were looked through for their end. */
function mayReachFar(source: string, offset: number): boolean {
  return /^(?:\{|[\w:@.-]{0,40}\s*=\s*["'{])/u.test(source.slice(offset, offset + 60));
}

function tagEnd(source: string, offset: number): number {
  if (source.charAt(offset) === ">") return offset + 1;
  return source.startsWith("/>", offset) ? offset + 2 : 0;
}

/** Blank lines part paragraphs, also within what looks like a tag. */
function skipWhite(source: string, from: number, until: number): number {
  let [at, breaks] = [from, 0];
  while (at < until && /\s/u.test(source.charAt(at))) {
    if (source.charAt(at) === "\n" || (source.charAt(at) === "\r" && source.charAt(at + 1) !== "\n")) breaks += 1;
    if (breaks > 1) break;
    at += 1;
  }
  return at;
}

interface Attribute {
  readonly name: string;
  readonly end: number;
  /** What is written between quotation marks. */
  readonly value?: Span | undefined;
}

function readAttribute(source: string, at: number, until: number): Attribute | undefined {
  if (source.charAt(at) === "{") {
    const end = bracesEnd(source, at, until);
    return end === undefined ? undefined : { name: "", end };
  }
  ATTRIBUTE.lastIndex = at;
  const name = ATTRIBUTE.exec(source)?.[0];
  if (name === undefined) return undefined;
  const behind = at + name.length;
  const equals = skipWhite(source, behind, until);
  if (source.charAt(equals) !== "=") return { name, end: behind };
  const value = readValue(source, skipWhite(source, equals + 1, until), until);
  return value && { name, ...value };
}

function readValue(source: string, at: number, until: number): Omit<Attribute, "name"> | undefined {
  const first = source.charAt(at);
  if (first === '"' || first === "'") {
    const end = stringEnd(source, at, until);
    return end === undefined ? undefined : { end, value: { start: at + 1, end: end - 1 } };
  }
  if (first === "{") {
    const end = bracesEnd(source, at, until);
    return end === undefined ? undefined : { end, value: stringWithin(source, { start: at + 1, end: end - 1 }) };
  }
  BARE_VALUE.lastIndex = at;
  const bare = BARE_VALUE.exec(source)?.[0];
  if (bare === undefined) return undefined;
  // The slash that closes a tag is no part of a value: `<a href=x/>`.
  const length = bare.endsWith("/") && source.charAt(at + bare.length) === ">" ? bare.length - 1 : bare.length;
  return length > 0 ? { end: at + length, value: { start: at, end: at + length } } : undefined;
}

/** A string by itself in braces: `{"Fill the kettle"}`. */
export function stringWithin(source: string, braces: Span): Span | undefined {
  const start = skipWhite(source, braces.start, braces.end);
  if (!/["'`]/u.test(source.charAt(start) || " ")) return undefined;
  const end = stringEnd(source, start, braces.end);
  if (end === undefined || skipWhite(source, end, braces.end) < braces.end) return undefined;
  return source.slice(start, end).includes("${") ? undefined : { start: start + 1, end: end - 1 };
}

function stringEnd(source: string, at: number, until: number): number | undefined {
  const quote = source.charAt(at);
  for (let end = at + 1; end < until && end < source.length; end += 1) {
    if (source.charAt(end) === quote) return end + 1;
    if (/[\r\n]/u.test(source.charAt(end)) && /^\s*[\r\n]/u.test(source.slice(end + 1, end + 40))) return undefined;
  }
  return undefined;
}

/** Behind the brace that closes the one at an offset; strings and comments within are skipped. */
export function bracesEnd(source: string, at: number, until: number): number | undefined {
  let depth = 0;
  for (let offset = at; offset < until && offset < source.length; offset += 1) {
    const character = source.charAt(offset);
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (character === '"' || character === "`") offset = (stringEnd(source, offset, until) ?? offset + 1) - 1;
    if (depth === 0) return offset + 1;
  }
  return undefined;
}
