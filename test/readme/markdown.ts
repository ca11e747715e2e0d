import type { Code, Heading, Nodes, Root, Table } from "mdast";

/** The text of a node as people read it, without its markup. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Every node of a tree, parents first. */
export function nodesIn(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesIn) : [])];
}

export function headingsIn(tree: Root): Heading[] {
  return tree.children.filter((node) => node.type === "heading");
}

export function codeIn(tree: Root): Code[] {
  return tree.children.filter((node) => node.type === "code");
}

export function tablesIn(tree: Root): Table[] {
  return tree.children.filter((node) => node.type === "table");
}

/** A table's rows without its head, each a list of cells. */
export function rowsOf(table: Table): string[][] {
  return table.children.slice(1).map((row) => row.children.map(textOf));
}

/** Everything that a guide points at: links, pictures, bare addresses. */
export function targetsIn(tree: Root): string[] {
  return nodesIn(tree).flatMap((node) => (node.type === "link" || node.type === "image" ? [node.url] : []));
}

/** The part of an address that GitHub gives a heading: `## The checks!` is `#the-checks`. */
export function anchorOf(heading: Heading): string {
  return textOf(heading)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** A guide's parts under each heading, with the heading's own level. */
export function partsOf(tree: Root): Nodes[][] {
  const parts: Nodes[][] = [[]];
  for (const node of tree.children) {
    if (node.type === "heading") parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}
