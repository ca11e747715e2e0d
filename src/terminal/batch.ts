import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { SingleBar } from "cli-progress";
import { listedQuotes, type Quote } from "../answer/answer.ts";
import { createLibraryFor } from "../answer/create-library.ts";
import { readArticles } from "../article/read-articles.ts";
import type { Cut } from "../article/shown-parts.ts";
import type { Config } from "../config.ts";
import { assertShown } from "../render/assert-quotes.ts";
import type { Library } from "../search/library.ts";
import { joinShown } from "../text/shown-part.ts";
import { whenLoaded } from "../text/not-loaded.ts";
import { answerAsked } from "./answer-asked.ts";
import { readLines } from "./read-lines.ts";
import { type BatchQuestion, readQuestion } from "./read-question.ts";
import { beginReplacement, fillReplacement, partialOf, type Replacement } from "./replace-file.ts";
import { noteIndexing } from "./show-indexing.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface BatchOptions {
  readonly articles: string;
  readonly questions: string;
  readonly out: string;
  readonly limit?: number;
}

/**
 * Answers every line of a file of questions, in its order; a bad line is reported and does not stop the rest.
 *
 * @returns 2 where a line was bad.
 */
export async function batch(options: BatchOptions, config: Config, terminal: Terminal): Promise<ExitCode> {
  const resolve = (place: string): string => path.resolve(terminal.directory, place);
  const size = await questionsSize(options, resolve);
  const articles = await readArticles(resolve(options.articles), config.articles.maxBytes, { idsFrom: "file-name" });
  await refuseOwnQuestions(options, resolve);
  const out = await beginReplacement(options.out, terminal.directory);
  const bar = new SingleBar({ stream: terminal.errors, clearOnComplete: true, linewrap: true, format: BAR });
  if (terminal.errors.isTTY) bar.start(size, 0, { done: 0, note: "" });
  const run: Run = {
    library: createLibraryFor(articles, noteIndexing(bar, terminal)),
    limit: options.limit ?? config.quotesPerAnswer,
    listsCandidates: options.limit !== undefined,
    questions: resolve(options.questions),
    out,
    report: (problem) => terminal.errors.write(safeForTerminal(`${options.questions}: ${problem}\n`)),
    progress: (read, done) => bar.update(read, { done }),
  };
  const { answered, bad } = await fillReplacement(out, () => answerLines(run)).finally(() => bar.stop());
  const badLines = bad === 0 ? "" : `; ${bad} bad ${bad === 1 ? "line" : "lines"} left out`;
  terminal.errors.write(`${answered} questions about ${articles.length} articles: ${options.out}${badLines}\n`);
  return bad === 0 ? 0 : 2;
}

const BAR = "{bar} {percentage}% | {done}{note}";

interface Run {
  readonly library: Library;
  readonly limit: number;
  /** Whoever names a limit judges the ranking: declined questions list their candidates as quotes, too. */
  readonly listsCandidates: boolean;
  readonly questions: string;
  readonly out: Replacement;
  readonly report: (problem: string) => void;
  readonly progress: (read: number, answered: number) => void;
}

async function answerLines(run: Run): Promise<{ readonly answered: number; readonly bad: number }> {
  let [answered, bad] = [0, 0];
  for await (const { number, bytes, read } of readLines(createReadStream(run.questions))) {
    const line = readQuestion(bytes, (id) => run.library.articles.has(id));
    switch (line.kind) {
      case "blank":
        break;
      case "bad":
        bad += 1;
        run.report(`line ${number}: ${line.problem}`);
        break;
      case "question":
        await run.out.write(`${JSON.stringify(await whenLoaded(() => answerLine(line.question, run)))}\n`);
        answered += 1;
        run.progress(read, answered);
        break;
    }
  }
  return { answered, bad };
}

function answerLine(
  { id, article, question, context }: BatchQuestion,
  { library, limit, listsCandidates }: Run,
): object {
  const answer = answerAsked(library, question, { article: article ?? undefined, limit, context, fill: true });
  const list = (quotes: readonly Quote[]): object[] => quotes.map((quote) => quoteLine(quote, library));
  const listed = list(listedQuotes(answer));
  switch (answer.kind) {
    case "quotes":
      return { id, status: "answered", quotes: listed };
    case "unsure":
      return { id, status: "unsure", quotes: listed };
    case "declined":
      return { id, status: "declined", quotes: listsCandidates ? listed : [], nearest: listed };
  }
}

function quoteLine(
  { article: id, reference, landmarks, section, score, companions, ...quote }: Quote,
  library: Library,
): object {
  const article = library.articles.get(id);
  if (!article) throw new RangeError(`there is no article "${id}"`);
  for (const piece of [quote, ...companions]) assertShown(article, piece);
  return {
    article: id,
    ...pieceLine(quote),
    reference,
    ...(landmarks.length > 0 && { landmarks }),
    section,
    score,
    companions: companions.map((each) => ({ kind: each.kind, ...pieceLine(each) })),
  };
}

/** What readers see is told where it is not the slice itself, with its parts. */
function pieceLine({ span, text, shown }: Cut): object {
  const seen = joinShown(shown);
  const parts = shown.map((part) => part.span);
  return { text, start: span.start, end: span.end, ...(seen !== text && { shown: seen, parts }) };
}

async function questionsSize({ questions }: BatchOptions, resolve: (place: string) => string): Promise<number> {
  const facts = await stat(resolve(questions)).catch(() => undefined);
  if (!facts) throw new UsageError(`${questions}: does not exist or cannot be read`);
  if (facts.isDirectory()) throw new UsageError(`${questions}: is a folder; expected a file with one question a line`);
  return facts.size;
}

/** The questions would be lost. */
async function refuseOwnQuestions({ questions, out }: BatchOptions, resolve: (place: string) => string): Promise<void> {
  const source = await stat(resolve(questions));
  for (const written of [out, partialOf(out)]) {
    const target = await stat(resolve(written)).catch(() => undefined);
    if (target?.isFile() && target.dev === source.dev && target.ino === source.ino) {
      throw new UsageError(`${written}: holds the questions; write the answers to another file`);
    }
  }
}
