import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import type { Reply } from "../src/render/reply.ts";
import { checkQuote } from "./parts/check-quote.ts";
import { chooseAnyArticle } from "./parts/choose-article.ts";
import { chooseReading } from "./parts/choose-reading.ts";
import { complete } from "./parts/complete.ts";
import {
  articleOption,
  declareCommand,
  named,
  privateDescription,
  privateName,
  referenceOption,
} from "./parts/declare.ts";

/** Discord would take 6,000 characters; no message could show what they differ in. */
const longestQuote = 2000;

/** Tells whether a quote is verbatim, where it stands, and whether that is where it was cited. */
export const verify: Command = {
  declaration: declareCommand(
    ["verify", "核对", "核對"],
    [
      "Check whether a quote is verbatim, and where it stands",
      "核对引文是否逐字相符、出自何处",
      "核對引文是否逐字相符、出自何處",
    ],
  )
    .addStringOption((option) =>
      named(option, ["quote", "引文", "引文"], ["The text to check", "要核对的文字", "要核對的文字"])
        .setRequired(true)
        .setMaxLength(longestQuote),
    )
    .addStringOption(referenceOption)
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: verifyGiven,
  complete,
};

async function verifyGiven({ options, locale }: CommandInvocation, services: Services): Promise<Reply> {
  const { library } = services;
  const reference = options["reference"] === undefined ? undefined : String(options["reference"]);
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const article = chosen.kind === "article" ? chosen.article : undefined;
  const given = await chooseReading(services, [String(options["quote"] ?? "")], article?.id);
  return checkQuote(services, { given, article, reference, locale, private: options["private"] === true });
}
