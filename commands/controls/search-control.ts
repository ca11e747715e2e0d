import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { findVersions } from "../parts/find-versions.ts";
import { sayPrivately } from "../parts/say.ts";
import { searchPage } from "../parts/search-page.ts";

/** Leafs through the places where some words stand; they are looked for anew in the article in use. */
export const searchControl: Control = { name: "search", press: turnPage };

async function turnPage(invocation: ComponentInvocation, state: readonly string[], services: Services): Promise<Reply> {
  const [, letter, hash, page = "", ...sought] = state;
  const locale = readLocale(letter);
  if (!locale || hash === undefined || !/^\d{1,6}$/u.test(page))
    return sayPrivately(words[invocation.locale].oldControl);
  const { current, old } = await findVersions(services, hash === "" ? [] : [hash]);
  const [found] = [...current.values(), ...old.values()];
  const article = found && services.library.articles.get(found.id);
  if (hash !== "" && !article) return sayPrivately(phrases[invocation.locale].changed);
  const shown = await searchPage(services, {
    words: sought.join(":"),
    article: article?.id,
    page: Number(page),
    locale,
  });
  return shown ? { kind: "update", ...shown } : sayPrivately(words[invocation.locale].busy);
}
