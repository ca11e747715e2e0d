import { html, nothing, render, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { allSections, type Article, headingText } from "../../../article/article.ts";
import type { Span } from "../../../text/span.ts";
import { articleLabels } from "./article-labels.ts";
import { closeArticle, reopenArticle } from "./close-article.ts";
import type { QuotedPlace } from "./quoted-places.ts";
import { showSpan } from "./show-span.ts";
import { openArticle, openPlace } from "./show-place.ts";
import { useArticles } from "./source-actions.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { type SourceWords, sourceWords } from "../words/source.ts";
import { openFilesView } from "../files/drop-views.ts";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly ids: readonly string[];
}

/** What the bot answers from, and ways to the places of the article that is shown. */
export function sourceHeadView(
  { article, places }: { readonly article: Article | undefined; readonly places: readonly QuotedPlace[] },
  state: PageState,
  store: Store,
): TemplateResult {
  const say = sourceWords[state.locale];
  return html`
    <div class="source-head">
      ${inUseView(state, store)} ${state.inUse.length > 1 && article ? shownView(article, state, store) : nothing}
      <div class="source-tools">
        ${
          article
            ? html`
                ${menuView("source-contents", say.contents, () => contentsView(article))}
                ${menuView("source-quoted", say.quoted(places.length), () => quotedView(article, places, store))}
              `
            : nothing
        }
        ${article && state.dropped.includes(article.id) ? closeView(article, state, store) : nothing}
        ${openFilesView(state, store)}
      </div>
      ${closedView(state, store)} ${offeredView(state, store)}
      ${places.some(({ isNearest }) => isNearest) ? legendView(say) : nothing}
      ${
        article && !state.inUse.includes(article.id)
          ? html`<p class="source-unused">
              ${say.notInUse}
              <button type="button" @click=${() => void useArticles(store, [article.id])}>${say.use}</button>
            </p>`
          : nothing
      }
    </div>
  `;
}

/** The newest answer's place, where the reader was not led there because they are reading elsewhere. */
function offeredView({ source, locale }: PageState, store: Store): TemplateResult | typeof nothing {
  const { offered } = source;
  if (!offered) return nothing;
  return html`<p class="source-offered" role="status">
    <button type="button" @click=${() => openPlace(store, offered)}>
      ${sourceWords[locale].newestAnswer(offered.reference)}
    </button>
  </p>`;
}

/** What the two kinds of marks mean, once there are both. */
function legendView(say: SourceWords): TemplateResult {
  return html`<p class="source-legend">
    <span><i class="legend-mark" aria-hidden="true"></i> ${say.answers}</span>
    <span><i class="legend-mark nearest" aria-hidden="true"></i> ${say.nearest}</span>
  </p>`;
}

/** Of a dropped article: nobody else has it, so it may go. */
function closeView(article: Article, { locale }: PageState, store: Store): TemplateResult {
  const say = sourceWords[locale];
  const label = say.closeArticle(article.title || article.id);
  return html`<button
    type="button"
    class="plain"
    id="close-article"
    title=${label}
    aria-label=${label}
    @click=${() => void closeArticle(store, article)}
  >
    ${say.close}
  </button>`;
}

function closedView({ source, locale }: PageState, store: Store): TemplateResult | typeof nothing {
  if (source.closed === undefined) return nothing;
  const say = sourceWords[locale];
  return html`<p class="source-unused" role="status">
    ${say.isClosed(source.closed)}
    <button type="button" @click=${() => void reopenArticle(store)}>${say.reopen}</button>
  </p>`;
}

/** Of everybody's articles those in use can be chosen; the server's own are always in use. */
function inUseView(state: PageState, store: Store): TemplateResult {
  const { own, locale } = state;
  const articles = state.articles.filter(({ id }) => !own.includes(id));
  const inUse = state.inUse.filter((id) => !own.includes(id));
  const options = optionsFor({ articles, inUse }, locale);
  const chosen = inUse.length === 1 ? inUse[0] : inUse.length === articles.length ? allArticles : someArticles;
  const choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const option = options.find(({ value }) => value === currentTarget.value);
    if (!option) return;
    void useArticles(store, option.ids);
  };
  const say = sourceWords[locale];
  return html`
    ${selectView({ label: say.answersFrom, id: "answers-from", options, chosen, choose })}
    ${own.length > 0 ? html`<p class="source-own">${say.ownToo(own.length)}</p>` : nothing}
  `;
}

/** No article's id holds a space. */
const allArticles = "all articles";
const someArticles = "some articles";

