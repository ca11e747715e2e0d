import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { formatReference } from "../src/article/format-reference.ts";
import { citationForms } from "../src/render/cite.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { renderCitation } from "../src/render/render-citation.ts";
import type { Reply } from "../src/render/reply.ts";
import { chooseArticleFor } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { dayOf } from "./parts/day-of.ts";
import {
  articleOption,
  declareCommand,
  named,
  privateDescription,
  privateName,
  referenceOption,
} from "./parts/declare.ts";
import { explainEmpty } from "./parts/explain-empty.ts";
import { findPlace } from "./parts/find-place.ts";
import { sayPrivately } from "./parts/say.ts";

const forms = phrases.en.cite.forms;

/** Gives a quote with its citation in one of the usual forms. */
export const cite: Command = {
  declaration: declareCommand(
    ["cite", "引用", "引用"],
    ["Quote a reference, with its citation to copy", "引用一处原文，附可复制的出处", "引用一處原文，附可複製的出處"],
  )
    .addStringOption((option) => referenceOption(option).setRequired(true))
    .addStringOption((option) =>
      named(option, ["form", "格式", "格式"], ["Form of the citation", "引文格式", "引用格式"]).setChoices(
        citationForms.map((form) => ({
          name: forms[form],
          value: form,
          name_localizations: {
            "zh-CN": phrases["zh-CN"].cite.forms[form],
            "zh-TW": phrases["zh-TW"].cite.forms[form],
          },
        })),
      ),
    )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: citeReference,
  complete,
};

function citeReference(invocation: CommandInvocation, services: Services): Reply {
  const { id, options, locale } = invocation;
  const chosen = chooseArticleFor(invocation, services);
  if (chosen.kind === "reply") return chosen.reply;
  const { article } = chosen;
  const place = findPlace(article, String(options["reference"] ?? ""), locale);
  if (place.kind === "wrong") return sayPrivately(place.explanation);
  const reference = formatReference(place.reference);
  if (place.spans.length === 0) return sayPrivately(explainEmpty(article, place.section, locale));
  const form = citationForms.find((each) => each === options["form"]) ?? "plain";
  const shown = renderCitation({ ...place, article, reference, date: dayOf(id), form, locale });
  return { kind: "message", private: options["private"] === true, ...shown };
}
