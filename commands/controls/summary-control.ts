import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { findVersions } from "../parts/find-versions.ts";
import { sayPrivately } from "../parts/say.ts";
import { summaryPage } from "../parts/summary-page.ts";

/** Leafs through the key sentences. */
export const summaryControl: Control = { name: "summary", press: turnPage };

async function turnPage(invocation: ComponentInvocation, state: readonly string[], services: Services): Promise<Reply> {
  const [, letter, hash = "", page = ""] = state;
  const locale = readLocale(letter);
  if (!locale || hash === "" || !/^\d{1,6}$/u.test(page)) return sayPrivately(words[invocation.locale].oldControl);
  const { current, old } = await findVersions(services, [hash]);
  const [article] = current.values();
  if (!article) return sayPrivately(old.size > 0 ? phrases[locale].replaced : phrases[locale].changed);
  const shown = await summaryPage(services, { article, page: Number(page), locale });
  return shown ? { kind: "update", ...shown } : sayPrivately(phrases[invocation.locale].summaryUnderWay);
}
