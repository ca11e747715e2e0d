import { listedQuotes } from "../src/answer/answer.ts";
import { answerQuestion } from "../src/answer/answer-question.ts";
import type { Command } from "../src/command.ts";
import type { AutocompleteInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { tidyLine } from "../src/render/escape.ts";
import type { ChoicesReply } from "../src/render/reply.ts";
import { joinShown } from "../src/text/shown-part.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareManagersCommand, questionOption, referenceOption } from "./parts/declare.ts";
import { teachPlace } from "./parts/teach-place.ts";

/** Discord's limits. */
const mostChoices = 25;
const longestChoice = 100;
const mostNearest = 10;

/** Chooses the place that answers a question. */
export const teach: Command = {
  declaration: declareManagersCommand(
    ["teach", "选定出处", "選定出處"],
    [
      "Choose the place that comes first for a question and those that ask the same",
      "选定一个问题的出处，以后问同样的问题时它排在最前面",
      "選定一個問題的出處，以後問同樣的問題時它排在最前面",
    ],
  )
    .addStringOption(questionOption)
    .addStringOption((option) => referenceOption(option).setRequired(true))
    .addStringOption(articleOption)
    .toJSON(),
  run(invocation, services) {
    const { question, reference, article } = invocation.options;
    return teachPlace(invocation, services, {
      question: String(question ?? ""),
      reference: String(reference ?? ""),
      article: article === undefined ? undefined : String(article),
    });
  },
  complete: completeTeaching,
};

/** Before a reference is typed, the places that come nearest to the question stand above the sections. */
function completeTeaching(invocation: AutocompleteInvocation, services: Services): ChoicesReply {
  const { focused, options } = invocation;
  const others = complete(invocation, services);
  const question = String(options["question"] ?? "").trim();
  if (focused.name !== "reference" || focused.value.trim() !== "" || question === "") return others;
  const id = options["article"];
  const article = typeof id === "string" && services.library.articles.has(id) ? id : undefined;
  // A reference names a place of one article.
  if (article === undefined && services.library.articles.size > 1) return others;
  const nearest = listedQuotes(answerQuestion(services.library, question, { article, limit: mostNearest }));
  const choices = nearest.map(({ reference, shown }) => ({
    name: tidyLine(`${reference} ${joinShown(shown)}`, longestChoice),
    value: reference,
  }));
  return { kind: "choices", choices: [...choices, ...others.choices].slice(0, mostChoices) };
}
