import { suggestForReader } from "../../commands/parts/complete.ts";
import type { Answer } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import { readUtterance } from "../answer/utterance.ts";
import type { Locale } from "../render/locale.ts";
import type { Services } from "../services.ts";
import { type Steps, whenThere } from "../text/steps.ts";
import type { Examples } from "./wire.ts";

/** More than are shown at once. */
const mostQuestions = 6;
/** Every one of them is answered before it is shown. */
const mostTried = 24;

/** Questions that are far from what people write articles about; which of them is, an article decides. */
const farQuestions: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "What will the weather be like tomorrow?",
    "Who won the last chess world championship?",
    "How deep is the Mariana Trench?",
    "How long do you boil an ostrich egg?",
  ],
  "zh-CN": ["明天天气怎么样？", "上一届国际象棋世界冠军是谁？", "马里亚纳海沟有多深？", "鸵鸟蛋要煮多久？"],
  "zh-TW": ["明天天氣怎麼樣？", "上一屆西洋棋世界冠軍是誰？", "馬里亞納海溝有多深？", "鴕鳥蛋要煮多久？"],
};

/**
 * Chooses what a reader can press: questions in their script, those in their language first, that are answered without
 * doubt as they are asked, of all articles; and one that is declined. All were tried.
 *
 * @param article only this one's questions; absent means all articles'.
 */
export function* chooseExamples(services: Services, locale: Locale, article?: string): Steps<Examples> {
  const { library } = services;
  const isAnswered = (as: Answer["kind"]) => (question: string) =>
    readUtterance(question) === "question" && answerQuestion(library, question, { limit: 1 }).kind === as;
  const suggested = yield* whenThere(() => suggestForReader(services, locale, article));
  const fitting = inLanguage([...new Set(suggested)], locale);
  const tried = fitting.toSorted((a, b) => Number(isWide.test(a)) - Number(isWide.test(b))).slice(0, mostTried);
  const questions = yield* take(tried, mostQuestions, isAnswered("quotes"));
  const [refused] = yield* take(farQuestions[locale], 1, isAnswered("declined"));
  return { questions, ...(refused === undefined ? {} : { refused }) };
}

/** Of what is suggested, questions for whatever is said of something: one for a fact shows more at a glance. */
const isWide = /^What does .{1,110} (?:say|refer to)(?![a-z])|文章怎[么麼][说說]|[讲講说說][了]?什[么麼]？$/u;

/** Of questions, those in the reader's language; all of them where there are none. */
function inLanguage(questions: readonly string[], locale: Locale): readonly string[] {
  const fitting = questions.filter((question) => /\p{Script=Han}/u.test(question) === (locale !== "en"));
  return fitting.length > 0 ? fitting : questions;
}

/** The first that fit, tried one after the other. */
function* take(all: readonly string[], most: number, fits: (each: string) => boolean): Steps<string[]> {
  const taken: string[] = [];
  for (const each of all) {
    if (taken.length === most) break;
    yield;
    if (yield* whenThere(() => fits(each))) taken.push(each);
  }
  return taken;
}
