import { formatReference } from "../../src/article/format-reference.ts";
import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { readLocale } from "../../src/render/answer-state.ts";
import { citationForms } from "../../src/render/cite.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { renderCitation } from "../../src/render/render-citation.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { dayOf } from "../parts/day-of.ts";
import { findPlace } from "../parts/find-place.ts";
import { findVersions } from "../parts/find-versions.ts";
import { sayPrivately } from "../parts/say.ts";
import { withNotice } from "../parts/with-notice.ts";

/** Writes a citation in the chosen form. */
export const citeControl: Control = { name: "cite", press: chooseForm };

async function chooseForm(
  invocation: ComponentInvocation,
  state: readonly string[],
  services: Services,
): Promise<Reply> {
  const [letter, hash = "", ...reference] = state;
  const locale = readLocale(letter);
  const form = citationForms.find((each) => each === invocation.values[0]);
  if (!locale || !form || hash === "") return sayPrivately(words[invocation.locale].oldControl);
  const { current, old } = await findVersions(services, [hash]);
  const [article] = [...current.values(), ...old.values()];
  const place = article && findPlace(article, reference.join(":"), locale);
  if (!article || place?.kind !== "found") return sayPrivately(phrases[invocation.locale].changed);
  const date = dayOf(invocation.id);
  const shown = renderCitation({ ...place, article, reference: formatReference(place.reference), date, form, locale });
  return old.size === 0 ? { kind: "update", ...shown } : withNotice(shown, article, locale);
}
