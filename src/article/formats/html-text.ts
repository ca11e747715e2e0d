import type { Span } from "../../text/span.ts";

const TAG = /<\/?(?<name>[A-Za-z][A-Za-z0-9-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<[!?][^<>]*>/uy;

/**
 * Finds the text between the tags of an HTML block, as a reader would see it; comments, scripts and styles hold none.
 *
 * What only looks like a tag (`a < b`) is text. An unclosed comment or script reaches to the end of the block.
 */
export function htmlText(source: string, block: Span): Span[] {
  const html = source.slice(block.start, block.end);
  const texts: Span[] = [];
  let textStart = 0;
  for (let offset = html.indexOf("<"); offset !== -1; offset = html.indexOf("<", offset)) {
    const end = tagEnd(html, offset);
    if (end === undefined) {
      offset += 1;
      continue;
    }
    if (offset > textStart) texts.push({ start: textStart, end: offset });
    textStart = end;
    offset = end;
  }
  if (textStart < html.length) texts.push({ start: textStart, end: html.length });
  return texts
    .filter(({ start, end }) => html.slice(start, end).trim() !== "")
    .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
}

/** Where the tag, comment, script or style at `offset` ends; nothing where there is none. */
function tagEnd(html: string, offset: number): number | undefined {
  if (html.startsWith("<!--", offset)) return endBehind(html, /-->/gu, offset + 4);
  TAG.lastIndex = offset;
  const tag = TAG.exec(html);
  if (!tag) return undefined;
  const end = offset + tag[0].length;
  const name = tag.groups?.["name"]?.toLowerCase();
  if (tag[0].startsWith("</")) return end;
  if (name === "script") return endBehind(html, /<\/script[^<>]*>/giu, end);
  if (name === "style") return endBehind(html, /<\/style[^<>]*>/giu, end);
  return end;
}

function endBehind(html: string, closing: RegExp, from: number): number {
  closing.lastIndex = from;
  const match = closing.exec(html);
  return match ? match.index + match[0].length : html.length;
}
