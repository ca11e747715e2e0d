import type { Menu } from "../../src/command.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { checkQuote } from "../parts/check-quote.ts";
import { chooseReading } from "../parts/choose-reading.ts";
import { declareMenu } from "../parts/declare.ts";
import { menuTexts } from "../parts/menu-texts.ts";
import { sayPrivately } from "../parts/say.ts";

/** Checks whether what a message says stands in the article. */
export const checkThisQuote: Menu = {
  declaration: declareMenu(["Check this quote", "核对引文", "核對引文"]),
  async run({ target, locale }, services) {
    const texts = menuTexts(target).map(({ written }) => written);
    if (texts.length === 0) return sayPrivately(phrases[locale].menu.noText);
    const given = await chooseReading(services, [texts.join("\n"), ...(texts.length > 1 ? texts : [])], undefined);
    return checkQuote(services, { given, locale, private: true });
  },
};
