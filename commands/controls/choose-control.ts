import type { Command, Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import type { Services } from "../../src/services.ts";
import { cite } from "../cite.ts";
import { outline } from "../outline.ts";
import { offerArticles, readChosen, readCommand } from "../parts/offer-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import { read } from "../read.ts";
import { summary } from "../summary.ts";

/** The commands that want one article. */
const waiting: ReadonlyMap<string, Command> = new Map(
  [read, outline, summary, cite].map((command) => [command.declaration.name, command]),
);

/** Gives a command again with the article that was chosen for it, or shows more of them. */
export const chooseControl: Control = { name: "choose", press: chooseArticle };

async function chooseArticle(
  invocation: ComponentInvocation,
  [direction, page = "", ...state]: readonly string[],
  services: Services,
): Promise<Reply> {
  const { locale, values } = invocation;
  const { name, options } = readCommand(state);
  const command = waiting.get(name);
  if (!command || !/^\d{1,6}$/u.test(page)) return sayPrivately(words[locale].oldControl);
  if (direction !== "=") {
    const among = [...services.library.articles.values()];
    const head = phrases[locale].places.choose.which;
    const shown = offerArticles({ name, options, locale }, services, { among, page: Number(page), head });
    if (!shown) return sayPrivately(words[locale].oldControl);
    const { content, quotes, components } = shown;
    return { kind: "update", content, quotes, components };
  }
  const article = readChosen(values[0] ?? "", services);
  if (!article) return sayPrivately(phrases[locale].changed);
  const { customId: _, values: _values, message: _message, ...asked } = invocation;
  return command.run({ ...asked, kind: "command", name, options: { ...options, article: article.id } }, services);
}
