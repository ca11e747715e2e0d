import type { Invocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { wordsNeverSought, wordsNowhere } from "../../src/community/check-words.ts";
import { planAddWords, readWords } from "../../src/community/words.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { showWordsLine } from "../../src/render/words-line.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "./say.ts";
import { undoRow } from "./undo-row.ts";

export interface AddedWords {
  readonly line: string;
  /** What was found out about it before. */
  readonly notes?: readonly string[] | undefined;
}

/** Adds a line of words, and tells so. */
export async function addWords(
  { id, asker, locale }: Pick<Invocation, "id" | "asker" | "locale">,
  services: Services,
  { line, notes = [] }: AddedWords,
): Promise<MessageReply> {
  const say = phrases[locale].server.words;
  const { guild, now } = services;
  if (!guild || readWords(line).length === 0) return sayPrivately(words[locale].oldControl);
  const added = { key: id, line, at: now?.() ?? 0, by: asker.id };
  const changed = await guild.change({ change: id, person: asker.id }, (state) => planAddWords(state, added));
  if (changed.kind === "refused") return sayPrivately(say.refused[changed.refusal]);
  const content = [say.added, showWordsLine(line), ...notes, ...warnOfWords(line, services, locale)].join("\n");
  return sayPrivately(content, [undoRow(changed.change.id, locale)]);
}

const mostNamed = 5;

/** Warns of words that no question is searched for, and of those that the articles are said to have, and have not. */
export function warnOfWords(line: string, { library }: Services, locale: Invocation["locale"]): string[] {
  const say = phrases[locale].server.words;
  const rules = readWords(line);
  const idle = wordsNeverSought(
    rules.flatMap((rule) => rule.asked),
    library,
  );
  const found = rules.flatMap((rule) => rule.found);
  const nowhere = wordsNowhere(found, library);
  // Of words that find one another those of the readers may stand nowhere: some has to.
  const isMutual = rules.some(({ mutual }) => mutual);
  const isFine = nowhere.length === 0 || (isMutual && nowhere.length < found.length);
  return [
    ...(idle.length > 0 ? [say.neverSought(nameWords(idle))] : []),
    ...(isFine ? [] : [say.nowhere(nameWords(nowhere))]),
  ];
}

function nameWords(named: readonly string[]): readonly string[] {
  return named.slice(0, mostNamed).map((word) => `**${escapeInline(tidyLine(word, 40))}**`);
}
