import type { Menu } from "../../src/command.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { answer } from "../parts/answer.ts";
import { declareMenu } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";

/** Asks the article about what a message says. */
export const findInArticle: Menu = {
  declaration: declareMenu(["Find in the article", "在文章中查找", "在文章中尋找"]),
  run({ target, channel, locale, asker }, services) {
    if (target.content.trim() === "") return sayPrivately(phrases[locale].menu.noText);
    return answer({ question: target.content, private: true, channel, locale, asker }, services);
  },
};
