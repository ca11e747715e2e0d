import type { Command } from "../src/command.ts";
import { chooseArticleFor } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareCommand, named, privateDescription, privateName } from "./parts/declare.ts";
import { outlinePage } from "./parts/outline-page.ts";

/** Shows the table of contents. */
export const outline: Command = {
  declaration: declareCommand(
    ["outline", "目录", "目錄"],
    ["Show the table of contents and open a section", "显示目录，打开一节", "顯示目錄，打開一節"],
  )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: (invocation, services) => {
    const { options, locale } = invocation;
    const chosen = chooseArticleFor(invocation, services);
    if (chosen.kind === "reply") return chosen.reply;
    const shown = outlinePage(chosen.article, { page: 0, locale });
    return { kind: "message", private: options["private"] === true, ...shown };
  },
  complete,
};
