import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { keyboardWords } from "../words/keyboard.ts";
import { layoutWords } from "../words/layout.ts";
import { dialogView } from "../dialogs/dialog-view.ts";

/** Lists the keys. */
export function helpView({ locale, isHelpOpen }: PageState, store: Store): TemplateResult {
  const { title, groups } = keyboardWords[locale];
  return dialogView({
    id: "help",
    title,
    isOpen: isHelpOpen,
    closeLabel: layoutWords[locale].close,
    closesOutside: true,
    closed: () => store.update({ isHelpOpen: false }),
    content: () => html`
      <div class="groups" tabindex="0" role="region" aria-labelledby="help-title">
        ${groups.map(
          (group) => html`
            <h3>${group.title}</h3>
            <dl>
              ${group.keys.map(
                ([key, does]) => html`
                  <dt><kbd>${key}</kbd></dt>
                  <dd>${does}</dd>
                `,
              )}
            </dl>
          `,
        )}
      </div>
    `,
  });
}
