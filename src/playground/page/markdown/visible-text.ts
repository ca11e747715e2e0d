import { isBlock, type MarkdownNode } from "./node.ts";

/** What somebody reads of a message: its text without any marks, mentions by id. */
export function visibleText(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node, index) => textOf(node) + (isBlock(node) && index < nodes.length - 1 ? "\n" : "")).join("");
}

function textOf(node: MarkdownNode): string {
  switch (node.kind) {
    case "text":
    case "code":
    case "code-block":
      return node.text;
    case "list":
      return node.items.map(visibleText).join("\n");
    case "user":
      return `@${node.id}`;
    case "channel":
      return `#${node.id}`;
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
      return visibleText(node.content);
  }
}
