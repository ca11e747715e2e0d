import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { readWordsLine } from "../../src/render/words-line.ts";
import { words } from "../../src/render/words/all.ts";
import { addWords } from "../parts/add-words.ts";
import { forManagers } from "../parts/for-managers.ts";
import { sayPrivately } from "../parts/say.ts";
import { scopePage } from "../parts/scope-page.ts";
import { wordsPage } from "../parts/words-page.ts";

/** Leafs through what is asked where. */
const scopesControl: Control = {
  name: "scopes",
  isOpen: true,
  press: (...pressed) => forManagers(pressed[0], pressed[2], pressed[1][2]) ?? turnPage(scopePage, ...pressed),
};

/** Leafs through the server's own words. */
const wordsControl: Control = {
  name: "words",
  isOpen: true,
  press: (...pressed) => forManagers(pressed[0], pressed[2], pressed[1][2]) ?? turnPage(wordsPage, ...pressed),
};

/** Adds the words that stand in the message, although they lead questions elsewhere. */
const addWordsControl: Control = {
  name: "add-words",
  isOpen: true,
  press: (invocation, [madeFor], services) => forManagers(invocation, services, madeFor) ?? add(invocation, services),
};

const dropWordsControl: Control = {
  name: "drop-words",
  isOpen: true,
  press: (invocation, [madeFor], services) =>
    forManagers(invocation, services, madeFor) ?? {
      kind: "update",
      content: phrases[invocation.locale].server.words.dropped,
      quotes: [],
      components: [],
    },
};

export const librarySettingsControls: readonly Control[] = [
  scopesControl,
  wordsControl,
  addWordsControl,
  dropWordsControl,
];

async function turnPage(
  show: typeof scopePage | typeof wordsPage,
  ...[{ locale }, [, page = "", madeFor = ""], services]: Parameters<Control["press"]>
): Promise<Reply> {
  if (!services.guild || !/^\d{1,4}$/u.test(page)) return sayPrivately(words[locale].oldControl);
  return { kind: "update", quotes: [], ...(await show(services, { page: Number(page), locale, madeFor })) };
}

async function add(invocation: ComponentInvocation, services: Services): Promise<Reply> {
  const line = readWordsLine(invocation.message.content);
  if (line === undefined) return sayPrivately(words[invocation.locale].oldControl);
  const { content, components } = await addWords(invocation, services, { line });
  return { kind: "update", content, components, quotes: [] };
}
