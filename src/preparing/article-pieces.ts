import type { Article, Landmark, LeftOut, Paragraph, Section, Sentence } from "../article/article.ts";
import type { Span } from "../text/span.ts";

/**
 * A part of an article on its way from one thread to another, in reading order. Threads are given copies, and to copy a
 * large article at once would hold up the one that gets it.
 */
export type ArticlePiece =
  | { readonly kind: "head"; readonly head: ArticleHead; readonly hasLandmarks: boolean }
  /** Depth 0 is outermost. */
  | { readonly kind: "section"; readonly depth: number; readonly section: Omit<Section, "paragraphs" | "sections"> }
  /** Of the last section. */
  | { readonly kind: "paragraph"; readonly paragraph: Paragraph }
  /** More of the last paragraph. */
  | { readonly kind: "more"; readonly visible: readonly Span[]; readonly sentences: readonly Sentence[] }
  | { readonly kind: "left-out"; readonly leftOut: readonly LeftOut[]; readonly landmarks: readonly Landmark[] };

type ArticleHead = Omit<Article, "sections" | "leftOut" | "landmarks">;

/** So many of a kind make a piece. */
const MOST = 500;

/** Cuts an article into pieces that are each copied at once. */
export function* cutArticle({ sections, leftOut, landmarks, ...head }: Article): Generator<ArticlePiece> {
  yield { kind: "head", head, hasLandmarks: landmarks !== undefined };
  yield* cutSections(sections, 0);
  for (let from = 0; from < Math.max(leftOut.length, landmarks?.length ?? 0); from += MOST) {
    const part = <Item>(items: readonly Item[] = []): readonly Item[] => items.slice(from, from + MOST);
    yield { kind: "left-out", leftOut: part(leftOut), landmarks: part(landmarks) };
  }
}

function* cutSections(all: readonly Section[], depth: number): Generator<ArticlePiece> {
  for (const { paragraphs, sections, ...section } of all) {
    yield { kind: "section", depth, section };
    for (const paragraph of paragraphs) yield* cutParagraph(paragraph);
    yield* cutSections(sections, depth + 1);
  }
}

function* cutParagraph(paragraph: Paragraph): Generator<ArticlePiece> {
  const { visible, sentences } = paragraph;
  const part = <Item>(items: readonly Item[], from: number): readonly Item[] => items.slice(from, from + MOST);
  const isShort = visible.length <= MOST && sentences.length <= MOST;
  yield {
    kind: "paragraph",
    paragraph: isShort ? paragraph : { ...paragraph, visible: part(visible, 0), sentences: part(sentences, 0) },
  };
  for (let from = MOST; from < Math.max(visible.length, sentences.length); from += MOST) {
    yield { kind: "more", visible: part(visible, from), sentences: part(sentences, from) };
  }
}

/** How many objects come with a piece, about: what it costs to copy. */
export function weighPiece(piece: ArticlePiece): number {
  switch (piece.kind) {
    case "head":
    case "section":
      return 4;
    case "paragraph":
      return 3 + piece.paragraph.visible.length + piece.paragraph.sentences.length * 2;
    case "more":
      return piece.visible.length + piece.sentences.length * 2;
    case "left-out":
      return piece.leftOut.length * 2 + piece.landmarks.length;
  }
}

export interface ArticleJoiner {
  readonly add: (piece: ArticlePiece) => void;
  /** @throws Error where the head is missing. */
  readonly finish: () => Article;
}

interface OpenSection extends Section {
  readonly paragraphs: OpenParagraph[];
  readonly sections: Section[];
}

interface OpenParagraph extends Paragraph {
  readonly visible: Span[];
  readonly sentences: Sentence[];
}

/** Joins the pieces of an article in their order. */
export function createArticleJoiner(): ArticleJoiner {
  let head: Extract<ArticlePiece, { kind: "head" }> | undefined;
  const [sections, leftOut, landmarks]: [Section[], LeftOut[], Landmark[]] = [[], [], []];
  let path: OpenSection[] = [];
  return {
    add(piece) {
      switch (piece.kind) {
        case "head":
          head = piece;
          break;
        case "section": {
          const section: OpenSection = { ...piece.section, paragraphs: [], sections: [] };
          path = path.slice(0, piece.depth);
          (path.at(-1)?.sections ?? sections).push(section);
          path.push(section);
          break;
        }
        case "paragraph": {
          const { visible, sentences } = piece.paragraph;
          path.at(-1)?.paragraphs.push({ ...piece.paragraph, visible: [...visible], sentences: [...sentences] });
          break;
        }
        case "more": {
          const paragraph = path.at(-1)?.paragraphs.at(-1);
          paragraph?.visible.push(...piece.visible);
          paragraph?.sentences.push(...piece.sentences);
          break;
        }
        case "left-out":
          leftOut.push(...piece.leftOut);
          landmarks.push(...piece.landmarks);
          break;
      }
    },
    finish() {
      if (!head) throw new Error("the head of an article is missing");
      return { ...head.head, sections, leftOut, ...(head.hasLandmarks && { landmarks }) };
    },
  };
}
