import { SimpleMarkdown } from "discord-markdown-parser";
import type { MarkdownNode, Wrapping } from "./node.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/** Reads Discord's Markdown; every character that means nothing stays as it is, tabs among them. */
export function parseMarkdown(content: string): readonly MarkdownNode[] {
  return readNodes(parser("_", { inline: true, unread: content }));
}

/** The package's parser would turn tabs into spaces before it reads; what the first rule hands on is read as it is. */
const whole: Rule = {
  order: -1,
  match: (source, state) => (state["unread"] === undefined ? null : [source]),
  parse(_capture, parse, state) {
    return parse(String(state["unread"]), { inline: true, prevCapture: null });
  },
};

const parser = SimpleMarkdown.parserFor({ ...rules, whole });

/** What the parser gives: any fields. */
interface LooseNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

function readNodes(nodes: unknown): readonly MarkdownNode[] {
  const read: MarkdownNode[] = [];
  for (const node of loose(nodes).map(readNode)) {
    const last = read.at(-1);
    if (node.kind === "text" && last?.kind === "text") {
      read[read.length - 1] = { kind: "text", text: last.text + node.text };
    } else read.push(node);
  }
  return read;
}

function loose(nodes: unknown): readonly LooseNode[] {
  return Array.isArray(nodes) ? nodes : [];
}

const wrappings: Readonly<Record<string, Wrapping>> = {
  strong: "strong",
  em: "emphasis",
  underline: "underline",
  strikethrough: "strikethrough",
  spoiler: "spoiler",
  blockQuote: "quote",
  subtext: "subtext",
};

function readNode(node: LooseNode): MarkdownNode {
  const wrapping = wrappings[node.type];
  if (wrapping) return { kind: wrapping, content: readNodes(node["content"]) };
  switch (node.type) {
    case "br":
      return { kind: "text", text: "\n" };
    case "heading":
      return { kind: "heading", level: levelOf(node["level"]), content: readNodes(node["content"]) };
    case "list":
      return { kind: "list", start: startOf(node["start"]), items: lists(node["items"]).map(readNodes) };
    case "inlineCode":
      return { kind: "code", text: field(node, "content") };
    case "codeBlock":
      return { kind: "code-block", text: field(node, "content") };
    default:
      return readInline(node);
  }
}

function readInline(node: LooseNode): MarkdownNode {
  switch (node.type) {
    case "link":
    case "url":
    case "autolink":
      return readLink(node);
    case "user":
      return { kind: "user", id: field(node, "id") };
    case "channel":
      return { kind: "channel", id: field(node, "id") };
    case "slashCommand":
      return { kind: "command", name: field(node, "fullName") };
    case "emoji":
      return { kind: "text", text: `:${field(node, "name")}:` };
    case "timestamp":
      return readTime(field(node, "timestamp"));
    default:
      return { kind: "text", text: field(node, "content") };
  }
}

function readLink(node: LooseNode): MarkdownNode {
  const content = readNodes(node["content"]);
  const target = field(node, "target");
  const address = URL.canParse(target) ? new URL(target) : undefined;
  if (address && ["http:", "https:"].includes(address.protocol)) return { kind: "link", address: target, content };
  // Only addresses in angle brackets come here.
  return { kind: "text", text: `<${target}>` };
}

function readTime(seconds: string): MarkdownNode {
  const at = new Date(Number(seconds) * 1000);
  return Number.isNaN(at.getTime()) ? { kind: "text", text: `<t:${seconds}>` } : { kind: "time", at };
}

function field(node: LooseNode, name: string): string {
  const value = node[name];
  return typeof value === "string" ? value : "";
}

function lists(items: unknown): readonly unknown[] {
  return Array.isArray(items) ? items : [];
}

function startOf(start: unknown): number | undefined {
  return typeof start === "number" ? start : undefined;
}

function levelOf(level: unknown): 1 | 2 | 3 {
  return level === 1 || level === 2 ? level : 3;
}
