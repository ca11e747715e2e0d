import type { PdfPage } from "./pdf-library.ts";

type Node = Awaited<ReturnType<PdfPage["getStructTree"]>>;

const DEEPEST = 60;

/** Reads which of a page's tagged contents are headings, with their level; broken tags are passed over. */
export async function readHeadingTags(page: PdfPage): Promise<ReadonlyMap<string, number>> {
  const levels = new Map<string, number>();
  const root: Node | null = await page.getStructTree().catch(() => null);
  if (root) collect(root, 0, { levels, depth: 0 });
  return levels;
}

interface Collected {
  readonly levels: Map<string, number>;
  readonly depth: number;
}

function collect(node: Node, level: number, { levels, depth }: Collected): void {
  if (depth > DEEPEST) return;
  const own = /^H([1-6])$/u.exec(node.role)?.[1];
  const inner = own === undefined ? (node.role === "Title" ? 0 : level) : Number(own);
  for (const child of node.children ?? []) {
    if ("role" in child) collect(child, inner, { levels, depth: depth + 1 });
    else if (inner > 0 && "id" in child) levels.set(child.id, inner);
  }
}
