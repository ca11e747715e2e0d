import { showMarkup } from "./show-markup.ts";

const QUOTE = /^ {0,8}(?:>>> [^]*|> .*(?:\n {0,8}> .*)*)/mu;

/** Gives what a text marks as a quote, as it is shown: the first quote where there are several; nothing where none has words. */
export function markedQuote(content: string): string | undefined {
  const [quote = ""] = QUOTE.exec(content.replaceAll(/\r\n?/gu, "\n")) ?? [];
  const shown = showMarkup(quote);
  return shown === "" ? undefined : shown;
}

/**
 * The ways to take a text in which somebody quotes, none twice and none empty, the likeliest last: as it was typed, since what is
 * quoted may hold such marks itself; as it is shown, without small print below; what it marks as a quote.
 */
export function quoteReadings(content: string): readonly string[] {
  const withoutFooters = content.replaceAll(/^-# .*$/gmu, "");
  const readings = [content, showMarkup(content), showMarkup(withoutFooters), markedQuote(content) ?? ""];
  return [...new Set(readings.map((reading) => reading.trim()).filter((reading) => reading !== ""))];
}
