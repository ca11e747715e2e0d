import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { type Article, countContent, type Original } from "../../../article/article.ts";
import type { Span } from "../../../text/span.ts";
import { holdSource } from "./follow-answer.ts";
import { keep } from "./keep.ts";
import { mapSource, type SourceMap } from "./map-places.ts";
import { quotedPlaces, type QuotedPlace } from "./quoted-places.ts";
import { keepNumber, moveNumber, pressNumber } from "./sentence-numbers.ts";
import { openPlace } from "./show-place.ts";
import { sourceGroups, type SourceGroup } from "./source-blocks.ts";
import { splitGroups } from "./split-groups.ts";
import type { PageState } from "../state.ts";
import type { Store } from "../store.ts";
import { sourceWords, type SourceWords } from "../words/source.ts";
import { filesNoticeView } from "../files/drop-views.ts";
import { sourceHeadView } from "./source-head-view.ts";
import { sourceMapView } from "./source-map-view.ts";
import { sourceTextView } from "./source-text-view.ts";
import { sourceToolbarView } from "./source-toolbar-view.ts";

/** The article beside the chat: where the quotes come from. */
export function sourceView(state: PageState, store: Store): TemplateResult {
  const { articles, inUse, source, locale } = state;
  const article =
    articles.find(({ id }) => id === source.articleId) ?? articles.find(({ id }) => id === inUse[0]) ?? articles[0];
  return html`
    <div class="source-pane">
      ${keep([article], () => laidOut(article, store), state)}
      <p class="unseen" role="status" lang=${locale}>${source.notice}</p>
    </div>
  `;
}

/** An article with what is worked out of it once. */
interface LaidOut {
  readonly article: Article;
  readonly groups: readonly SourceGroup[];
  readonly map: SourceMap;
}

function laidOut(article: Article | undefined, store: Store) {
  const groups = article ? splitGroups(sourceGroups(article)) : [];
  const drawn = article && { article, groups, map: mapSource(article, groups) };
  return (state: PageState) => {
    const { messages, articles, bot } = state;
    const drawQuoted = () => {
      const places = quotedPlaces({ messages, articles }, bot.id);
      const here = places.filter(({ articleId }) => articleId === article?.id);
      return (now: PageState) => html`
        ${sourceHeadView({ article, places: here }, now, store)} ${filesNoticeView(now, store)}
        ${
          drawn
            ? articleView({ ...drawn, places: here }, now, store)
            : html`<p class="source-empty">${sourceWords[now.locale].noArticle}</p>`
        }
      `;
    };
    return html`${keep([article, messages, articles], drawQuoted, state)}`;
  };
}

interface Drawn extends LaidOut {
  readonly places: readonly QuotedPlace[];
}

function articleView({ article, groups, map, places }: Drawn, state: PageState, store: Store): TemplateResult {
  const say = sourceWords[state.locale];
  // A highlight belongs to the article that it was found in.
  const highlighted = article.id === state.source.articleId ? state.source.highlighted : none;
  const drawText = () => {
    const [nearest = [], quoted = []] = [true, false].map((isNearest) =>
      places.filter((place) => place.isNearest === isNearest).map(({ span }) => span),
    );
    return sourceTextView({
      article,
      groups,
      lines: map.lines,
      highlighted,
      quoted,
      nearest,
      entry: firstReference(groups),
      say,
      locale: state.locale,
    });
  };
  const follow = (place: QuotedPlace) => openPlace(store, place);
  return html`
    <div
      class="source-body"
      @pointerdown=${() => holdSource(store)}
      @wheel=${{ handleEvent: () => holdSource(store), passive: true }}
      @keydown=${(event: KeyboardEvent) => holdByKey(event, store)}
    >
      <div class="source-scroll" data-source-scroll role="region" aria-label=${say.text} tabindex="0">
        <div class="source-page" data-source-text @click=${pressNumber} @keydown=${moveNumber} @focusin=${keepNumber}>
          ${guard([article, state.locale], () => titleView(article, state))}
          ${guard([article, places, highlighted, state.locale], drawText)} ${sourceToolbarView(article, state, store)}
        </div>
      </div>
      ${guard([article, places, highlighted, say], () =>
        sourceMapView({ map, groups, places, highlighted, say, follow }),
      )}
    </div>
  `;
}

/** The tabulator leads through the page. */
function holdByKey({ key }: KeyboardEvent, store: Store): void {
  if (key !== "Tab" && key !== "Shift") holdSource(store);
}

const none: readonly Span[] = [];

function firstReference(groups: readonly SourceGroup[]): string | undefined {
  for (const { blocks } of groups)
    for (const block of blocks) if (block.kind === "paragraph") return block.sentences[0]?.reference;
  return undefined;
}

function titleView(article: Article, { locale }: PageState): TemplateResult {
  const { title, titleSpan, source, date, attribution, version, original, sections, language } = article;
  const say = sourceWords[locale];
  const counts = countContent(sections);
  const { address } = source;
  const isPage = address !== undefined && /^https?:\/\//iu.test(address);
  const name = source.name ?? address;
  return html`
    <header class="source-title">
      <h2 lang=${language}>
        ${
          titleSpan
            ? html`<span data-start=${titleSpan.start} data-end=${titleSpan.end}
                >${article.text.slice(titleSpan.start, titleSpan.end)}</span
              >`
            : title
        }
      </h2>
      <p class="source-facts">
        ${
          name === undefined
            ? nothing
            : isPage
              ? html`<a href=${address} target="_blank" rel="noreferrer">${name}</a> · `
              : html`${name} · `
        }
        ${date === undefined ? nothing : html`${say.published(date)} · `}
        ${say.counts(counts.sections, counts.paragraphs, counts.sentences)} ·
        <span title=${version}>${say.version(version.slice(0, 8))}</span>
      </p>
      ${original ? originalView(original, say) : nothing}
      ${attribution === undefined ? nothing : html`<p class="source-attribution" lang=${language}>${attribution}</p>`}
    </header>
  `;
}

/** What the text was read out of, and what had to be guessed for it. */
function originalView({ format, notes, sha256 }: Original, say: SourceWords): TemplateResult {
  return html`<p class="source-facts">
    ${say.readOutOf(format)}${notes.map((note) => ` · ${note}`)} ·
    <span title=${sha256}>${say.original(sha256.slice(0, 8))}</span>
  </p>`;
}
