import { readFile } from "node:fs/promises";

export interface PageFile {
  readonly type: string;
  readonly content: string;
}

/** What may be asked for beside the script; names are lists of letters, so no path leads elsewhere. */
const files: readonly { readonly pattern: RegExp; readonly file: string; readonly type: string }[] = [
  { pattern: /^\/(?:index\.html)?$/u, file: "index.html", type: "text/html; charset=utf-8" },
  { pattern: /^\/(styles\/[a-z-]+\.css)$/u, file: "$1", type: "text/css; charset=utf-8" },
];

/** Reads one of the page's files; gives nothing for any other path. */
export async function readPageFile(path: string): Promise<PageFile | undefined> {
  const found = files.find(({ pattern }) => pattern.test(path));
  if (!found) return undefined;
  const name = found.file === "$1" ? path.slice(1) : found.file;
  const content = await readFile(new URL(`page/${name}`, import.meta.url), "utf8").catch(() => undefined);
  return content === undefined ? undefined : { type: found.type, content };
}
