/** What a message's Markdown means; text stays text, and what is not known is text as well. */
export type MarkdownNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: Wrapping; readonly content: readonly MarkdownNode[] }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly content: readonly MarkdownNode[] }
  | { readonly kind: "list"; readonly start: number | undefined; readonly items: readonly (readonly MarkdownNode[])[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "code-block"; readonly text: string }
  /** The address is one of http or https. */
  | { readonly kind: "link"; readonly address: string; readonly content: readonly MarkdownNode[] }
  | { readonly kind: "user"; readonly id: string }
  | { readonly kind: "channel"; readonly id: string }
  | { readonly kind: "command"; readonly name: string }
  | { readonly kind: "time"; readonly at: Date }
  /** A place in the article, as it is written: `§2 ¶1:3`. */
  | { readonly kind: "reference"; readonly reference: string };

export type Wrapping = "strong" | "emphasis" | "underline" | "strikethrough" | "spoiler" | "quote" | "subtext";

/** Nodes that stand on lines of their own; the line end behind them belongs to them. */
export function isBlock({ kind }: MarkdownNode): boolean {
  return ["heading", "list", "code-block", "quote", "subtext"].includes(kind);
}
