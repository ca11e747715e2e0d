import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import type { Reply } from "../src/render/reply.ts";
import { words as say } from "../src/render/words/all.ts";
import { chooseAnyArticle } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareCommand, named, privateDescription, privateName } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";
import { searchPage, wordsLimit } from "./parts/search-page.ts";

/** Shows every place where some words stand. */
export const search: Command = {
  declaration: declareCommand(
    ["search", "搜索", "搜尋"],
    ["Find every place where some words stand", "查找词语出现的每一处", "尋找詞語出現的每一處"],
  )
    .addStringOption((option) =>
      named(
        option,
        ["words", "词语", "詞語"],
        [
          "What to look for; several words must all be there",
          "要查找的词语；多个词须同时出现",
          "要尋找的詞語；多個詞須同時出現",
        ],
      )
        .setRequired(true)
        .setMaxLength(wordsLimit),
    )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: searchArticle,
  complete,
};

async function searchArticle({ options, locale }: CommandInvocation, services: Services): Promise<Reply> {
  const chosen = chooseAnyArticle(services.library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const article = chosen.kind === "article" ? chosen.article.id : undefined;
  const shown = await searchPage(services, { words: String(options["words"] ?? ""), article, page: 0, locale });
  if (!shown) return sayPrivately(say[locale].busy);
  return { kind: "message", private: options["private"] === true || shown.quotes.length === 0, ...shown };
}
