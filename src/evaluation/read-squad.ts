import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Article } from "../article/article.ts";
import { ArticleError } from "../article/article-error.ts";
import { parseArticle } from "../article/parse-article.ts";
import type { Span } from "../text/span.ts";
import type { EvaluationCase, EvaluationSet, Gold } from "./evaluation-case.ts";

const questionSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  is_impossible: z.boolean().optional(),
  answers: z.array(z.object({ text: z.string(), answer_start: z.number().int() })).default([]),
});
const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().optional(),
      paragraphs: z.array(z.object({ context: z.string(), qas: z.array(questionSchema) })),
    }),
  ),
});

type Entry = z.infer<typeof squadSchema>["data"][number];
type Answer = z.infer<typeof questionSchema>["answers"][number];

/** The two ways a set is asked. */
const SQUAD_GROUPS = { article: "in its article", library: "in the library" } as const;

export interface SquadSet extends EvaluationSet {
  /** Questions and articles that could not be used, a line each. */
  readonly leftOut: readonly string[];
}

/**
 * Reads a set in SQuAD's format, each question twice: about its article, and about all of them as one library.
 *
 * An article is its title, a blank line, and its paragraphs. Offsets count characters (code points), as Python does;
 * the articles here count UTF-16 units.
 *
 * @throws Error when the file is missing or malformed.
 */
export async function readSquad(file: string, options: { readonly titles: boolean }): Promise<SquadSet> {
  const { data } = squadSchema.parse(JSON.parse(await readFile(file, "utf8")));
  const articles: Article[] = [];
  const cases: EvaluationCase[] = [];
  const leftOut: string[] = [];
  for (const [index, entry] of data.entries()) {
    const title = options.titles ? (entry.title ?? "").trim() : "";
    const article = readEntry(entry, title, `article-${index + 1}`);
    if (typeof article === "string") {
      leftOut.push(article);
      continue;
    }
    articles.push(article);
    const read = readCases(entry, article.id, title === "" ? 0 : title.length + PARAGRAPH_GAP.length);
    cases.push(...read.cases);
    leftOut.push(...read.leftOut);
  }
  return { articles, cases, leftOut };
}

const PARAGRAPH_GAP = "\n\n";

function readEntry(entry: Entry, title: string, id: string): Article | string {
  const parts = [...(title === "" ? [] : [title]), ...entry.paragraphs.map(({ context }) => context)];
  try {
    return parseArticle({ name: `${id}.txt`, bytes: Buffer.from(parts.join(PARAGRAPH_GAP)) });
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
}

function readCases(entry: Entry, article: string, from: number): { cases: EvaluationCase[]; leftOut: string[] } {
  const cases: EvaluationCase[] = [];
  const leftOut: string[] = [];
  let start = from;
  for (const { context, qas } of entry.paragraphs) {
    const paragraph = { start, end: start + context.length };
    for (const { id, question, answers, is_impossible: impossible = false } of qas) {
      const spans = answers.map((answer) => findAnswer(context, answer)).filter((span) => span !== undefined);
      if (spans.length === 0 && !impossible) {
        leftOut.push(`question ${id}: no answer stands where the set says`);
        continue;
      }
      const gold: Gold[] = impossible
        ? []
        : spans.map((span) => ({ article, span: shift(span, paragraph.start), paragraph }));
      const common = { id, question, context: [], gold, judgedBy: "part" } as const;
      cases.push({ ...common, article, groups: [SQUAD_GROUPS.article] });
      cases.push({ ...common, groups: [SQUAD_GROUPS.library] });
    }
    start = paragraph.end + PARAGRAPH_GAP.length;
  }
  return { cases, leftOut };
}

/** The answer's place in UTF-16 units; some sets are off by a character or two, others count UTF-16 already. */
function findAnswer(context: string, { text, answer_start: characters }: Answer): Span | undefined {
  if (text === "" || characters < 0) return undefined;
  const start = [...context].slice(0, characters).join("").length;
  if (context.startsWith(text, start)) return { start, end: start + text.length };
  const places = [context.lastIndexOf(text, start), context.indexOf(text, start)].filter((place) => place >= 0);
  const nearest = places.toSorted((one, other) => Math.abs(one - start) - Math.abs(other - start))[0];
  return nearest === undefined ? undefined : { start: nearest, end: nearest + text.length };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
