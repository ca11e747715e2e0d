import type { Article, Paragraph, ParagraphKind } from "../../src/article/article.ts";
import type { Span } from "../../src/text/span.ts";
import { oneParagraph } from "../render/answers.ts";

/** An article of one sentence; what stands between `⟨` and `⟩` shows nothing. */
export function markedArticle(written: string, kind: ParagraphKind = "prose"): Article {
  const visible: Span[] = [];
  let text = "";
  for (const [, seen = "", unseen = ""] of written.matchAll(/([^⟨⟩]*)(?:⟨([^⟩]*)⟩)?/gu)) {
    if (seen !== "") visible.push({ start: text.length, end: text.length + seen.length });
    text += seen + unseen;
  }
  const span = { start: 0, end: text.length };
  const paragraph: Paragraph = { kind, span, visible, sentences: [{ span }] };
  return oneParagraph(text, { sections: [{ number: [0], span, paragraphs: [paragraph], sections: [] }] });
}
