import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { allSections, type Article } from "../article/article.ts";
import { readArticle } from "../article/read-articles.ts";
import { contains, type Span } from "../text/span.ts";
import type { EvaluationCase, EvaluationSet, Gold } from "./evaluation-case.ts";
import { type QuestionLine, questionLineSchema } from "./question-line.ts";

/** Which questions are about which article; paths count from the file's own folder. */
const setsSchema = z.array(z.strictObject({ article: z.string(), questions: z.array(z.string()).min(1) })).min(1);

/**
 * Reads the questions that a list of sets names, with their articles.
 *
 * @throws Error when a file is missing or malformed, or an expected answer is not found exactly once and within one
 * sentence: such a question could never be answered rightly, or be so by accident.
 */
export async function readQuestionSets(file: string): Promise<EvaluationSet> {
  const sets = setsSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const articles: Article[] = [];
  const cases: EvaluationCase[] = [];
  const beside = (name: string): string => path.resolve(path.dirname(file), name);
  for (const set of sets) {
    const article = await readArticle(beside(set.article));
    const sentences = [...allSections(article.sections)].flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ span }) => span)),
    );
    articles.push(article);
    for (const name of set.questions) {
      for (const line of readLines(await readFile(beside(name), "utf8"), name)) {
        cases.push(caseOf(line, article, { sentences, isWhole: set.article.startsWith(WHOLE) }));
      }
    }
  }
  return { articles, cases };
}

function readLines(text: string, name: string): QuestionLine[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const result = questionLineSchema.safeParse(JSON.parse(line));
    if (result.success) return [result.data];
    const problems = result.error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`);
    throw new Error(`${name}: line ${index + 1}: ${problems.join("; ")}`);
  });
}

/** Where the articles stand that belong to one half as a whole. */
const WHOLE = "articles/";

function caseOf(
  line: QuestionLine,
  article: Article,
  { sentences, isWhole }: { readonly sentences: readonly Span[]; readonly isWhole: boolean },
): EvaluationCase {
  const { id, question, context = [], split, kind } = line;
  const gold = line.expected.map((text) => findGold(text, article, sentences));
  const wrong = gold.find((found) => typeof found === "string");
  if (wrong !== undefined) throw new Error(`question ${id}: ${wrong}`);
  const [language = "", script = language === "en" ? "Latn" : language] = line.language.split("-");
  return {
    id,
    question,
    context,
    article: article.id,
    gold: gold.filter((found) => typeof found !== "string"),
    judgedBy: "whole",
    split,
    groups: [
      "all",
      `split ${split}`,
      `language ${language}`,
      `script ${script}`,
      `article ${article.id}`,
      `article ${article.id} in ${line.language}`,
      `kind ${kind}`,
      ...(isWhole ? ["articles in one half"] : []),
    ],
  };
}

/** The one place of an expected answer, or what is wrong with it. */
function findGold(expected: string, article: Article, sentences: readonly Span[]): Gold | string {
  const start = article.text.indexOf(expected);
  if (start < 0) return `"${expected}" is not in ${article.id}`;
  if (article.text.includes(expected, start + 1)) return `"${expected}" is more than once in ${article.id}`;
  const span = { start, end: start + expected.length };
  if (!sentences.some((sentence) => contains(sentence, span))) return `"${expected}" is not within one sentence`;
  return { article: article.id, span };
}
