import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A text for people that stands at the top of the project, in `docs/`, or in Chinese in `docs/zh-CN/`. */
export interface Guide {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly tree: Root;
}

export const project = path.join(import.meta.dirname, "..", "..");

/** Reads every guide, those at the top first. */
export function readGuides(): Guide[] {
  const files = ["", "docs", "docs/zh-CN"].flatMap((folder) =>
    readdirSync(path.join(project, folder))
      .filter((name) => name.endsWith(".md"))
      .toSorted()
      .map((name) => path.posix.join(folder, name)),
  );
  return files.map(readGuide);
}

export function readGuide(file: string): Guide {
  const text = readFileSync(path.join(project, file), "utf8");
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { file, text, tree };
}

/** A guide in English and in Chinese. */
export interface Translated {
  readonly english: Guide;
  readonly chinese: Guide;
}

/** Finds the guides that stand in both languages: the READMEs, and whatever is in `docs/zh-CN/`. */
export function translatedGuides(guides: readonly Guide[]): Translated[] {
  return guides.flatMap((chinese) => {
    const english = guides.find(({ file }) => file !== chinese.file && file === inEnglish(chinese.file));
    return english ? [{ english, chinese }] : [];
  });
}

/** Names the English counterpart of a Chinese guide or picture. */
export function inEnglish(file: string): string {
  return file
    .replace("docs/zh-CN/", "docs/")
    .replace("README.zh-CN.md", "README.md")
    .replace(/\.zh\.png$/u, ".en.png");
}
