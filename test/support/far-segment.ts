import type { Article } from "../../src/article/article.ts";
import type { Segment, TermPostings } from "../../src/search/segment.ts";
import { NotLoaded } from "../../src/text/not-loaded.ts";

/** Keeps what was brought last, so many things, and lets the rest be far again. */
export class Near {
  readonly #kept = new Set<string>();
  readonly #most: number;
  loads = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws NotLoaded where any of these is far; it brings all of them. */
  need(names: readonly string[]): void {
    const far = names.filter((name) => !this.#kept.has(name));
    for (const name of names) if (this.#kept.delete(name)) this.#kept.add(name);
    if (far.length === 0) return;
    throw new NotLoaded(async () => {
      await new Promise((resolve) => void setImmediate(resolve));
      this.loads += 1;
      for (const name of far) this.#kept.add(name);
      for (const oldest of this.#kept.values().take(Math.max(0, this.#kept.size - this.#most)))
        this.#kept.delete(oldest);
    });
  }
}

/** An article whose text and sections lie far away. */
export function farArticle(article: Article, near: Near): Article {
  const { text: _, sections: __, leftOut: ___, landmarks: ____, ...head } = article;
  const open = (): Article => {
    near.need([`article ${article.id}`]);
    return article;
  };
  return {
    ...head,
    get text() {
      return open().text;
    },
    get sections() {
      return open().sections;
    },
    get leftOut() {
      return open().leftOut;
    },
  };
}

/** The same segment, of which all that may lie elsewhere does. */
export function farSegment(segment: Segment, name: string, near: Near): Segment {
  const openArticle = (id: string): void => near.need([`article ${id}`]);
  return {
    ...segment,
    postings(terms): readonly TermPostings[] {
      near.need(terms.map((term) => `term ${name} ${term}`));
      return segment.postings(terms);
    },
    passage(place) {
      const passage = segment.passage(place);
      if (passage) openArticle(passage.article.id);
      return passage;
    },
    passagesOf(article) {
      openArticle(article.id);
      return segment.passagesOf(article);
    },
  };
}
