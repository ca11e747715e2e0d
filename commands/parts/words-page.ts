import type { Services } from "../../src/services.ts";
import { emptyState } from "../../src/community/guild-state.ts";
import type { Row } from "../../src/render/component.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ManagersPage } from "./for-managers.ts";

const linesAtOnce = 8;

/** Shows a page of a server's own words, counted from 0. */
export async function wordsPage(
  { guild }: Services,
  { page, locale, madeFor }: ManagersPage,
): Promise<{ readonly content: string; readonly components: readonly Row[] }> {
  const say = phrases[locale].server.words;
  const { words } = (await guild?.fresh()) ?? emptyState;
  if (words.size === 0) return { content: say.empty, components: [] };
  const pages = Math.ceil(words.size / linesAtOnce);
  const at = Math.min(page, pages - 1);
  const shown = [...words.values()].slice(at * linesAtOnce, (at + 1) * linesAtOnce);
  const lines = shown.map(({ line }) => `- ${escapeInline(tidyLine(line, 100))}`);
  const below = pages > 1 ? [`-# ${phrases[locale].page(at + 1, pages)}`] : [];
  const leafing = pageRows({ name: "words", stateOf: (to) => [String(to), madeFor], page: at, pages, locale });
  return {
    content: [say.title(words.size), ...lines, ...below].join("\n"),
    components: leafing,
  };
}
