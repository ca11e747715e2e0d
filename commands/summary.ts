import type { Command } from "../src/command.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { chooseArticleFor } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareCommand, named, privateDescription, privateName } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";
import { summaryPage } from "./parts/summary-page.ts";

/** Quotes the key sentence of each section. */
export const summary: Command = {
  declaration: declareCommand(
    ["summary", "摘要", "摘要"],
    ["Quote the key sentence of each section", "引用每节的关键句", "引用每節的關鍵句"],
  )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: async (invocation, services) => {
    const { options, locale } = invocation;
    const chosen = chooseArticleFor(invocation, services);
    if (chosen.kind === "reply") return chosen.reply;
    const shown = await summaryPage(services, { article: chosen.article, page: 0, locale });
    if (!shown) return sayPrivately(phrases[locale].summaryUnderWay);
    return { kind: "message", private: options["private"] === true, ...shown };
  },
  complete,
};
