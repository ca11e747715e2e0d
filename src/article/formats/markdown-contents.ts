import { contains, type Span, trimSpan } from "../../text/span.ts";
import type { ShownLeaf } from "./markdown-blocks.ts";

const CONTENTS_HEADING =
  /^(?:目录|目錄|目次|内容|內容|本页内容|本頁內容|本页目录|table of contents|contents|toc|on this page|in this (?:article|page|section)|quick links|index)[:：]?$/iu;

/** Finds the lists, and lines, of links to places of the page itself, with the heading above them. */
export function contentsLists(source: string, leaves: readonly ShownLeaf[]): ReadonlySet<ShownLeaf> {
  const found = new Set<ShownLeaf>();
  for (let from = 0; from < leaves.length;) {
    let to = from;
    let links = 0;
    while (to < leaves.length) {
      const count = localLinks(source, leaves[to]);
      if (count === 0) break;
      links += count;
      to += 1;
    }
    if (links > 1) {
      for (const leaf of leaves.slice(from, to)) found.add(leaf);
      const above = leaves[from - 1];
      if (above && from > 1 && namesContents(source, above)) found.add(above);
    }
    from = Math.max(to, from + 1);
  }
  return found;
}

/** How many links to the page itself a text has, where it has nothing else that is a word. */
function localLinks(source: string, leaf: ShownLeaf | undefined): number {
  if (leaf?.leaf.kind !== "text" || leaf.leaf.depth !== undefined) return 0;
  const [{ visible, inline } = { visible: [], inline: [] }] = leaf.shown;
  const links = [...inline.filter((element) => isLocalLink(source, element)), ...leaf.leaf.local];
  if (links.length === 0) return 0;
  const isWord = (part: Span): boolean => /[\p{L}\p{N}]/u.test(source.slice(part.start, part.end));
  const others = visible.filter(
    (part) => isWord(part) && !links.some((link) => contains(link, trimSpan(source, part))),
  );
  return others.length === 0 ? links.length : 0;
}

function isLocalLink(source: string, { start, end }: Span): boolean {
  return (
    source.startsWith("[", start) &&
    /\]\(<?#[^()\r\n]{0,300}(?:\([^()\r\n]{0,100}\)[^()\r\n]{0,300})?\)$/u.test(
      source.slice(Math.max(start, end - 800), end),
    )
  );
}

function namesContents(source: string, { leaf, shown }: ShownLeaf): boolean {
  const visible = shown[0]?.visible ?? [];
  const text = visible.map(({ start, end }) => source.slice(start, end)).join("");
  return leaf.kind === "text" && CONTENTS_HEADING.test(text.trim());
}
