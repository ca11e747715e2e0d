import type { Span } from "../../../text/span.ts";
import type { QuotedPlace } from "./quoted-places.ts";
import { showSpan } from "./show-span.ts";
import type { SourceState } from "../state.ts";
import type { Store } from "../store.ts";
import { sourceWords } from "../words/source.ts";

/** Shows another article from its beginning. */
export function openArticle(store: Store, articleId: string): void {
  changeSource(store, {
    articleId,
    highlighted: [],
    offered: undefined,
    closed: undefined,
    taken: undefined,
    notice: "",
  });
  document.querySelector("[data-source-scroll]")?.scrollTo({ top: 0, behavior: "instant" });
}

/** Shows a quoted place once more. */
export function openPlace(store: Store, { articleId, span, reference }: QuotedPlace): void {
  showPlace(store, { articleId, spans: [span], reference });
}

export interface ReferredPlace {
  readonly articleId: string;
  readonly spans: readonly Span[];
  readonly reference: string;
}

/** Opens an article at a place, highlights it and tells so. */
export function showPlace(store: Store, { articleId, spans, reference }: ReferredPlace): void {
  const notice = sourceWords[store.state.locale].highlighted(reference);
  changeSource(store, { articleId, highlighted: spans, offered: undefined, taken: undefined, notice });
  showSpan(spans[0]);
}

export function changeSource(store: Store, part: Partial<SourceState>): void {
  store.update({ source: { ...store.state.source, ...part } });
}
