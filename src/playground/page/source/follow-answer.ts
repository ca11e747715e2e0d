import type { Message } from "../../wire.ts";
import { placesIn, tellsNearest } from "./quoted-places.ts";
import { openArticle, showPlace } from "./show-place.ts";
import type { Store } from "../store.ts";

/**
 * Leads the source to what a new answer quotes, or to the top of the article where it quotes nothing.
 *
 * Where the reader has moved in the source since they asked, it stays where it is, and the place is offered instead.
 */
export function followAnswer(store: Store, message: Message): void {
  const { articles, source } = store.state;
  const places = placesIn(message, articles);
  if (tellsNearest(message.content)) {
    // What does not answer is not lit up as if it did.
    if (!source.isHeld) openArticle(store, places[0]?.articleId ?? source.articleId);
    return;
  }
  // Of articles with the same text the one that is open.
  const first = places.find(({ articleId }) => articleId === source.articleId) ?? places[0];
  if (!first) return;
  if (source.isHeld) {
    store.update({ source: { ...source, offered: first } });
    return;
  }
  const { articleId, reference } = first;
  const spans = places.filter((place) => place.articleId === articleId).map(({ span }) => span);
  showPlace(store, { articleId, spans, reference });
}

/** Hears that the reader moves in the source themselves. */
export function holdSource(store: Store): void {
  const { source } = store.state;
  if (!source.isHeld) store.update({ source: { ...source, isHeld: true } });
}

/** Whoever asks wants to see the answer. */
export function releaseSource(store: Store): void {
  const { source } = store.state;
  if (source.isHeld || source.offered) store.update({ source: { ...source, isHeld: false, offered: undefined } });
}
