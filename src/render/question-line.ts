import { escapeInline, tidyLine } from "./escape.ts";
import { shownText } from "./shown-text.ts";

/** No line that the bot writes otherwise begins so. */
const mark = "-# 💬 ";

/** Longer questions are shown cut, and taken up so; escapes can double what is written. */
export const questionLimit = 500;
const writtenLimit = 800;

/**
 * Writes the question above its answer, for others to see what was asked.
 *
 * The bot reads it back from its own messages: nothing else remembers what was asked in a thread.
 */
export function writeQuestionLine(question: string): string[] {
  const whole = escapeInline(tidyLine(question, questionLimit));
  const shown = whole.length <= writtenLimit ? whole : escapeInline(tidyLine(question, writtenLimit / 2));
  return shown === "" ? [] : [`${mark}${shown}`];
}

/** Reads the questions back from a message of the bot's own. */
export function readQuestionLines(content: string): string[] {
  return content
    .split("\n")
    .filter((line) => line.startsWith(mark))
    .map((line) => shownText(line.slice(mark.length)));
}
