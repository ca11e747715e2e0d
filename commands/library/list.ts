import type { Services } from "../../src/command.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import type { LibraryPart } from "./subcommand.ts";
import type { CommandInvocation } from "../../src/command.ts";

/** Lists the server's own articles. */
export const list: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["list", "列表", "列表"],
        ["List this server's own articles", "列出本服务器自己的文章", "列出本伺服器自己的文章"],
      ),
    ),
  subcommands: [{ name: "list", run: listArticles }],
};

async function listArticles({ locale }: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  const say = phrases[locale].library;
  const state = await guild?.fresh();
  const articles = [...(state?.article ?? [])];
  if (articles.length === 0) return sayPrivately(say.none);
  const lines = articles.slice(0, 20).map(([id, { title, versions }]) => {
    const shown = title ?? versions.at(-1)?.title ?? id;
    return `- \`${id}\` ${escapeInline(tidyLine(shown, 60))}`;
  });
  return sayPrivately([say.listed(articles.length), ...lines].join("\n"));
}
