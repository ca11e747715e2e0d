import type { ComponentInvocation, Control, ModalInvocation, Services } from "../../src/command.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { chooseArticle } from "../parts/choose-article.ts";
import { nearestPlaces, readPlace } from "../parts/nearest-places.ts";
import { openGap } from "../parts/open-inbox.ts";
import { sayPrivately } from "../parts/say.ts";
import { teachPlace } from "../parts/teach-place.ts";

/** Answers a sent question by teaching: the place is chosen from the nearest passages, or named in a form. */
export const answerGapControls: readonly Control[] = [
  { name: "gap-answer", asks: true, press: offerPlaces },
  { name: "gap-place", press: choosePlace },
  { name: "gap-form", press: openForm, submit: namePlace },
];

async function offerPlaces(
  invocation: ComponentInvocation,
  [key = ""]: readonly string[],
  services: Services,
): Promise<Reply> {
  const opened = await openGap(invocation, services, key);
  if (opened.kind === "reply") return opened.reply;
  return nearestPlaces(opened.gap, services, invocation.locale);
}

async function choosePlace(
  invocation: ComponentInvocation,
  [key = ""]: readonly string[],
  services: Services,
): Promise<Reply> {
  const opened = await openGap(invocation, services, key);
  if (opened.kind === "reply") return opened.reply;
  const { locale, values } = invocation;
  const place = readPlace(values[0] ?? "");
  if (!place) return sayPrivately(words[locale].oldControl);
  const article = [...services.library.articles.values()].find(({ version }) => version.startsWith(place.version));
  if (!article) return sayPrivately(phrases[locale].changed);
  const { question } = opened.gap;
  return teachPlace(invocation, services, { question, article: article.id, reference: place.reference });
}

/** A form must be the first response, so that it comes before anything is read; what is sent in it is checked. */
function openForm({ locale }: ComponentInvocation, [key = ""]: readonly string[], { guild, library }: Services): Reply {
  const say = phrases[locale].inbox.place;
  if (!guild) return sayPrivately(words[locale].oldControl);
  const input = { isLong: false, maxLength: 100 };
  const [first] = library.articles.values();
  return {
    kind: "modal",
    customId: writeControlId("gap-form", [key]),
    title: say.title,
    inputs: [
      { ...input, customId: "reference", label: say.reference, required: true },
      ...(library.articles.size > 1
        ? [{ ...input, customId: "article", label: say.article, required: true, value: first?.id }]
        : []),
    ],
  };
}

async function namePlace(
  invocation: ModalInvocation,
  [key = ""]: readonly string[],
  services: Services,
): Promise<Reply> {
  const opened = await openGap(invocation, services, key);
  if (opened.kind === "reply") return opened.reply;
  const { fields, locale } = invocation;
  const named = fields["article"]?.trim() ?? "";
  const chosen = chooseArticle(services.library, named === "" ? {} : { article: named }, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const { question } = opened.gap;
  return teachPlace(invocation, services, {
    question,
    article: chosen.article.id,
    reference: fields["reference"] ?? "",
  });
}
