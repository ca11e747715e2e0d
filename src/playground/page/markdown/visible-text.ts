import { isBlock, type MarkdownNode } from "./node.ts";

/** Gives the name of somebody or of a channel that is mentioned. */
export type NameOf = (id: string) => string;

/** What somebody reads of a message: its text without any marks, mentions by name or, where nobody knows it, by id. */
export function visibleText(nodes: readonly MarkdownNode[], nameOf: NameOf = (id) => id): string {
  return nodes
    .map((node, index) => textOf(node, nameOf) + (isBlock(node) && index < nodes.length - 1 ? "\n" : ""))
    .join("");
}

function textOf(node: MarkdownNode, nameOf: NameOf): string {
  switch (node.kind) {
    case "text":
    case "code":
    case "code-block":
      return node.text;
    case "list":
      return node.items.map((item) => visibleText(item, nameOf)).join("\n");
    case "user":
      return `@${nameOf(node.id)}`;
    case "channel":
      return `#${nameOf(node.id)}`;
    case "command":
      return `/${node.name}`;
    case "time":
      return node.at.toISOString();
    case "reference":
      return node.reference;
    case "strong":
    case "emphasis":
    case "underline":
    case "strikethrough":
    case "spoiler":
    case "quote":
    case "subtext":
    case "heading":
    case "link":
      return visibleText(node.content, nameOf);
  }
}
