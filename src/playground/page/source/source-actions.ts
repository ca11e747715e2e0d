import type { Article } from "../../../article/article.ts";
import { attempt } from "../act.ts";
import { optionsOf } from "../box/command-options.ts";
import { changeSource, openArticle } from "./show-place.ts";
import { postInUse } from "../server.ts";
import { runCommand, startCommand } from "../box/start-command.ts";
import type { Store } from "../store.ts";
import { cutToLimit, type TakenText } from "./taken-text.ts";
import { sourceWords } from "../words/source.ts";

/** Has the bot answer from these articles alone, and shows the first of them where another one is open. */
export async function useArticles(store: Store, ids: readonly string[]): Promise<void> {
  const done = await attempt(store, () => postInUse({ ids }));
  if (!done) return;
  store.update({ inUse: [...ids, ...store.state.own] });
  const [first] = ids;
  if (first !== undefined && !ids.includes(store.state.source.articleId)) openArticle(store, first);
}

/** How much of a text a command takes; without the command, nothing. */
export function limitOf(store: Store, command: string, option: string): number {
  const declared = store.state.commands.find(({ name }) => name === command);
  return (declared && optionsOf(declared).find(({ name }) => name === option)?.longest) ?? 0;
}

/** Asks the bot at once whether what is marked is verbatim. */
export function checkTaken(store: Store, { text }: TakenText): void {
  const quote = cutToLimit(text, limitOf(store, "verify", "quote"));
  release(store);
  store.update({ pane: "chat" });
  void runCommand(store, "verify", { quote });
}

/** Puts a question with the marked words into the message box, to be finished there. */
export function askAboutTaken(store: Store, { words }: TakenText): void {
  const question = cutToLimit(words, limitOf(store, "ask", "question"));
  release(store);
  startCommand(store, "ask", { question });
}

/** Puts a citation of the sentences into the message box; the article is named where the bot has several. */
export function citeTaken(store: Store, article: Article, reference: string): void {
  const isOnly = store.state.inUse.length === 1 && store.state.inUse[0] === article.id;
  release(store);
  startCommand(store, "cite", isOnly ? { reference } : { reference, article: article.id });
}

export async function copyReference(store: Store, reference: string): Promise<void> {
  const say = sourceWords[store.state.locale];
  const isCopied = await navigator.clipboard.writeText(reference).then(
    () => true,
    () => false,
  );
  changeSource(store, { notice: isCopied ? say.copied(reference) : say.notCopied });
}

/** Takes the marking back, in the page as in the state. */
export function release(store: Store): void {
  document.getSelection()?.removeAllRanges();
  changeSource(store, { taken: undefined });
}
