import { render } from "lit";
import { ids } from "../../local-discord/world.ts";
import { localeFor } from "../../render/locale.ts";
import { hear } from "./act.ts";
import { fetchShelf, fetchWorld, listen } from "./server.ts";
import { openSource, type PageState } from "./state.ts";
import { createStore } from "./store.ts";
import { appView } from "./views/app.ts";

const [world, shelf] = await Promise.all([fetchWorld(), fetchShelf()]);

const initial: PageState = {
  guildName: world.guild.name,
  reader: world.reader,
  bot: world.bot,
  channels: world.channels,
  messages: world.messages,
  commands: world.commands,
  ...shelf,
  locale: localeFor(navigator.language),
  theme: matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark",
  channelId: ids.channel,
  pane: "chat",
  draft: { kind: "text", text: "" },
  replyTo: undefined,
  modal: undefined,
  menu: undefined,
  exchanges: [],
  inspected: undefined,
  isWaiting: false,
  source: openSource(shelf.inUse[0] ?? ""),
  preview: undefined,
  problem: undefined,
};

const root = document.querySelector<HTMLElement>("#page");
if (root) {
  const show = (state: PageState) => {
    document.documentElement.lang = state.locale;
    document.documentElement.dataset["theme"] = state.theme;
    render(appView(state, store), root);
  };
  const store = createStore(initial, show);
  show(initial);
  listen((event) => void hear(store, event));
}
