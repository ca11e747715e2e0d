import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docx } from "../../../src/article/formats/docx/docx.ts";
import { epub } from "../../../src/article/formats/epub.ts";
import type { FileFormat } from "../../../src/article/formats/format.ts";
import { html } from "../../../src/article/formats/html/html.ts";
import { mail, savedPage } from "../../../src/article/formats/mail.ts";
import { listSentences } from "../../../src/article/list-sentences.ts";
import { escapeXml, makeDocx, numbered, paragraph, styled, table } from "../../support/make-docx.ts";
import { makeEpub } from "../../support/make-epub.ts";
import { extractChecked } from "../../support/parse.ts";

interface Piece {
  readonly kind: "paragraph" | "heading" | "item" | "quote" | "row" | "box";
  readonly words: readonly string[];
  readonly isChinese: boolean;
}

const pieces = fc.array(
  fc.record({
    kind: fc.constantFrom("paragraph", "paragraph", "heading", "item", "quote", "row", "box" as const),
    words: fc.array(fc.constantFrom("tea", "harbour", "<b", "&amp;", "lamp", "茶", "海", "a\u0301", "𠮷", "—", "]]"), {
      minLength: 1,
      maxLength: 6,
    }),
    isChinese: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
) satisfies fc.Arbitrary<readonly Piece[]>;

/** A sentence that stands once in the document. */
function sentenceOf({ words, isChinese }: Piece, index: number): string {
  return isChinese ? `第${index}处写着${words.join("")}的事。` : `Here at ${index} stands ${words.join(" ")} as told.`;
}

type Render = (piece: Piece, sentence: string) => string;

const asHtml: Render = ({ kind }, sentence) => {
  const text = escapeXml(sentence);
  switch (kind) {
    case "paragraph":
      return `<p>${text}</p>`;
    case "heading":
      return `<h2>Part</h2><div>${text}</div>`;
    case "item":
      return `<ul><li>${text}</li></ul>`;
    case "quote":
      return `<blockquote><p>${text}</p></blockquote>`;
    case "row":
      return `<table><tr><th>Name</th><th>Value</th></tr><tr><td>${text}</td><td>7</td></tr></table>`;
    case "box":
      return `<div><section><span>${text}</span></section></div>`;
  }
};

const asDocx: Render = ({ kind }, sentence) => {
  switch (kind) {
    case "paragraph":
      return paragraph(sentence);
    case "heading":
      return styled("1", "Part") + paragraph(sentence);
    case "item":
      return numbered(1, 0, sentence);
    case "quote":
      return styled("q", sentence);
    case "row":
      return table([
        ["Name", "Value"],
        [sentence, "7"],
      ]);
    case "box":
      return `<w:p><w:r><w:t>Anchor.</w:t><w:txbxContent>${paragraph(sentence)}</w:txbxContent></w:r></w:p>`;
  }
};

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

interface Kind {
  readonly name: string;
  readonly format: FileFormat;
  readonly make: (written: readonly Piece[]) => Uint8Array | string;
}

const all = (written: readonly Piece[], render: Render): string =>
  written.map((piece, index) => render(piece, sentenceOf(piece, index))).join("\n");
const bytesOf = (text: string): string => text.replaceAll("\n", "\r\n");

const kinds: readonly Kind[] = [
  { name: "a page", format: html, make: (written) => `<!doctype html><body><main>${all(written, asHtml)}</main>` },
  {
    name: "a page without wrapper",
    format: html,
    make: (written) => `<html><head><title>Tea</title></head><body><nav>Menu</nav>${all(written, asHtml)}`,
  },
  {
    name: "a Word document",
    format: docx,
    make: (written) => makeDocx({ body: all(written, asDocx), numbering: NUMBERING }),
  },
  {
    name: "a book",
    format: epub,
    make: (written) => makeEpub({ chapters: { "a.xhtml": all(written, asHtml), "b.xhtml": "<p>The end.</p>" } }),
  },
  {
    name: "a mail",
    format: mail,
    make: (written) =>
      bytesOf(
        `From: a@b.example\nSubject: Tea\nContent-Type: text/plain; charset=utf-8\n\n${all(written, (_, sentence) => `${sentence}\n`)}`,
      ),
  },
  {
    name: "a saved page",
    format: savedPage,
    make: (written) =>
      bytesOf(`From: <Saved by Blink>\nContent-Type: text/html; charset=utf-8\n\n<body>${all(written, asHtml)}`),
  },
];

describe("whatever is written into a file is found in it", () => {
  test.for(kinds)("in the order of $name", async ({ format, make }) => {
    await fc.assert(
      fc.asyncProperty(pieces, async (written) => {
        const article = await extractChecked(make(written), { format });
        const told = listSentences(article).map(({ span }) => article.text.slice(span.start, span.end));
        const found = told.join("\n");
        let from = 0;
        for (const [index, piece] of written.entries()) {
          const at = found.indexOf(sentenceOf(piece, index), from);
          expect(at, `${sentenceOf(piece, index)} in ${found}`).toBeGreaterThanOrEqual(0);
          from = at;
        }
      }),
      { numRuns: 60 },
    );
  });

  test.for(kinds)("and no bytes break more than their own file, as $name", async ({ format, make }) => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(), fc.uint8Array({ maxLength: 20 }), async (written, at, noise) => {
        const made = make(written);
        const bytes = typeof made === "string" ? new TextEncoder().encode(made) : made.slice();
        bytes.set(noise.slice(0, bytes.length), at % Math.max(1, bytes.length - noise.length));
        const outcome = await extractChecked(bytes, { format }).then(
          () => "ArticleError",
          (error: unknown) => (error instanceof Error ? error.name : "nothing"),
        );
        expect(outcome).toBe("ArticleError");
      }),
      { numRuns: 60 },
    );
  });
});
