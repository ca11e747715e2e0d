import type { ArticleFormat } from "./format.ts";
import { markdown } from "./markdown.ts";
import { plainText } from "./plain-text.ts";

/** Every way to write an article; a file's ending chooses. */
export const formats: readonly ArticleFormat[] = [plainText, markdown];
