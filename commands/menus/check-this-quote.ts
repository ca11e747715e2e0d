import type { Menu } from "../../src/command.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { shownText } from "../../src/render/shown-text.ts";
import { checkQuote } from "../parts/check-quote.ts";
import { declareMenu } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";

/** Checks whether what a message says stands in the article. */
export const checkThisQuote: Menu = {
  declaration: declareMenu(["Check this quote", "核对引文", "核對引文"]),
  run({ target, locale }, services) {
    if (target.content.trim() === "") return sayPrivately(phrases[locale].menu.noText);
    return checkQuote(services, { given: quotedPart(target.content), locale, private: true });
  },
};

/** What is marked as a quote, the first where there are several; a message that marks none is a quote itself. */
function quotedPart(content: string): string {
  const [block = ""] = /^> .*(?:\n> .*)*/mu.exec(content) ?? [];
  const quote = shownText(block);
  return quote.trim() === "" ? content : quote;
}
