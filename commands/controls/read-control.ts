import { sectionWritten } from "../../src/article/section-numbered.ts";
import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readPage } from "../../src/render/read-page.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { findVersions } from "../parts/find-versions.ts";
import { sayPrivately } from "../parts/say.ts";
import { withNotice } from "../parts/with-notice.ts";

/** Leafs through a section and on to others. */
export const readControl: Control = { name: "read", press: turnPage };

async function turnPage(invocation: ComponentInvocation, state: readonly string[], services: Services): Promise<Reply> {
  const [, letter, hash = "", number, page = "", numbers] = state;
  const locale = readLocale(letter);
  if (!locale || !/^\d{1,6}$/u.test(page) || hash === "") return sayPrivately(words[invocation.locale].oldControl);
  const { current, old } = await findVersions(services, [hash]);
  const [article] = [...current.values(), ...old.values()];
  const section = article && sectionWritten(article.sections, number ?? "");
  if (!article || !section) return sayPrivately(phrases[invocation.locale].changed);
  await services.prepareReading?.(article, section);
  const shown = readPage({ article, section, page: Number(page), numbers: numbers === "n", locale });
  return old.size === 0 ? { kind: "update", ...shown } : withNotice(shown, article, locale);
}
