import type { Article } from "../../../article/article.ts";
import { attempt } from "../act.ts";
import { fetchShelf, postClosed, postReopened } from "../server.ts";
import type { Store } from "../store.ts";
import { openArticle } from "./show-place.ts";

/** Puts a dropped article away, shows another one, and offers to take it back. */
export async function closeArticle(store: Store, { id, title }: Article): Promise<void> {
  const shelf = await attempt(store, async () => {
    await postClosed({ id });
    return fetchShelf();
  });
  if (!shelf) return;
  store.update(shelf);
  openArticle(store, shelf.inUse[0] ?? "");
  store.update({ source: { ...store.state.source, closed: title || id } });
}

/** Takes back the article that was closed last, and shows it. */
export async function reopenArticle(store: Store): Promise<void> {
  const known = new Set(store.state.articles.map(({ id }) => id));
  const shelf = await attempt(store, async () => {
    await postReopened();
    return fetchShelf();
  });
  store.update({ source: { ...store.state.source, closed: undefined } });
  if (!shelf) return;
  store.update(shelf);
  const back = shelf.articles.find(({ id }) => !known.has(id));
  if (back) openArticle(store, back.id);
}
