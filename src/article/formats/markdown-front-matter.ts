import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";
import { type Span, trimSpan } from "../../text/span.ts";

/** What a source says of itself above its text. */
export interface FrontMatter {
  readonly span: Span;
  readonly title?: string | undefined;
}

/** A front matter longer than this (in UTF-16 code units) is left out unread. */
const LONGEST_FRONT_MATTER = 65_536;

const OPENING = /^\uFEFF*(?<mark>---|\+\+\+|;;;)[ \t]*(?:\r\n|[\r\n])/u;

/** Finds the front matter: YAML between `---`, TOML between `+++`, JSON between `;;;`. */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const opening = OPENING.exec(source);
  const mark = opening?.groups?.["mark"];
  if (!opening || mark === undefined) return undefined;
  const closing = new RegExp(`^${mark.replaceAll("+", String.raw`\+`)}[ \\t]*$`, "gmu");
  closing.lastIndex = opening[0].length;
  const found = closing.exec(source);
  if (!found) return undefined;
  const written = source.slice(opening[0].length, found.index);
  const span = trimSpan(source, { start: 0, end: found.index + mark.length });
  return { span, title: titleOf(mark, written) };
}

/** A broken front matter, or a title that is no text, gives none: the article then takes it from elsewhere. */
function titleOf(mark: string, written: string): string | undefined {
  if (written.length > LONGEST_FRONT_MATTER) return undefined;
  try {
    const title = readTitle(mark, written);
    return typeof title === "string" && title.trim() !== "" ? title.trim() : undefined;
  } catch {
    return undefined;
  }
}

function readTitle(mark: string, written: string): unknown {
  if (mark === "---") return parseDocument(written, { logLevel: "silent" }).get("title");
  if (mark === "+++") return parseToml(written)["title"];
  const value: unknown = JSON.parse(written);
  return typeof value === "object" && value !== null && "title" in value ? value.title : undefined;
}
