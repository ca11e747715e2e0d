import type { Span } from "../../text/span.ts";
import { findBehind, horizon, inVain, type LookAhead } from "./look-ahead.ts";
import { elementKind } from "./markdown-names.ts";
import { bracesEnd, readTag, stringWithin, type Tag } from "./markdown-tags.ts";
import { readTemplate, type Template } from "./markdown-templates.ts";

/** What is written in a text and is not shown as it stands. */
export type Mark =
  | Tag
  | Template
  /** Attributes, mentions, comments; `texts` is what of it is shown. */
  | { readonly kind: "hidden"; readonly span: Span; readonly texts: readonly Span[] }
  /** A whole element whose content is code. */
  | { readonly kind: "code"; readonly span: Span; readonly content: Span }
  /** Code and addresses in a sentence, in which nothing is a mark. */
  | { readonly kind: "literal"; readonly span: Span };

export interface MarkSearch {
  readonly source: string;
  readonly look: LookAhead;
  /** Whether braces hold expressions, as in MDX. */
  readonly expressions: boolean;
  /** Whether `||` may hide text rather than part the cells of a table. */
  readonly spoilers: boolean;
}

/** No code in a sentence and no expression is longer, in code units. */
const LONGEST_CODE = 4000;
const LONGEST_EXPRESSION = 4000;

/** With which characters a mark may begin. */
const CANDIDATES = new Set(Array.from("<{`\\![=|%@^", (character) => character.charCodeAt(0)));
/** Elements whose content no reader sees. */
const UNSEEN = /^(?:script|style|svg|iframe)$/iu;

