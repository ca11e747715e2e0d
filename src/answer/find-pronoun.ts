import type { Span } from "../text/span.ts";
import { POINTING, PRONOUNS } from "./follow-up-patterns.ts";
import type { NamedParts } from "./mentions.ts";
import type { Question } from "./question.ts";
import { contentRuns } from "./resumed-text.ts";

/** Finds the first pronoun of a question that nothing before it in the same question explains. */
export function findPronoun(asked: NamedParts, context: Question): Span | undefined {
  const { text } = asked.question.folded;
  const found = [...PRONOUNS.flatMap((pattern) => find(pattern, text)), ...pointing(text, context)];
  const [first] = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return first && !isExplained(first, asked) ? first : undefined;
}

function find(pattern: RegExp, text: string): Span[] {
  const match = pattern.exec(text);
  if (!match) return [];
  const kept = /^(?:is|was|does|did|would|will|can|could|are|were|do) /u.exec(match[0])?.[0].length ?? 0;
  return [{ start: match.index + kept, end: match.index + match[0].length }];
}

function pointing(text: string, context: Question): Span[] {
  return POINTING.flatMap((pattern) => {
    const match = pattern.exec(text);
    const noun = match?.groups?.["noun"];
    return match && noun !== undefined && context.folded.text.includes(noun)
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [];
  });
}

function isExplained({ start, end }: Span, { question, mentions }: NamedParts): boolean {
  if (mentions.some((mention) => (mention.sort === "name" || mention.sort === "person") && mention.end <= start))
    return true;
  const { text } = question.folded;
  const runs = contentRuns(question).filter((run) => run.end <= start);
  const before = text.slice(0, start);
  if (runs.some((run) => /[,，。.;；!?]/u.test(text.slice(run.end, start)))) return true;
  if (/\p{Script=Han}/u.test(text)) return /^[其该此]/u.test(text.slice(start)) && runs.length > 0;
  const leans = /^(?:its|his|hers?|their|theirs)\b/u.test(text.slice(start, end)) || JOINED.test(before);
  const isNoun = (run: Span): boolean =>
    DETERMINED.test(text.slice(0, run.start)) ||
    /(?:[^siua]s|people|men|women|children)\b/u.test(text.slice(run.start, run.end));
  return leans && runs.some(isNoun);
}

/** Behind these a pronoun takes up what the same question has named. */
const JOINED = /\b(?:before|after|when|if|because|that|than|until|while|once|though|since|and|but) $/u;
const DETERMINED = /\b(?:the|an?|my|your|our|many|every|each|any)\s$/u;
