import { verifyQuote } from "../../src/answer/verify-quote.ts";
import { quoteReadings } from "../../src/render/markup/marked-quote.ts";
import type { Services } from "../../src/services.ts";

/** A message may say many things, of which one is the quote. */
const mostReadings = 30;

/**
 * Chooses how texts in which somebody quotes are to be taken: with the marks that they hold, as they are shown, or what they mark as
 * a quote. It is the first way in which they stand in the article letter for letter, or else the likeliest.
 *
 * @param texts the likeliest first.
 */
export async function chooseReading(
  { library, prepareVerifying }: Services,
  texts: readonly string[],
  article: string | undefined,
): Promise<string> {
  const [first = ""] = texts;
  const chosen = quoteReadings(first).at(-1) ?? first;
  const all = [...new Set(texts.flatMap(quoteReadings))];
  if (all.length < 2) return chosen;
  for (const given of all.slice(0, mostReadings)) {
    await prepareVerifying?.(library, { given, article });
    if (verifyQuote(library, given, article).kind === "verbatim") return given;
  }
  return chosen;
}
