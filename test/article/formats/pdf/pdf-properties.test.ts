import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allSections } from "../../../../src/article/article.ts";
import { pdf } from "../../../../src/article/formats/pdf/pdf.ts";
import { ArticleError } from "../../../../src/article/article-error.ts";
import { makePdf, type PdfText, wrapText } from "../../../support/make-pdf.ts";
import { pageOf, readPdf } from "../../../support/read-pdf.ts";

const englishWords =
  "tea house water guest table river winter garden paper lantern evening kettle story letter bread".split(" ");
const ideographs = "茶馆水客桌河冬园纸灯夜壶故事信面春雨山路书画江湖".split("");

/** A number in each makes sentences differ from one another. */
const englishSentence = fc
  .tuple(fc.array(fc.constantFrom(...englishWords), { minLength: 3, maxLength: 30 }), fc.nat(99_999))
  .map(([words, number]) => `The ${words.join(" ")} ${number} goes on.`);
const chineseSentence = fc
  .tuple(fc.array(fc.constantFrom(...ideographs), { minLength: 4, maxLength: 60 }), fc.nat(99_999))
  .map(([words, number]) => `这${words.join("")}有${number}个人。`);

interface Plan {
  readonly paragraphs: readonly (readonly string[])[];
  readonly space: string;
  readonly linesOnPage: number;
  readonly indent: number;
  readonly gap: number;
}

function planOf(sentence: fc.Arbitrary<string>, space: string): fc.Arbitrary<Plan> {
  return fc.record({
    paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
    space: fc.constant(space),
    linesOnPage: fc.integer({ min: 6, max: 30 }),
    indent: fc.constantFrom(0, 20),
    gap: fc.constantFrom(14, 22),
  });
}

/** Lays the paragraphs out one below the other, over as many pages as they take. */
function layOut({ paragraphs, space, linesOnPage, indent, gap }: Plan) {
  const pages: PdfText[][] = [[]];
  const firstPages: number[] = [];
  let [lines, y] = [0, 760];
  for (const paragraph of paragraphs) {
    for (const [index, text] of wrapText(paragraph.join(space), {
      top: 0,
      indent: indent || (gap === 14 ? 20 : 0),
    }).entries()) {
      if (lines === linesOnPage) {
        pages.push([]);
        [lines, y] = [0, 760];
      } else if (lines > 0) y -= index === 0 ? gap : 14;
      if (index === 0) firstPages.push(pages.length - 1);
      pages.at(-1)?.push({ ...text, y });
      lines += 1;
    }
  }
  const framed = pages.map((texts, index) => [
    { text: "A House of Tea", x: 72, y: 800, size: 8 },
    ...texts,
    { text: `${index + 11}`, x: 300, y: 40, size: 8 },
  ]);
  return { bytes: makePdf({ pages: framed, labels: "0 << /S /D /St 11 >>" }), firstPages };
}

describe("pdf, made up", () => {
  test.for([
    { name: "English", plan: planOf(englishSentence, " "), runs: 30 },
    { name: "Chinese", plan: planOf(chineseSentence, ""), runs: 10 },
  ])("gives back every $name sentence, with its page", async ({ plan, runs }) => {
    await fc.assert(
      fc.asyncProperty(plan, async (one) => {
        const { bytes, firstPages } = layOut(one);
        const article = await readPdf(bytes);
        const found = [...allSections(article.sections)].flatMap(({ paragraphs }) =>
          paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => article.text.slice(span.start, span.end))),
        );

        expect(found.filter((text) => text !== "A House of Tea")).toEqual(one.paragraphs.flat());
        for (const [index, paragraph] of one.paragraphs.entries()) {
          const first = paragraph[0] ?? "";
          const before = one.paragraphs.slice(0, index).flat();
          if (before.some((text) => text.includes(first))) continue;
          expect(pageOf(article, first)).toBe(String((firstPages[index] ?? 0) + 11));
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  test("reads or refuses a file with any bytes changed", async () => {
    const whole = makePdf({
      pages: [wrapText("The tea house opens at eight in the morning.", { top: 700 })],
      outline: [{ title: "The tea house", page: 0 }],
      labels: "0 << /S /r >>",
    });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const options = { leaveOut: [], keep: [], longestText: 100_000 };
        const outcome = await pdf.extract({ name: "test.pdf", bytes }, options).catch((error: unknown) => error);
        expect(outcome instanceof ArticleError || (outcome instanceof Object && "text" in outcome)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
