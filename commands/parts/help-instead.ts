import { isHeading } from "../../src/answer/is-heading.ts";
import { findTaught } from "../../src/answer/put-taught-first.ts";
import { readUtterance } from "../../src/answer/utterance.ts";
import type { Services } from "../../src/services.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { exampleRows } from "./example-rows.ts";
import { sayPrivately } from "./say.ts";

export interface Given {
  readonly question: string;
  readonly article?: string | undefined;
  readonly locale: Locale;
}

/**
 * Helps whoever gave a greeting, thanks, an address or another bot's command where a question was expected; gives nothing
 * for a question, for what people of the server taught, and for a heading.
 */
export function helpInstead({ question, article, locale }: Given, services: Services): MessageReply | undefined {
  const { library, taught } = services;
  const said = readUtterance(question);
  if (
    said === "question" ||
    findTaught(library, question, { taught, article }) ||
    isHeading(library, question, article)
  )
    return undefined;
  const { help, noQuestion } = phrases[locale];
  const examples = exampleRows(services, locale);
  const lines = [noQuestion[said], help.short, ...(examples.length > 0 ? [help.examples] : [])];
  return sayPrivately(lines.join("\n"), examples);
}
