import { findElements, readXml, type XmlElement } from "../xml-tree.ts";

export type StyleKind = "title" | "contents" | "quote" | "code" | "text";

/** What a paragraph's style says of it. */
export interface ParagraphStyle {
  readonly kind: StyleKind;
  /** Of a heading, 1 is the highest level. */
  readonly depth: number | undefined;
  /** The list whose numbers it takes. */
  readonly numberId: string | undefined;
  readonly level: string | undefined;
}

interface Style extends ParagraphStyle {
  readonly base: string | undefined;
}

const NO_STYLE: ParagraphStyle = { kind: "text", depth: undefined, numberId: undefined, level: undefined };
/** Styles that are built on each other further than this, go round in a circle. */
const LONGEST_CHAIN = 20;

/** Reads `styles.xml`; what a style does not say its base says. */
export function readStyles(source: string | undefined): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, Style>();
  for (const element of source === undefined ? [] : findElements(readXml(source), "style")) {
    const id = element.attributes["w:styleId"];
    if (id !== undefined && !styles.has(id)) styles.set(id, readStyle(element));
  }
  return (id) => {
    let found = NO_STYLE;
    let style = styles.get(id ?? "");
    for (let step = 0; style && step < LONGEST_CHAIN; step += 1) {
      found = {
        kind: found.kind === "text" ? style.kind : found.kind,
        depth: found.depth ?? style.depth,
        numberId: found.numberId ?? style.numberId,
        level: found.level ?? style.level,
      };
      style = styles.get(style.base ?? "");
    }
    return found;
  };
}

function readStyle(element: XmlElement): Style {
  const value = (name: string): string | undefined => findElements(element, name)[0]?.attributes["w:val"];
  const name = (value("name") ?? "").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  const named = /^(?:heading|标题|標題|überschrift|titre) ?([1-9])$/u.exec(name)?.[1];
  return {
    kind: kindOf(name),
    depth: named === undefined ? depthOf(value("outlineLvl")) : Number(named),
    numberId: value("numId"),
    level: value("ilvl"),
    base: value("basedOn"),
  };
}

function kindOf(name: string): StyleKind {
  if (/^(?:title|标题|標題|文档标题|文檔標題)$/u.test(name)) return "title";
  if (/^(?:toc|目录|目錄)(?: ?\d| heading| 标题)?$/u.test(name) || name === "table of figures") return "contents";
  if (/^(?:intense )?quote$|^(?:明显)?引用$|^(?:鮮明)?引文$|^block text$/u.test(name)) return "quote";
  if (/^(?:html preformatted|html 预设格式|html 預設格式|code|source code|代码|程式碼|macro text)$/u.test(name))
    return "code";
  return "text";
}

/** Outline levels count from 0; 9 is text. */
export function depthOf(outlineLevel: string | undefined): number | undefined {
  return outlineLevel !== undefined && /^[0-8]$/u.test(outlineLevel) ? Number(outlineLevel) + 1 : undefined;
}
