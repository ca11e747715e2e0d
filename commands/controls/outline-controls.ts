import type { Article } from "../../src/article/article.ts";
import { sectionWritten } from "../../src/article/section-numbered.ts";
import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readPage } from "../../src/render/read-page.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { findVersions } from "../parts/find-versions.ts";
import { outlinePage } from "../parts/outline-page.ts";
import { sayPrivately } from "../parts/say.ts";
import { withNotice } from "../parts/with-notice.ts";

/** Leafs through a table of contents. */
export const outlineControl: Control = {
  name: "outline",
  async press(invocation, [, ...state], services) {
    const found = await readState(invocation, state, services);
    if (found.kind === "reply") return found.reply;
    const { article, locale } = found;
    const shown = outlinePage(article, { page: found.page, locale });
    return found.isOld ? withNotice(shown, article, locale) : { kind: "update", ...shown };
  },
};

/** Opens the chosen section, for the chooser alone: others may be looking at the table. */
export const sectionControl: Control = {
  name: "section",
  async press(invocation, state, services) {
    const found = await readState(invocation, state, services);
    if (found.kind === "reply") return found.reply;
    const { article, isOld } = found;
    const section = sectionWritten(article.sections, invocation.values[0] ?? "");
    if (!section) return sayPrivately(phrases[invocation.locale].changed);
    await services.prepareReading?.(article, section);
    const shown = readPage({ article, section, page: 0, numbers: true, locale: invocation.locale });
    const { kind: _, ...noted } = isOld ? withNotice(shown, article, invocation.locale) : { kind: "update", ...shown };
    return { kind: "message", private: true, ...noted };
  },
};

type State =
  | {
      readonly kind: "state";
      readonly article: Article;
      readonly isOld: boolean;
      readonly page: number;
      readonly locale: Locale;
    }
  | { readonly kind: "reply"; readonly reply: Reply };

async function readState(
  invocation: ComponentInvocation,
  state: readonly string[],
  services: Services,
): Promise<State> {
  const [letter, hash = "", page = ""] = state;
  const locale = readLocale(letter);
  if (!locale || hash === "" || !/^\d{1,6}$/u.test(page)) {
    return { kind: "reply", reply: sayPrivately(words[invocation.locale].oldControl) };
  }
  const { current, old } = await findVersions(services, [hash]);
  const [article] = [...current.values(), ...old.values()];
  if (!article) return { kind: "reply", reply: sayPrivately(phrases[invocation.locale].changed) };
  return { kind: "state", article, isOld: old.size > 0, page: Number(page), locale };
}
