import type { PhrasingContent } from "mdast";
import { mergeSpans, type Span } from "../../text/span.ts";
import type { Shown } from "./markdown-shown.ts";
import { spanOf, type Walk, withoutMarks } from "./markdown-spans.ts";

/** What inline content shows, and its elements with their marks. */
export function readPhrasing(walk: Walk, children: readonly PhrasingContent[]): Shown {
  const visible: Span[] = [];
  const inline: Span[] = [];
  showChildren(walk, children, { visible, inline });
  return { visible: mergeSpans(visible), inline };
}

interface Collected {
  readonly visible: Span[];
  readonly inline: Span[];
}

function showChildren(walk: Walk, children: readonly PhrasingContent[], into: Collected): void {
  const openTags: { readonly name: string; readonly start: number }[] = [];
  for (const child of children) {
    const span = spanOf(walk.tree, child);
    switch (child.type) {
      case "text":
        for (const part of withoutMarks(walk.tree, span)) into.visible.push(part);
        break;
      case "inlineCode":
        for (const part of withoutMarks(walk.tree, span)) into.visible.push(part);
        into.inline.push(span);
        break;
      case "break":
        // The line break itself parts words; the backslash or the blanks before it are marks.
        into.visible.push({
          start: span.start + walk.source.slice(span.start, span.end).search(/[\r\n]|$/u),
          end: span.end,
        });
        break;
      case "emphasis":
      case "strong":
      case "delete":
      case "link":
      case "linkReference":
        into.inline.push(span);
        showChildren(walk, child.children, into);
        break;
      case "html":
        pairTag(openTags, { tag: walk.source.slice(span.start, span.end), span }, into.inline);
        break;
      case "footnoteReference":
      case "image":
      case "imageReference":
        break;
    }
  }
}

/** Takes `<b>…</b>` for an inline element, so that a quote does not hold the one tag without the other. */
function pairTag(
  open: { readonly name: string; readonly start: number }[],
  { tag, span }: { readonly tag: string; readonly span: Span },
  inline: Span[],
): void {
  const [, slash, name = ""] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/u.exec(tag) ?? [];
  if (name === "" || tag.endsWith("/>")) return;
  if (slash === "") {
    open.push({ name: name.toLowerCase(), start: span.start });
    return;
  }
  if (open.at(-1)?.name !== name.toLowerCase()) return;
  const opening = open.pop();
  if (opening) inline.push({ start: opening.start, end: span.end });
}
