import { html, type TemplateResult } from "lit";
import { clampShare, sourceShares } from "./preferences.ts";
import { shareAfterKey } from "./separator-keys.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { layoutWords } from "../words/layout.ts";

/** The edge between chat and source: dragged, or moved by the arrow keys. */
export function separatorView({ locale, sourceShare }: PageState, store: Store): TemplateResult {
  return html`
    <div
      class="separator"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-controls="source"
      aria-label=${layoutWords[locale].sourceWidth}
      aria-valuemin=${sourceShares.smallest}
      aria-valuemax=${sourceShares.largest}
      aria-valuenow=${sourceShare}
      aria-valuetext=${`${sourceShare}%`}
      @keydown=${(event: KeyboardEvent) => {
        const share = shareAfterKey(event.key, sourceShare);
        if (share === undefined) return;
        event.preventDefault();
        store.update({ sourceShare: share });
      }}
      @pointerdown=${(event: PointerEvent) => {
        if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      @pointermove=${(event: PointerEvent) => drag(event, store)}
      @dblclick=${() => store.update({ sourceShare: sourceShares.usual })}
    ></div>
  `;
}

/** The source reaches from the pointer to the right edge. */
function drag({ currentTarget, pointerId, clientX }: PointerEvent, store: Store): void {
  if (!(currentTarget instanceof Element) || !currentTarget.hasPointerCapture(pointerId)) return;
  const width = document.documentElement.clientWidth;
  store.update({ sourceShare: clampShare(((width - clientX) / width) * 100) });
}
