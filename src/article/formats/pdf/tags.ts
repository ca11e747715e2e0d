import type { PdfPage } from "./library.ts";

type Node = Awaited<ReturnType<PdfPage["getStructTree"]>>;

/** What tags say of a content. Numbers only tell one element of a page from another. */
export interface Tag {
  /** Of a heading; 1 is the highest. */
  readonly level?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly cell?: number;
}

const DEEPEST = 60;

/** Reads a page's tags by the contents that they hold; broken ones are passed over. */
export async function readTags(page: PdfPage): Promise<ReadonlyMap<string, Tag>> {
  const root: Node | null = await page.getStructTree().catch(() => null);
  const tags = new Map<string, Tag>();
  let count = 0;

  function collect(node: Node, outer: Tag, depth: number): void {
    if (depth > DEEPEST) return;
    count += 1;
    const tag = tagOf(node.role, outer, count);
    for (const child of node.children ?? []) {
      if ("role" in child) collect(child, tag, depth + 1);
      else if ("id" in child) tags.set(child.id, tag);
    }
  }

  if (root) collect(root, {}, 0);
  return tags;
}

function tagOf(role: string, outer: Tag, number: number): Tag {
  const level = /^H([1-6])$/u.exec(role)?.[1];
  if (level !== undefined) return { ...outer, level: Number(level), paragraph: number };
  if (role === "P") return { ...outer, paragraph: number };
  if (role === "LI") return { ...outer, item: number };
  return role === "TD" || role === "TH" ? { ...outer, cell: number } : outer;
}
