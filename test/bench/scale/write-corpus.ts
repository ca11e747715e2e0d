import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { walkSynthetic } from "../synthetic.ts";

/** A paragraph each. */
const PASSAGES_AN_ARTICLE = 100;
/** More passages are asked about than there are questions, so that questions are about all of the corpus. */
const QUESTIONS = 600;

export interface WrittenCorpus {
  /** The folder with the articles, as whoever runs the bot would have it. */
  readonly articles: string;
  readonly passages: number;
  /** About passages from everywhere in it. */
  readonly questions: readonly string[];
  /** A further article, which is not in the folder. */
  readonly another: string;
}

/** Writes so many made-up passages as articles into a folder, never more than one article in memory. */
export async function writeCorpus(folder: string, passages: number): Promise<WrittenCorpus> {
  const articles = path.join(folder, `articles-${passages}`);
  await mkdir(articles, { recursive: true });
  const questions: string[] = [];
  const every = Math.max(1, Math.floor(passages / QUESTIONS));
  let paragraphs: string[] = [];
  let count = 0;
  for (const { passage, question } of walkSynthetic()) {
    paragraphs.push(passage);
    count += 1;
    if (count <= passages && count % every === 0) questions.push(question);
    if (paragraphs.length < PASSAGES_AN_ARTICLE) continue;
    const text = paragraphs.join("\n\n");
    paragraphs = [];
    if (count > passages) return { articles, passages, questions, another: text };
    await writeFile(path.join(articles, `article-${count / PASSAGES_AN_ARTICLE}.txt`), text);
  }
  throw new Error("passages have no end");
}
