import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export interface PageFile {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

interface Source {
  readonly pattern: RegExp;
  readonly type: string;
  /** Where what the pattern took from the path lies; throws where there is no such thing. */
  readonly locate: (name: string) => string;
}

/** What may be asked for beside the script; names are lists of letters, so no path leads elsewhere. */
const sources: readonly Source[] = [
  { pattern: /^\/(?:index\.html)?$/u, type: "text/html; charset=utf-8", locate: () => ownFile("index.html") },
  { pattern: /^\/(styles\/[a-z-]+\.css)$/u, type: "text/css; charset=utf-8", locate: ownFile },
  // Figtree, under the SIL Open Font License 1.1, which the package brings along.
  {
    pattern: /^\/fonts\/(figtree-[a-z-]+\.woff2)$/u,
    type: "font/woff2",
    locate: (name) => {
      const font = import.meta.resolve("@fontsource-variable/figtree/package.json");
      return fileURLToPath(new URL(`files/${name}`, font));
    },
  },
];

/** Reads one of the page's files; gives nothing for any other path. */
export async function readPageFile(path: string): Promise<PageFile | undefined> {
  for (const { pattern, type, locate } of sources) {
    const found = pattern.exec(path);
    if (found) return read(() => locate(found[1] ?? ""), type);
  }
  return undefined;
}

async function read(locate: () => string, type: string): Promise<PageFile | undefined> {
  try {
    const bytes = await readFile(locate());
    return { type, content: type.startsWith("text/") ? bytes.toString("utf8") : bytes };
  } catch {
    return undefined;
  }
}

function ownFile(name: string): string {
  return fileURLToPath(new URL(`page/${name}`, import.meta.url));
}