/** Finds the first mark between two offsets of a line; it may reach over the line's end. */
export function findMark(search: MarkSearch, from: number, end: number): Mark | undefined {
  const { source } = search;
  for (let at = from; at < end;) {
    if (!CANDIDATES.has(source.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const mark = readMark(search, at, end);
    if (mark) return mark;
    at = behindCandidate(source, at);
  }
  return undefined;
}

function behindCandidate(source: string, at: number): number {
  const character = source.charAt(at);
  if (character === "\\") return at + 2;
  let behind = at + 1;
  if (character === "`") while (source.charAt(behind) === "`") behind += 1;
  return behind;
}

function readMark(search: MarkSearch, at: number, end: number): Mark | undefined {
  const { source } = search;
  switch (source.charAt(at)) {
    case "`":
      return readCode(search, at);
    case "<":
      return readAngle(search, at);
    case "{":
      return readBrace(search, at);
    case "!":
    case "[":
    case "=":
    case "%":
    case "^":
    case "@":
      return readByPattern(source, at, end);
    case "|":
      return search.spoilers ? readByPattern(source, at, end) : undefined;
    default:
      return undefined;
  }
}

/** Code that is closed within its paragraph. */
function readCode({ source, look }: MarkSearch, at: number): Mark | undefined {
  let length = 1;
  while (source.charAt(at + length) === "`") length += 1;
  const to = Math.min(horizon(look, at, LONGEST_CODE), source.length);
  let offset = at + length;
  for (; offset < to && !beginsBlankLine(source, offset); offset += 1) {
    if (source.charAt(offset) !== "`") continue;
    let closing = 1;
    while (source.charAt(offset + closing) === "`") closing += 1;
    if (closing === length) return { kind: "literal", span: { start: at, end: offset + closing } };
    offset += closing - 1;
  }
  return inVain(look, at, offset);
}

/** Whether a line break stands at an offset with nothing but white space and marks of quotes behind it. */
function beginsBlankLine(source: string, offset: number): boolean {
  if (source.charAt(offset) !== "\n") return false;
  const next = /[^ \t>\r]/u.exec(source.slice(offset + 1, offset + 40))?.[0];
  return next === "\n";
}

/** Discord's mentions, custom emoji and times. */
const MENTION = /<(?:@[!&]?\d{1,20}|#\d{1,20}|a?:\w{1,32}:\d{1,20}|t:-?\d{1,15}(?::[A-Za-z])?|id:\w{1,20})>/uy;
const COMMAND_MENTION = /<\/(?<name>[\p{L}\p{N} _-]{1,100}):\d{1,20}>/uy;
const ADDRESS = /<(?:[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>/uy;
const DECLARATION = /<(?:!(?:[A-Za-z]|\[CDATA\[)|\?)[^<>]{0,1000}>/uy;

function readAngle(search: MarkSearch, at: number): Mark | undefined {
  const { source, look } = search;
  if (source.startsWith("<!--", at)) return readComment(search, at);
  const mention = matchAt(MENTION, source, at) ?? matchAt(DECLARATION, source, at);
  if (mention) return { kind: "hidden", span: mention.span, texts: [] };
  const command = matchAt(COMMAND_MENTION, source, at);
  if (command) {
    const { start } = command.span;
    const texts = [{ start: start + 1, end: start + 2 + (command.groups["name"]?.length ?? 0) }];
    return { kind: "hidden", span: command.span, texts };
  }
  const address = matchAt(ADDRESS, source, at);
  if (address) return { kind: "literal", span: address.span };
  const tag = readTag(source, at, look);
  if (!tag || (tag.name === "" && !search.expressions)) return undefined;
  const name = tag.name.toLowerCase();
  if (isPlaceholder(search, tag)) return undefined;
  if (!(UNSEEN.test(name) || name === "pre") || tag.closing || tag.selfClosing) return tag;
  const closing = findBehind(look, source, { wanted: `</${name}`, from: tag.span.end });
  const end = closing > 0 ? source.indexOf(">", closing) + 1 : 0;
  if (name !== "pre") return { kind: "hidden", span: { start: at, end: Math.max(end, tag.span.end) }, texts: [] };
  const content = { start: tag.span.end, end: closing - "</pre".length };
  return end > 0 ? { kind: "code", span: { start: at, end }, content } : tag;
}

/** What is no element at all: `start <port>`, `List<String>`. */
function isPlaceholder({ source, look }: MarkSearch, { name, span, closing, selfClosing }: Tag): boolean {
  const isBare = span.end - span.start === name.length + 2 && !closing && !selfClosing;
  if (!isBare || elementKind(name) !== "component" || name.includes("-")) return false;
  const isWord = /^\p{Ll}+$/u.test(name) || /[\p{L}\p{N}]/u.test(source.charAt(span.start - 1));
  return isWord && findBehind(look, source, { wanted: `</${name.toLowerCase()}`, from: span.end }) === 0;
}

/** One that is never closed is text. */
function readComment({ source, look }: MarkSearch, at: number): Mark | undefined {
  const end = findBehind(look, source, { wanted: "-->", from: at + 2 });
  return end > 0 ? { kind: "hidden", span: { start: at, end: Math.max(end, at + 4) }, texts: [] } : undefined;
}

/** `{#id .class key=value}` behind a heading, `{: .class}` behind a block, `{width=50%}` behind a picture. */
const ATTRIBUTES =
  /\{(?::(?=[ \t#.}\w])|(?=[ \t]?[#.][\p{L}_]))(?:[ \t]*(?:[#.][\p{L}\p{N}_:.-]{1,100}(?![\p{L}\p{N}_:.=-])|[\w:.-]{1,60}=(?:"[^"\r\n]{0,300}"|'[^'\r\n]{0,300}'|[^\s"'{}]{1,300}(?![^\s"'{}]))|(?:[\w:-][\w:.-]{0,59}|\.)(?![\w:.=-]))){0,20}[ \t]*\}/uy;
const SETTINGS =
  /\{(?:[ \t]*[\w:-]{1,60}=(?:"[^"\r\n]{0,300}"|'[^'\r\n]{0,300}'|[^\s"'{}]{1,300}(?![^\s"'{}]))){1,20}[ \t]*\}/uy;

function readBrace(search: MarkSearch, at: number): Mark | undefined {
  const { source, look } = search;
  const template = readTemplate(source, at, look);
  if (template) return template.closing ? template : (readTemplateElement(search, template) ?? template);
  const behindElement = /[)\]`*_}]/u.test(source.charAt(at - 1));
  const attributes = matchAt(ATTRIBUTES, source, at) ?? (behindElement ? matchAt(SETTINGS, source, at) : undefined);
  if (attributes) return { kind: "hidden", span: attributes.span, texts: [] };
  if (!search.expressions) return undefined;
  const until = horizon(look, at, LONGEST_EXPRESSION);
  const end = bracesEnd(source, at, until);
  if (end === undefined) return inVain(look, at, Math.min(until, source.length));
  const text = stringWithin(source, { start: at + 1, end: end - 1 });
  return { kind: "hidden", span: { start: at, end }, texts: text && text.start < text.end ? [text] : [] };
}

/** `{% highlight js %}…{% endhighlight %}` holds code, `{% comment %}` nothing that is shown. */
function readTemplateElement({ source, look }: MarkSearch, { name, span }: Template): Mark | undefined {
  if (name !== "highlight" && name !== "comment") return undefined;
  const isLiquid = source.startsWith("{%", span.start);
  const behindName = findBehind(look, source, { wanted: isLiquid ? `end${name}` : `/${name}`, from: span.end });
  if (behindName === 0) return undefined;
  const [opening, closing] = isLiquid ? ["{%", "%}"] : ["{{", "}}"];
  const end = source.indexOf(closing, behindName) + 2;
  if (end < behindName) return undefined;
  const whole = { start: span.start, end };
  if (name === "comment") return { kind: "hidden", span: whole, texts: [] };
  const content = { start: span.end, end: Math.max(span.end, source.lastIndexOf(opening, behindName)) };
  return { kind: "code", span: whole, content };
}

/** By the character with which each begins; a group names what of it is shown, if anything. */
const PATTERNS: ReadonlyMap<string, readonly RegExp[]> = new Map([
  // Footnotes and links of a wiki: `[[page|shown]]`.
  ["[", [/\[\^[^\]\s[]{1,100}\](?!:)/uy, /\[\[(?:[^\][|\r\n]{1,300}\\?\|)?(?<shown>[^\][|\r\n]{1,300})\]\](?![([])/uy]],
  // What a wiki takes in, and a picture with its size, which is none elsewhere: `![](pot.png =300x)`.
  [
    "!",
    [
      /!\[\[[^\][\r\n]{1,300}\]\]/uy,
      /!\[[^\]\r\n]{0,300}\]\([^()\s]{1,2000}\s{1,4}(?:"[^"\r\n]{0,300}"\s{1,4})?=\d{0,5}%?x?\d{0,5}%?\)/uy,
    ],
  ],
  // Marked text, spoilers, comments of Obsidian.
  ["=", [/(?<![A-Za-z\d)\]])==(?<shown>[^=\s](?:[^=\r\n]{0,1000}[^=\s])?)==(?!=)/uy]],
  ["|", [/\|\|(?<shown>[^|\s](?:[^|\r\n]{0,1000}[^|\s])?)\|\|(?!\|)/uy]],
  ["%", [/%%[^%\r\n]{1,1000}%%/uy]],
  // What a wiki calls a paragraph by, behind its end.
  ["^", [/(?<=[ \t])\^(?=[\d-]{0,60}[A-Za-z])[A-Za-z\d-]{2,60}(?=[ \t]{0,9}(?:[\r\n]|$))/uy]],
  ["@", [/@\[toc\]/iuy]],
]);

function readByPattern(source: string, at: number, end: number): Mark | undefined {
  for (const pattern of PATTERNS.get(source.charAt(at)) ?? []) {
    const match = matchAt(pattern, source, at);
    if (!match || match.span.end > end) continue;
    const shown = match.groups["shown"];
    if (shown === undefined) return { kind: "hidden", span: match.span, texts: [] };
    const start = at + match.text.lastIndexOf(shown);
    return { kind: "hidden", span: match.span, texts: [{ start, end: start + shown.length }] };
  }
  return undefined;
}

interface Match {
  readonly text: string;
  readonly span: Span;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

function matchAt(pattern: RegExp, source: string, at: number): Match | undefined {
  // The patterns are sticky and belong to this file alone.
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  if (!match) return undefined;
  return { text: match[0], span: { start: at, end: at + match[0].length }, groups: match.groups ?? {} };
}
