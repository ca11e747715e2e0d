import type { PdfDocument } from "./library.ts";

/** A bookmark of the document's own outline. */
export interface Bookmark {
  readonly title: string;
  /** 1 is the highest level. */
  readonly depth: number;
  /** Counted from 0. */
  readonly page: number;
}

type Nodes = Awaited<ReturnType<PdfDocument["getOutline"]>>;

const MOST_BOOKMARKS = 5000;
const DEEPEST = 8;

/** Reads the bookmarks that lead to a page of the document; broken ones are passed over. */
export async function readOutline(document: PdfDocument): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];
  const pages = new Map<string, number>();

  async function pageOf(destination: string | readonly unknown[] | null): Promise<number | undefined> {
    const place = typeof destination === "string" ? await document.getDestination(destination) : destination;
    const target: unknown = place?.[0];
    if (typeof target === "number") return target;
    if (!isReference(target)) return undefined;
    const key = `${target.num} ${target.gen}`;
    const page = pages.get(key) ?? (await document.getPageIndex(target));
    pages.set(key, page);
    return page;
  }

  async function walk(nodes: Nodes, depth: number): Promise<void> {
    for (const { title, dest, items } of nodes ?? []) {
      if (bookmarks.length >= MOST_BOOKMARKS) return;
      const page = await pageOf(dest).catch(() => undefined);
      if (page !== undefined && title.trim() !== "") bookmarks.push({ title, depth, page });
      if (depth < DEEPEST) await walk(items, depth + 1);
    }
  }

  await walk(await document.getOutline().catch(() => []), 1);
  return bookmarks;
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === "object" && value !== null && "num" in value && "gen" in value;
}
