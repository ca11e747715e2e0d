import type { Message } from "../../wire.ts";
import { findReferred } from "./find-referred.ts";
import { showPlace } from "./show-place.ts";
import type { Store } from "../store.ts";
import { sourceWords } from "../words/source.ts";

/**
 * Opens the place that a reference in a message names, and highlights it.
 *
 * `reference` is as it is written there, such as `§2 ¶1:3`. What cannot be found is told in the state's `problem`.
 */
export function followReference(store: Store, message: Message, reference: string): void {
  const { articles, inUse, source, locale } = store.state;
  const say = sourceWords[locale];
  const referred = findReferred({ articles, inUse, articleId: source.articleId }, message.content, reference);
  switch (referred.kind) {
    case "found": {
      const { article, spans } = referred;
      store.update({ pane: "source", isSourceOpen: true, problem: undefined });
      showPlace(store, { articleId: article.id, spans, reference });
      return;
    }
    case "closed":
      store.update({ problem: say.closed(reference, referred.version) });
      return;
    case "nowhere":
      store.update({ problem: say.nowhere(reference, referred.article.title) });
      return;
    case "no-article":
      store.update({ problem: say.noArticle });
  }
}
