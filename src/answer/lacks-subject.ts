import type { NamedParts } from "./mentions.ts";
import type { Question } from "./question.ts";
import { contentRuns } from "./resumed-text.ts";

/** Of the content of a Chinese question, in ideographs; with more it says what it is about. */
const MOST_IDEOGRAPHS = 3;

/** Tells whether a question asks, but neither names nor says what it is about: `收入是多少?`, `说了什么?` */
export function lacksSubject({ question, mentions }: NamedParts): boolean {
  if (!question.asking || mentions.some(({ sort }) => sort === "name" || sort === "person" || sort === "section"))
    return false;
  return /\p{Script=Han}/u.test(question.folded.text) ? lacksChineseSubject(question) : lacksEnglishSubject(question);
}

function lacksEnglishSubject({ words, type, folded: { text } }: Question): boolean {
  if (words.length >= 2) return false;
  // What nobody knows yet is brought in by `a`: How long must a password be?
  if (/\ban? [a-z]/u.test(text)) return false;
  const isWhole = type === "definition" || type === "summary" || /\bwho(?:['’]s| is| was)\b/u.test(text);
  return !(words.length === 1 && isWhole);
}

function lacksChineseSubject(question: Question): boolean {
  const { type, words, folded } = question;
  const text = folded.text.replace(/^\s*(?:那么?|请问|也|还|又|都)*/u, "");
  const length = contentRuns(question).reduce((sum, { start, end }) => sum + end - start, 0);
  if (length === 0) return type !== "summary";
  if (type === "definition" || type === "summary" || /谁是|是谁|.[叫称]什么/u.test(text)) return words.length === 0;
  // A cleft tells more of what is known already: 什么时候开放的?
  if (CLEFT.test(text)) return length <= 2 * MOST_IDEOGRAPHS;
  if (/^(?:[每各要]|需要|必须|得)/u.test(text)) return length <= 2 * MOST_IDEOGRAPHS;
  return length <= MOST_IDEOGRAPHS && !hasSubjectFirst(question);
}

const CLEFT = /^(?:是)?(?:什么时候|何时|在?哪|谁|怎么|为什么|由谁|被谁).{1,12}的[?\s]*$/u;

/** What stands before what may be done is what the question is about: 狗|可以进场吗? */
function hasSubjectFirst(question: Question): boolean {
  const { text } = question.folded;
  const at = text.search(
    /可以|可不可以|可否|能不能|能否|能(?!源|力|量)|会不会|会(?!议|员)|要不要|必须|需要|应该|允许|是否|放|用/u,
  );
  const [first] = contentRuns(question);
  return first !== undefined && first.end <= at && !(question.asking && question.asking.start < at);
}
