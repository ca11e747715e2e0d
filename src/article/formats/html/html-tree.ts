import { Parser } from "htmlparser2";
import { isUnseen, NEVER_SHOWN } from "./html-names.ts";

/** An element with what is read of it; text is a string among its children. */
export interface HtmlElement {
  readonly name: string;
  /** Only those that say what an element is: `class`, `role`, `start` … */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly (HtmlElement | string)[];
  /** How much text stands in it, and how much of that in links, in UTF-16 code units without the white space around pieces. */
  readonly textLength: number;
  readonly linkLength: number;
  readonly links: number;
  /** Which of `TOLD` stand in it, a bit each. */
  readonly told: number;
}

/** Elements of which every element that they stand in knows. */
const TOLD = ["h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "p", "table"] as const;

/** Tells whether one of these stands in an element, at whatever depth. */
export function holds({ told }: HtmlElement, ...names: readonly (typeof TOLD)[number][]): boolean {
  return names.some((name) => (told & (1 << TOLD.indexOf(name))) !== 0);
}

export interface HtmlPage {
  readonly root: HtmlElement;
  /** The first `<title>`. */
  readonly title: string;
  /** Values of `<meta>` by their `name`, `property` or `itemprop`, the first of each. */
  readonly meta: ReadonlyMap<string, string>;
}

/** Markup that no honest document holds; the message says which. */
export class MarkupError extends Error {}

/** Real pages reach some 100 levels; the parser's time grows with depth times size. */
const DEEPEST = 800;
/** A full page of 5 MB has half as many; each takes some 200 bytes of memory. */
const MOST_ELEMENTS = 400_000;

const KEPT_ATTRIBUTES = new Set([
  "aria-expanded",
  "class",
  "colspan",
  "data-footnote-ref",
  "epub:type",
  "href",
  "id",
  "itemprop",
  "rel",
  "reversed",
  "role",
  "rowspan",
  "scope",
  "start",
  "type",
  "value",
]);
/** Longer values are data. */
const LONGEST_ATTRIBUTE = 1000;

interface OpenElement extends HtmlElement {
  children: (OpenElement | string)[];
  readonly parent: OpenElement | undefined;
  textLength: number;
  linkLength: number;
  links: number;
  told: number;
}

/**
 * Reads HTML into a tree without what no reader sees: scripts, styles, comments, hidden elements.
 *
 * Takes every text as browsers do; document types and entities that one declares are not expanded.
 *
 * @param mode `xhtml` takes `<a/>` as empty, which HTML does not; `unhidden` is HTML with what its own attributes hide.
 * @throws MarkupError where elements nest absurdly deep.
 */
export function readHtml(source: string, mode: "html" | "xhtml" | "unhidden" = "html"): HtmlPage {
  const reader = createReader(mode === "unhidden");
  const parser = new Parser(reader.handler, {
    decodeEntities: true,
    recognizeSelfClosing: mode === "xhtml",
    recognizeCDATA: mode === "xhtml",
  });
  parser.write(source);
  parser.end();
  return reader.page();
}

function createReader(showsHidden: boolean) {
  const root = newElement("#root", {}, undefined);
  const meta = new Map<string, string>();
  let [open, depth, unseenFrom, title, titles] = [root, 0, 0, "", 0];
  let [inTitle, elements] = [false, 0];

  function openTag(name: string, given: Readonly<Record<string, string>>): void {
    depth += 1;
    if (depth > DEEPEST) throw new MarkupError(`nests its elements more than ${DEEPEST} deep`);
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new MarkupError(`holds more than ${MOST_ELEMENTS} elements`);
    if (name === "meta") keepMeta(meta, given);
    if (name === "title" && unseenFrom === 0) {
      titles += 1;
      inTitle = true;
    }
    if (unseenFrom === 0 && (NEVER_SHOWN.has(name) || (!showsHidden && isUnseen(name, given)))) unseenFrom = depth;
    if (unseenFrom > 0) return;
    const element = newElement(name, keptAttributes(given), open);
    append(open, element);
    open = element;
  }
  function closeTag(): void {
    inTitle = false;
    depth -= 1;
    if (unseenFrom > 0) {
      if (depth < unseenFrom) unseenFrom = 0;
      return;
    }
    const closed = open;
    open = open.parent ?? root;
    if (isAnchorMark(closed)) open.children.pop();
    else addLengths(closed);
  }
  function text(data: string): void {
    if (inTitle && titles === 1) title += data;
    if (inTitle || unseenFrom > 0) return;
    append(open, data);
    open.textLength += data.trim().length;
  }
  const handler = { onopentag: openTag, onclosetag: closeTag, ontext: text };
  return { handler, page: (): HtmlPage => ({ root, title: title.replaceAll(/\s+/gu, " ").trim(), meta }) };
}

/** Tells whether an element is the mark by which readers copy the address of the heading that it stands in. */
function isAnchorMark({ name, attributes, children, parent }: HtmlElement): boolean {
  if (name !== "a" || children.length !== 1 || attributes["href"]?.includes("#") !== true) return false;
  const [mark] = children;
  if (typeof mark !== "string" || mark.length > 20 || !/^[#¶§🔗⚓∞]\uFE0F?$/u.test(mark.trim())) return false;
  return [parent, parent?.parent, parent?.parent?.parent].some((at) => at && /^(?:h[1-6]|dt|summary)$/u.test(at.name));
}

/** Of what is in most elements: nothing. */
const NO_CHILDREN: (OpenElement | string)[] = [];

/** A list that begins with its first child takes an eighth of one that grows from nothing: most hold only a text. */
function append(element: OpenElement, child: OpenElement | string): void {
  const { children } = element;
  const last = children.at(-1);
  if (last === undefined) element.children = [child];
  else if (typeof last === "string" && typeof child === "string") children[children.length - 1] = last + child;
  else children.push(child);
}

function newElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: OpenElement | undefined,
): OpenElement {
  return { name, attributes, parent, children: NO_CHILDREN, textLength: 0, linkLength: 0, links: 0, told: 0 };
}

const TOLD_BITS: ReadonlyMap<string, number> = new Map(TOLD.map((name, index) => [name, 1 << index]));

function addLengths(element: OpenElement): void {
  const { parent, name, textLength } = element;
  if (!parent) return;
  const isLink = name === "a" && element.attributes["href"] !== undefined;
  parent.textLength += textLength;
  parent.linkLength += isLink ? textLength : element.linkLength;
  parent.links += isLink ? 1 : element.links;
  parent.told |= element.told | (TOLD_BITS.get(name) ?? 0);
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function keptAttributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let kept: Record<string, string> | undefined;
  for (const name in given) {
    if (!KEPT_ATTRIBUTES.has(name)) continue;
    kept ??= {};
    kept[name] = given[name]?.slice(0, LONGEST_ATTRIBUTE) ?? "";
  }
  return kept ?? NO_ATTRIBUTES;
}

function keepMeta(meta: Map<string, string>, given: Readonly<Record<string, string>>): void {
  const name = (given["property"] ?? given["name"] ?? given["itemprop"] ?? "").toLowerCase();
  const content = given["content"]?.replaceAll(/\s+/gu, " ").trim().slice(0, LONGEST_ATTRIBUTE) ?? "";
  if (name !== "" && content !== "" && !meta.has(name)) meta.set(name, content);
}
