import type { Article, Section } from "../article/article.ts";
import type { Holding, MemoryBudget } from "../search/memory-budget.ts";
import { type Passage, passagesOf } from "../search/passage.ts";

/** What of an article is small enough to stay in memory, however many there are. */
export interface ArticleHead extends Omit<Article, "text" | "sections" | "leftOut" | "landmarks"> {
  readonly hasLandmarks: boolean;
}

/** An article of which only the head is in memory; the rest is opened when it is first looked at. */
export interface LightArticle {
  /** The same object however often it is opened. */
  readonly article: Article;
  /**
   * The same objects as long as it is open.
   *
   * @throws NotLoaded where opening it does.
   */
  readonly passages: () => readonly Passage[];
}

export interface LightArticleParts {
  readonly head: ArticleHead;
  /**
   * Gives the whole article.
   *
   * @throws NotLoaded where it has to be brought first.
   */
  readonly open: () => Article;
  readonly budget: MemoryBudget;
}

interface Opened {
  readonly article: Article;
  readonly holding: Holding;
  passages?: readonly Passage[];
}

export function headOf(article: Article): ArticleHead {
  const { text: _, sections: __, leftOut: ___, landmarks, ...head } = article;
  return { ...head, hasLandmarks: landmarks !== undefined };
}

/** Makes an article that is opened when it is looked at, and forgotten where memory is needed for others. */
export function createLightArticle({ head: { hasLandmarks, ...head }, open, budget }: LightArticleParts): LightArticle {
  let opened: Opened | undefined;

  function look(): Opened {
    if (opened) {
      opened.holding.use();
      return opened;
    }
    const article = open();
    opened = { article, holding: budget.hold(weigh(article), () => (opened = undefined)) };
    return opened;
  }

  const article: Article = hasLandmarks
    ? withLandmarks(head, () => look().article)
    : without(head, () => look().article);
  return {
    article,
    passages() {
      const looked = look();
      return (looked.passages ??= passagesOf(article));
    },
  };
}

type Head = Omit<ArticleHead, "hasLandmarks">;

/** Where an article has none, it must not have the name either: what is made of its fields is then as of a whole one. */
function without(head: Head, look: () => Article): Article {
  return {
    ...head,
    get text() {
      return look().text;
    },
    get sections() {
      return look().sections;
    },
    get leftOut() {
      return look().leftOut;
    },
  };
}

function withLandmarks(head: Head, look: () => Article): Article {
  return {
    ...head,
    get text() {
      return look().text;
    },
    get sections() {
      return look().sections;
    },
    get leftOut() {
      return look().leftOut;
    },
    get landmarks() {
      return look().landmarks ?? [];
    },
  };
}

/** About what an opened article takes, in bytes, its passages included. */
const BYTES = { article: 2000, unit: 2, section: 400, paragraph: 500, span: 60 };

function weigh({ text, sections, leftOut, landmarks = [] }: Article): number {
  const others = BYTES.span * 2 * (leftOut.length + landmarks.length);
  return BYTES.article + BYTES.unit * text.length + others + weighSections(sections);
}

function weighSections(sections: readonly Section[]): number {
  let bytes = 0;
  for (const section of sections) {
    bytes += BYTES.section + weighSections(section.sections);
    for (const { visible, sentences } of section.paragraphs) {
      bytes += BYTES.paragraph + BYTES.span * (visible.length + 2 * sentences.length);
    }
  }
  return bytes;
}
