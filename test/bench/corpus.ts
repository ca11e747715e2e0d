import { parseArticle } from "../../src/article/parse-article.ts";
import type { Corpus } from "./engine.ts";

const PASSAGES_AN_ARTICLE = 100;
const PARAGRAPH_GAP = "\n\n";

/** A library of articles of a hundred paragraphs each; reading them is part of Yuanwen's indexing. */
export function corpusOf(passages: readonly string[]): Corpus {
  const count = Math.ceil(passages.length / PASSAGES_AN_ARTICLE);
  const parts = Array.from({ length: count }, (_, at) => ({
    id: `article-${at}`,
    texts: passages.slice(at * PASSAGES_AN_ARTICLE, (at + 1) * PASSAGES_AN_ARTICLE),
  }));
  return {
    articles: () =>
      parts.map(({ id, texts }) => parseArticle({ name: `${id}.txt`, bytes: Buffer.from(texts.join(PARAGRAPH_GAP)) })),
    pieces: parts.flatMap(({ id, texts }) => {
      let start = 0;
      return texts.map((text) => {
        const span = { start, end: start + text.length };
        start = span.end + PARAGRAPH_GAP.length;
        return { article: id, span, text };
      });
    }),
  };
}
