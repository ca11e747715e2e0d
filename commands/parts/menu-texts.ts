import type { MenuInvocation, MessageText } from "../../src/invocation.ts";
import { showMarkup } from "../../src/render/markup/show-markup.ts";

/** Gives what the message of a context menu says, without what shows no word. */
export function menuTexts({ content, texts }: MenuInvocation["target"]): readonly MessageText[] {
  const all = texts ?? [{ written: content, shown: showMarkup(content) }];
  return all.filter(({ shown }) => shown.trim() !== "");
}