function optionsFor({ articles, inUse }: Pick<PageState, "articles" | "inUse">, locale: PageState["locale"]): Option[] {
  const say = sourceWords[locale];
  const ids = articles.map(({ id }) => id);
  const labels = articleLabels(articles);
  const isPart = inUse.length > 1 && inUse.length < ids.length;
  return [
    ...(ids.length > 1 ? [{ value: allArticles, label: say.all(ids.length), ids }] : []),
    ...(isPart ? [{ value: someArticles, label: say.some(inUse.length, ids.length), ids: inUse }] : []),
    ...articles.map(({ id }) => ({ value: id, label: labels.get(id) ?? id, ids: [id] })),
  ];
}

function shownView(article: Article, { articles, inUse, locale }: PageState, store: Store): TemplateResult {
  const listed = articles.filter(({ id }) => inUse.includes(id) || id === article.id);
  const labels = articleLabels(articles);
  const options = listed.map(({ id }) => ({ value: id, label: labels.get(id) ?? id, ids: [id] }));
  const choose = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) openArticle(store, currentTarget.value);
  };
  return selectView({ label: sourceWords[locale].shown, id: "shown-article", options, chosen: article.id, choose });
}

interface SelectParts {
  readonly label: string;
  readonly id: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly choose: (event: Event) => void;
}

function selectView({ label, id, options, chosen, choose }: SelectParts): TemplateResult {
  return html`
    <label class="source-choice" for=${id}>
      <span>${label}</span>
      <select id=${id} @change=${choose}>
        ${options.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === chosen)}>${option.label}</option>`,
        )}
      </select>
    </label>
  `;
}

/** A button with a list that closes by itself. */
function menuView(id: string, label: string, list: () => TemplateResult): TemplateResult {
  return html`
    <button type="button" class="plain" popovertarget=${id}>${label}</button>
    <div
      class="source-menu"
      id=${id}
      popover
      @beforetoggle=${(event: ToggleEvent) => fillMenu(event, list)}
      @toggle=${placeMenu}
      @click=${closeMenu}
    ></div>
  `;
}

function contentsView(article: Article): TemplateResult {
  const sections = [...allSections(article.sections)];
  return html`<ul>
    ${sections.map(({ number, heading, span, ...section }) =>
      itemView({
        reference: `§${number.join(".")}`,
        text: heading ? headingText(article, { number, heading, span, ...section }) : "…",
        level: number.length,
        open: () => showSpan(heading ?? span),
      }),
    )}
  </ul>`;
}

function quotedView(article: Article, places: readonly QuotedPlace[], store: Store): TemplateResult {
  const say = sourceWords[store.state.locale];
  if (places.length === 0) return html`<p>${say.nothingQuoted}</p>`;
  const [answers = [], nearest = []] = [false, true].map((isNearest) =>
    places.filter((place) => place.isNearest === isNearest),
  );
  return html`
    ${answers.length > 0 ? html`<p class="menu-kind">${say.answers}</p>` : nothing}
    ${placesView(article, answers, store)}
    ${nearest.length > 0 ? html`<p class="menu-kind" data-kind="nearest">${say.nearest}</p>` : nothing}
    ${placesView(article, nearest, store)}
  `;
}

function placesView(article: Article, places: readonly QuotedPlace[], store: Store): TemplateResult | typeof nothing {
  if (places.length === 0) return nothing;
  const begin = ({ start, end }: Span) =>
    article.text.slice(start, Math.min(end, start + mostCharacters)).toWellFormed();
  return html`<ul>
    ${places.map((place) =>
      itemView({
        reference: place.reference,
        text: begin(place.span),
        level: 1,
        open: () => openPlace(store, place),
      }),
    )}
  </ul>`;
}

/** Of a sentence that is named in a list. */
const mostCharacters = 80;

interface Item {
  readonly reference: string;
  readonly text: string;
  readonly level: number;
  readonly open: () => void;
}

function itemView({ reference, text, level, open }: Item): TemplateResult {
  return html`
    <li data-level=${Math.min(4, level)}>
      <button type="button" @click=${open}><b>${reference}</b> <span>${text}</span></button>
    </li>
  `;
}

/** A long list is made when it is opened, and is gone when it is closed. */
function fillMenu({ currentTarget, newState }: ToggleEvent, list: () => TemplateResult): void {
  if (currentTarget instanceof HTMLElement) render(newState === "open" ? list() : nothing, currentTarget);
}

/** Below its button, and within the window. */
function placeMenu({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const button = currentTarget.previousElementSibling;
  if (!button || !currentTarget.matches(":popover-open")) return;
  const { left, bottom } = button.getBoundingClientRect();
  const most = document.documentElement.clientWidth - currentTarget.offsetWidth - 8;
  currentTarget.style.setProperty("left", `${Math.max(8, Math.min(left, most))}px`);
  currentTarget.style.setProperty("top", `${bottom + 4}px`);
}

function closeMenu({ currentTarget, target }: Event): void {
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof Element)) return;
  if (target.closest("button")) currentTarget.hidePopover();
}
