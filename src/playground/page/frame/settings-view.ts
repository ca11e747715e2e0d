import { html, type TemplateResult } from "lit";
import { attempt } from "../act.ts";
import { emptyDraft } from "../box/draft.ts";
import { standings, themeChoices, themeFor } from "./preferences.ts";
import { postLocale } from "../server.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { icons } from "./icons.ts";
import { membersWords } from "../words/members.ts";
import { localesByName, sidebarWords } from "../words/sidebar.ts";
import { rolesOfPeople } from "./members.ts";
import { avatarOf } from "../chat/avatar.ts";

/** Who sits here, and in which language and colours. */
export function settingsView(state: PageState, store: Store): TemplateResult {
  const { locale, themeChoice, standing, roles } = state;
  const words = sidebarWords[locale];
  return html`
    <section class="settings" aria-label=${words.settings}>
      ${readerView(state, store)}
      <label>
        <span>${words.standing}</span>
        <select id="standing" @change=${(event: Event) => chooseStanding(event, store)}>
          ${standings.map((each) => {
            const label = words.standings[each](
              rolesOfPeople(roles)
                .map(({ name }) => name)
                .join(", "),
            );
            return html`<option value=${each} ?selected=${each === standing}>${label}</option>`;
          })}
        </select>
      </label>
      <label>
        <span>${words.language}</span>
        <select id="locale" @change=${(event: Event) => void chooseLocale(event, store)}>
          ${localesByName.map(
            (each) =>
              html`<option value=${each.locale} lang=${each.locale} ?selected=${each.locale === locale}>
                ${each.name}
              </option>`,
          )}
        </select>
      </label>
      <label>
        <span>${words.theme}</span>
        <select id="theme" @change=${(event: Event) => chooseTheme(event, store)}>
          ${themeChoices.map(
            (each) => html`<option value=${each} ?selected=${each === themeChoice}>${words.themes[each]}</option>`,
          )}
        </select>
      </label>
    </section>
  `;
}

function readerView({ locale, reader }: PageState, store: Store): TemplateResult {
  const words = sidebarWords[locale];
  return html`<div class="reader">
    <span class="presence"><img class="avatar" src=${avatarOf(reader)} alt="" /></span>
    <span class="name">${reader.username} <small>${membersWords[locale].online}</small></span>
    <button
      class="tool"
      type="button"
      title=${words.keyboard}
      aria-label=${words.keyboard}
      aria-haspopup="dialog"
      aria-keyshortcuts="?"
      @click=${() => store.update({ isHelpOpen: true })}
    >
      ${icons.keyboard}
    </button>
  </div>`;
}

async function chooseLocale({ target }: Event, store: Store): Promise<void> {
  if (!(target instanceof HTMLSelectElement)) return;
  const chosen = localesByName.find(({ locale }) => locale === target.value);
  if (!chosen) return;
  const { locale } = chosen;
  store.update({ locale });
  await attempt(store, () => postLocale({ locale }));
}

/** A command that is half filled in may be none that the other may use. */
function chooseStanding({ target }: Event, store: Store): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const standing = standings.find((each) => each === target.value);
  if (standing) store.update({ standing, draft: emptyDraft });
}

function chooseTheme({ target }: Event, store: Store): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const themeChoice = themeChoices.find((each) => each === target.value);
  if (!themeChoice) return;
  const { matches } = matchMedia("(prefers-color-scheme: light)");
  store.update({ themeChoice, theme: themeFor(themeChoice, matches) });
}
