import { html, type TemplateResult } from "lit";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { dialogWords } from "../words/dialogs.ts";
import { layoutWords } from "../words/layout.ts";
import { dialogView } from "../dialogs/dialog-view.ts";

/** Lists the keys. */
export function helpView({ locale, isHelpOpen }: PageState, store: Store): TemplateResult {
  const { keyboard } = dialogWords[locale];
  return dialogView({
    id: "help",
    title: keyboard.title,
    isOpen: isHelpOpen,
    closeLabel: layoutWords[locale].close,
    closesOutside: true,
    closed: () => store.update({ isHelpOpen: false }),
    content: () => html`
      <div class="groups" tabindex="0" role="region" aria-labelledby="help-title">
        ${keyboard.groups.map(
          ({ title, keys }) => html`
            <h3>${title}</h3>
            <dl>
              ${keys.map(
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
