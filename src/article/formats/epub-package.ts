import { findElements, readXml, type XmlElement } from "./xml-tree.ts";
import type { ZipEntries } from "./zip-entries.ts";

export interface EpubPart {
  /** Its path within the archive. */
  readonly path: string;
  /** As the book's table of contents calls it. */
  readonly label: string | undefined;
  /** The level in the table of contents; 1 is the highest. */
  readonly depth: number;
  readonly isNavigation: boolean;
}

export interface EpubPackage {
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly date: string | undefined;
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  /** In reading order. */
  readonly parts: readonly EpubPart[];
}

/** Reads what an EPUB says of itself; gives nothing where it has no package. */
export function readPackage(zip: ZipEntries): EpubPackage | undefined {
  const container = read(zip, "META-INF/container.xml");
  const named = container && findElements(container, "rootfile")[0]?.attributes["full-path"];
  const path = named ?? [...zip.names].find((name) => name.endsWith(".opf"));
  const opf = path === undefined ? undefined : read(zip, path);
  if (path === undefined || !opf) return undefined;
  const texts = (name: string): string[] =>
    findElements(opf, name)
      .map(({ text }) => text)
      .filter((text) => text !== "");
  return {
    title: texts("title")[0],
    authors: texts("creator"),
    date: texts("date")[0],
    publisher: texts("publisher")[0],
    language: texts("language")[0],
    parts: readParts(zip, opf, path),
  };
}

function read(zip: ZipEntries, path: string): XmlElement | undefined {
  const source = zip.readMarkup(path);
  return source === undefined ? undefined : readXml(source);
}

function readParts(zip: ZipEntries, opf: XmlElement, path: string): EpubPart[] {
  const items = new Map(findElements(opf, "item").map(({ attributes }) => [attributes["id"], attributes]));
  const pathOf = (href: string | undefined): string => resolvePath(path, href ?? "");
  const [spine] = findElements(opf, "spine");
  const nav = [...items.values()].find(({ properties }) => isNavigation(properties));
  const ncx =
    items.get(spine?.attributes["toc"]) ??
    [...items.values()].find((item) => item["media-type"] === "application/x-dtbncx+xml");
  const fromNav = nav ? readNavigation(zip, pathOf(nav["href"])) : new Map<string, Entry>();
  const contents = fromNav.size > 0 || !ncx ? fromNav : readNcx(zip, pathOf(ncx["href"]));
  return (spine ? findElements(spine, "itemref") : []).flatMap(({ attributes }) => {
    const item = items.get(attributes["idref"]);
    if (!item || !/html|xml$/u.test(item["media-type"] ?? "")) return [];
    const part = pathOf(item["href"]);
    const entry = contents.get(part);
    return [
      { path: part, label: entry?.label, depth: entry?.depth ?? 1, isNavigation: isNavigation(item["properties"]) },
    ];
  });
}

function isNavigation(properties: string | undefined): boolean {
  return /(?:^|\s)nav(?:\s|$)/u.test(properties ?? "");
}

interface Entry {
  readonly label: string;
  readonly depth: number;
}

function readNavigation(zip: ZipEntries, path: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const root = read(zip, path);
  const navs = root ? findElements(root, "nav") : [];
  const toc = navs.find(({ attributes }) => attributes["epub:type"] === "toc") ?? navs[0];
  function addList(list: XmlElement, depth: number): void {
    for (const item of list.children.filter(({ name }) => name === "li")) {
      const [link] = item.children.filter(({ name }) => name === "a");
      const target = resolvePath(path, link?.attributes["href"] ?? "");
      if (link && link.text !== "" && !entries.has(target)) entries.set(target, { label: link.text, depth });
      for (const inner of item.children.filter(({ name }) => name === "ol")) addList(inner, depth + 1);
    }
  }
  for (const list of toc?.children.filter(({ name }) => name === "ol") ?? []) addList(list, 1);
  return entries;
}

function readNcx(zip: ZipEntries, path: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const root = read(zip, path);
  function addPoints(parent: XmlElement, depth: number): void {
    for (const point of parent.children.filter(({ name }) => name === "navPoint")) {
      const label = point.children.find(({ name }) => name === "navLabel")?.text ?? "";
      const source = point.children.find(({ name }) => name === "content")?.attributes["src"] ?? "";
      const target = resolvePath(path, source);
      if (label !== "" && !entries.has(target)) entries.set(target, { label, depth });
      addPoints(point, depth + 1);
    }
  }
  for (const map of root ? findElements(root, "navMap") : []) addPoints(map, 1);
  return entries;
}

/** A path beside another one, without what leads out of the archive or into the file. */
function resolvePath(from: string, href: string): string {
  const plain = decoded(href.replace(/[#?].*$/su, ""));
  const steps = plain.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of plain.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
