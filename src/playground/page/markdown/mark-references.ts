import { writtenReference } from "../source/message-references.ts";
import type { MarkdownNode } from "./node.ts";

/** Makes the references in the bot's own words places to follow; quotes, links and code stay as they are. */
export function markReferences(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.flatMap((node) => markNode(node));
}

function markNode(node: MarkdownNode): readonly MarkdownNode[] {
  switch (node.kind) {
    case "text":
      return markText(node.text);
    case "strong":
    case "emphasis":
    case "underline":
    case "strikethrough":
    case "spoiler":
    case "subtext":
    case "heading":
      return [{ ...node, content: markReferences(node.content) }];
    case "list":
      return [{ ...node, items: node.items.map(markReferences) }];
    case "quote":
    case "link":
    case "code":
    case "code-block":
    case "user":
    case "channel":
    case "command":
    case "time":
    case "reference":
      return [node];
  }
}

function markText(text: string): readonly MarkdownNode[] {
  const marked: MarkdownNode[] = [];
  let at = 0;
  for (const { 0: reference, index } of text.matchAll(writtenReference)) {
    if (index > at) marked.push({ kind: "text", text: text.slice(at, index) });
    marked.push({ kind: "reference", reference });
    at = index + reference.length;
  }
  if (at < text.length) marked.push({ kind: "text", text: text.slice(at) });
  return marked;
}
