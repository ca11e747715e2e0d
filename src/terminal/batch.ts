import { createReadStream } from "node:fs";
import { open, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { SingleBar } from "cli-progress";
import { z } from "zod";
import type { Quote } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import { createLibraryFor } from "../answer/create-library.ts";
import { readArticles } from "../article/read-articles.ts";
import type { Config } from "../config.ts";
import type { Library } from "../search/library.ts";
import { assertVerbatim } from "../text/verbatim.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface BatchOptions {
  readonly articles: string;
  readonly questions: string;
  readonly out: string;
  readonly limit?: number;
}

const questionSchema = z.object({
  id: z.union([z.string(), z.number()]),
  article: z.string().nullable(),
  question: z.string(),
  context: z.array(z.string()).optional(),
});

type Question = z.infer<typeof questionSchema>;

/** Answers every line of a file of questions, in its order; a bad line is reported and does not stop the rest. */
export async function batch(options: BatchOptions, config: Config, terminal: Terminal): Promise<ExitCode> {
  const resolve = (place: string): string => path.resolve(terminal.directory, place);
  const { size } = await stat(resolve(options.questions)).catch(() => {
    throw new UsageError(`${options.questions}: does not exist or cannot be read`);
  });
  const articles = await readArticles(resolve(options.articles), config.articles.maxBytes, "file-name");
  const library = createLibraryFor(articles);
  await writeFile(resolve(options.out), "").catch(() => {
    throw new UsageError(`${options.out}: cannot be written`);
  });
  const out = await open(resolve(options.out), "w");
  const bar = new SingleBar({ stream: terminal.errors, clearOnComplete: true, format: "{bar} {percentage}% | {answered} answered" });
  if (terminal.errors.isTTY) bar.start(size, 0, { answered: 0 });
  let [number, answered, bad, read] = [0, 0, 0, 0];
  try {
    for await (const line of createInterface({ input: createReadStream(resolve(options.questions)), crlfDelay: Infinity })) {
      number += 1;
      read += Buffer.byteLength(line) + 1;
      if (line.trim() === "") continue;
      const question = readQuestion(line, library);
      if (typeof question === "string") {
        bad += 1;
        terminal.errors.write(`${options.questions}: line ${number}: ${question}\n`);
        continue;
      }
      await out.write(`${JSON.stringify(answerLine(question, library, options.limit ?? config.quotesPerAnswer))}\n`);
      answered += 1;
      bar.update(read, { answered });
    }
  } finally {
    bar.stop();
    await out.close();
  }
  const badLines = bad === 0 ? "" : `; ${bad} bad lines left out`;
  terminal.errors.write(`${answered} questions about ${articles.length} articles answered into ${options.out}${badLines}\n`);
  return bad === 0 ? 0 : 2;
}

/** Reads one line, or says what is wrong with it. */
function readQuestion(line: string, library: Library): Question | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/u, ""));
  } catch {
    return "is not valid JSON";
  }
  const result = questionSchema.safeParse(value);
  if (!result.success) return result.error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`).join("; ");
  const { article } = result.data;
  if (article !== null && !library.articles.has(article)) return `there is no article "${article}"`;
  return result.data;
}

function answerLine({ id, article, question, context }: Question, library: Library, limit: number): object {
  const answer = answerQuestion(library, question, { article: article ?? undefined, limit, context, fill: true });
  const list = (quotes: readonly Quote[]): object[] => quotes.map((quote) => quoteLine(quote, library));
  if (answer.kind === "quotes") return { id, status: "answered", quotes: list(answer.quotes) };
  return { id, status: "declined", quotes: [], nearest: list(answer.nearest) };
}

function quoteLine({ article: id, span, text, reference, section, score }: Quote, library: Library): object {
  assertVerbatim(library.articles.get(id)?.text ?? "", span, text);
  return { article: id, text, start: span.start, end: span.end, reference, section, score };
}
