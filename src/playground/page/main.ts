import { render } from "lit";
import { ids } from "../../local-discord/world.ts";
import { attempt, hear, reload } from "./act.ts";
import { pageCommands } from "./box/page-commands.ts";
import { shortcutOf, useShortcut } from "./frame/keyboard.ts";
import { loadPreferences, preferenceWriter, preferredLocale, sourceShares, themeFor } from "./frame/preferences.ts";
import { watchSelection } from "./source/selection.ts";
import type { WorldEvent } from "../wire.ts";
import { fetchShelf, fetchWorld, listen, postLocale } from "./server.ts";
import { openSource, type PageState } from "./state.ts";
import { createStore, type Store } from "./store.ts";
import { articleFor } from "./chat/fitting-language.ts";
import type { Locale } from "../../render/locale.ts";
import { showSpan } from "./source/show-span.ts";
import { openArticle } from "./source/show-place.ts";
import { measureRoom } from "./frame/room.ts";
import { appView } from "./frame/app-view.ts";
import { watchDrops } from "./files/watch-drops.ts";
import { prepareComponents } from "./chat/prepare-components.ts";

const [world, shelf] = await Promise.all([fetchWorld(), fetchShelf()]);

const light = matchMedia("(prefers-color-scheme: light)");
const rooms = measureRoom((query) => matchMedia(query));
const preferences = {
  locale: preferredLocale(navigator.languages),
  themeChoice: "system",
  standing: "manager",
  isSourceOpen: true,
  sourceShare: sourceShares.usual,
  ...loadPreferences(() => localStorage),
} as const;

const initial: PageState = {
  guildName: world.guild.name,
  reader: world.reader,
  bot: world.bot,
  channels: world.channels,
  messages: world.messages,
  roles: world.roles,
  commands: pageCommands(world.commands, world),
  ...shelf,
  ...preferences,
  theme: themeFor(preferences.themeChoice, light.matches),
  room: rooms.now(),
  membersChoice: undefined,
  channelId: ids.channel,
  pane: "chat",
  unread: [],
  earlier: 0,
  draft: { kind: "text", text: "" },
  sentDrafts: [],
  attached: [],
  replyTo: undefined,
  modal: undefined,
  menu: undefined,
  exchanges: [],
  inspected: undefined,
  copied: undefined,
  isHelpOpen: false,
  isWaiting: false,
  source: openSource(articleInUse(shelf, preferences.locale)),
  preview: undefined,
  problem: undefined,
  isConnected: true,
};

function articleInUse({ articles, inUse }: Pick<PageState, "articles" | "inUse">, locale: Locale): string {
  const used = articles.filter(({ id }) => inUse.includes(id));
  return articleFor(used, locale)?.id ?? "";
}

/** Whoever has asked nothing yet gets the article that they can read. */
function changeLanguage(store: Store, before: Locale): void {
  const { messages, source, locale } = store.state;
  const isUntouched = messages.length === 0 && !source.isHeld && source.articleId === articleInUse(store.state, before);
  if (isUntouched) openArticle(store, articleInUse(store.state, locale));
}

/** On narrow screens one pane is to be seen. */
function seesSource({ pane, isSourceOpen }: PageState): boolean {
  return pane === "source" || (isSourceOpen && matchMedia("(width >= 900px)").matches);
}

prepareComponents();

const root = document.querySelector<HTMLElement>("#page");
if (root) {
  const keep = preferenceWriter(() => localStorage);
  let shown = initial;
  const show = (state: PageState) => {
    document.documentElement.lang = state.locale;
    document.documentElement.dataset["theme"] = state.theme;
    keep(state);
    render(appView(state, store), root);
    const before = shown;
    shown = state;
    // Text that is not to be seen cannot be scrolled.
    if (seesSource(state) && !seesSource(before)) showSpan(state.source.highlighted[0]);
    if (state.locale !== before.locale) changeLanguage(store, before.locale);
  };
  const store = createStore(initial, show);
  show(initial);
  light.addEventListener("change", () => {
    store.update({ theme: themeFor(store.state.themeChoice, light.matches) });
  });
  rooms.watch((room) => store.update({ room }));
  document.addEventListener("keydown", (event) => {
    const shortcut = shortcutOf(event);
    if (shortcut && useShortcut(store, shortcut)) event.preventDefault();
  });
  watchSelection(store);
  watchDrops(store);
  const listener = {
    happened: (event: WorldEvent) => void hear(store, event),
    lost: () => store.update({ isConnected: false }),
    found: () => void reload(store),
  };
  listen(listener, world.lastEvent);
  await attempt(store, () => postLocale({ locale: initial.locale }));
}
