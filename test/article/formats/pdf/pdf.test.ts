import { describe, expect, test } from "vitest";
import { makePdf, type PdfPlan, type PdfText, wrapText } from "../../../support/make-pdf.ts";
import { outlineOf } from "../../../support/parse.ts";
import { pageOf, readPdf } from "../../../support/read-pdf.ts";

const OPENING =
  "The tea house opens at eight in the morning and closes at ten in the evening. On weekends it stays open for one more hour, since the theatre nearby ends late.";
const MEMBERS =
  "Members may bring one guest on any day of the week. Their guests pay for what they drink, and nothing else is asked of them by anybody in the house.";
const HOURS = "茶馆每天早上八点开门，晚上十点关门。周末会晚一个小时关门，因为附近的剧院散场也晚一些，客人又比较多。";

interface Row {
  readonly name: string;
  readonly plan: PdfPlan;
  /** Headings and paragraphs in the order of the text; a heading begins with `#`, one for each level. */
  readonly found: readonly string[];
  readonly title?: string;
  readonly pages?: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
}

const line = (text: string, y: number, more: Partial<PdfText> = {}): PdfText => ({ text, x: 72, y, ...more });
/** What a page of a book has at its edges. */
const edges = (number: number): PdfText[] => [
  line("The Tea House Rules", 805, { size: 9 }),
  line(`- ${number} -`, 40, { x: 290, size: 9 }),
];

const rows: readonly Row[] = [
  {
    name: "joins lines to paragraphs that a gap parts",
    plan: { pages: [[...wrapText(OPENING, { top: 700 }), ...wrapText(MEMBERS, { top: 620 })]] },
    found: [OPENING, MEMBERS],
  },
  {
    name: "parts paragraphs at an indented line",
    plan: { pages: [[...wrapText(OPENING, { top: 700, indent: 20 }), ...wrapText(MEMBERS, { top: 658, indent: 20 })]] },
    found: [OPENING, MEMBERS],
  },
  {
    name: "joins Chinese lines without a space",
    plan: { pages: [wrapText(HOURS, { top: 700, width: 200, indent: 20 })] },
    found: [HOURS],
  },
  {
    name: "reads GBK text in a font that is not embedded",
    plan: { pages: [[line("b2e8b9ddd4e7c9cfb0cbb5e3bfaac3c5a1a3", 700, { font: "gbk" })]] },
    found: ["茶馆早上八点开门。"],
  },
  {
    name: "gives the word for a radical that looks the same",
    plan: { pages: [[line("\u2f00\u2f08进\u2ed4，坐\u2ecb回家。", 700)]] },
    found: ["一人进门，坐车回家。"],
  },
  {
    name: "keeps the hyphen and the line break in a word that is broken at a line's end",
    plan: {
      pages: [
        [
          line("He poured the water and looked at the appren-", 700, { font: "fixed" }),
          line("tice, who had never seen anything like it in", 686, { font: "fixed" }),
          line("all the years before.", 672, { font: "fixed" }),
        ],
      ],
    },
    found: [
      "He poured the water and looked at the appren-\ntice, who had never seen anything like it in all the years before.",
    ],
  },
  {
    name: "reads two columns one after the other, and what stands over both before them",
    plan: {
      pages: [
        [
          line("Of Two Houses in One Street", 770, { size: 20, font: "bold" }),
          ...wrapText(OPENING, { top: 720, width: 210 }),
          ...wrapText(MEMBERS, { top: 720, x: 310, width: 210 }),
        ],
      ],
    },
    title: "Of Two Houses in One Street",
    found: [OPENING, MEMBERS],
  },
  {
    name: "joins a sentence over the end of a page and leaves headers and page numbers away",
    plan: {
      labels: "0 << /S /r /St 4 >> 1 << /S /D >> ",
      pages: [
        [...edges(1), ...wrapText(OPENING, { top: 100 }).slice(0, 2)],
        [...edges(2), ...wrapText(OPENING, { top: 828 }).slice(2), ...wrapText(MEMBERS, { top: 600 })],
      ],
    },
    found: [OPENING, MEMBERS],
    pages: { "The tea house": "iv", "nearby ends": "1", Members: "1" },
    notes: ["page numbers and running headers were left away: “The Tea House Rules”"],
  },
  {
    name: "puts notes at the foot of a page behind the paragraph that goes on",
    plan: {
      pages: [
        [...wrapText(OPENING, { top: 120 }).slice(0, 2), line("1 The theatre was built in 1920.", 60, { size: 7 })],
        [...wrapText(OPENING, { top: 808 }).slice(2), ...wrapText(MEMBERS, { top: 700 })],
      ],
    },
    found: [OPENING, "1 The theatre was built in 1920.", MEMBERS],
    pages: { "nearby ends": "2", "1 The theatre": "1", Members: "2" },
  },
  {
    name: "takes headings and their levels from the bookmarks",
    plan: {
      outline: [
        { title: "Opening", page: 0, items: [{ title: "营业时间", page: 0 }] },
        { title: "2 Members", page: 0 },
      ],
      pages: [
        [
          line("1. Opening", 780),
          ...wrapText(OPENING, { top: 750 }),
          line("营业时间", 660),
          ...wrapText(HOURS, { top: 630 }),
          line("2 Members", 540),
          ...wrapText(MEMBERS, { top: 510 }),
        ],
      ],
    },
    found: ["# 1. Opening", OPENING, "## 营业时间", HOURS, "# 2 Members", MEMBERS],
  },
  {
    name: "takes headings from their size and numbers where there are no bookmarks",
    plan: {
      title: "Microsoft Word - rules.doc",
      pages: [
        [
          line("House Rules", 800, { size: 24, font: "bold" }),
          line("1 Opening", 760, { size: 14, font: "bold" }),
          ...wrapText(OPENING, { top: 735 }),
          line("1.1 Members", 650, { size: 14, font: "bold" }),
          ...wrapText(MEMBERS, { top: 625 }),
          line("Guests", 550, { font: "bold" }),
          ...wrapText(MEMBERS, { top: 535 }),
        ],
      ],
    },
    title: "House Rules",
    found: ["# 1 Opening", OPENING, "## 1.1 Members", MEMBERS, "### Guests", MEMBERS],
  },
  {
    name: "takes no heading from a sentence that goes on in larger letters",
    plan: {
      pages: [
        [
          line("House Rules", 800, { size: 24, font: "bold" }),
          ...wrapText(OPENING, { top: 735 }),
          line("In the evening, before the last guests leave, the keepers count the cups of the", 660, {
            font: "fixed",
          }),
          line("house and wash them all.", 645, { font: "fixed", size: 12 }),
          ...wrapText(MEMBERS, { top: 600 }),
        ],
      ],
    },
    title: "House Rules",
    found: [
      OPENING,
      "In the evening, before the last guests leave, the keepers count the cups of the house and wash them all.",
      MEMBERS,
    ],
  },
  {
    name: "takes the metadata's title where the page shows none",
    plan: { title: "茶馆规则", pages: [wrapText(HOURS, { top: 700 })] },
    title: "茶馆规则",
    found: [HOURS],
  },
  {
    name: "keeps the cells of a table's row in one line",
    plan: {
      pages: [
        [
          ...wrapText(OPENING, { top: 760 }),
          ...["Tea", "Price", "Origin", "Green", "3.50", "China", "Black", "4.00", "India"].map((text, index) =>
            line(text, 600 - Math.floor(index / 3) * 14, { x: 72 + (index % 3) * 100 }),
          ),
        ],
      ],
    },
    found: [OPENING, "Tea | Price | Origin⏐Green | 3.50 | China⏐Black | 4.00 | India"],
  },
  {
    name: "parts the items of a list and leaves their marks out",
    plan: {
      pages: [
        [
          ...wrapText(OPENING, { top: 760 }),
          line("• Green tea", 680),
          line("• Black tea", 666),
          line("1.", 652),
          line("Pour the water.", 652, { x: 100 }),
          line("2.", 638),
          line("Wait.", 638, { x: 100 }),
        ],
      ],
    },
    found: [OPENING, "Green tea", "Black tea", "Pour the water.", "Wait."],
  },
  {
    name: "leaves a list of contents out",
    plan: {
      pages: [
        [
          line("Opening ........................ 4", 760),
          line("Members ........................ 9", 746),
          ...wrapText(OPENING, { top: 700 }),
        ],
      ],
    },
    found: [OPENING],
  },
  {
    name: "leaves away what stands askew, such as a watermark",
    plan: { pages: [[...wrapText(OPENING, { top: 700 }), line("CONFIDENTIAL", 300, { size: 60, turned: 45 })]] },
    found: [OPENING],
    notes: ["text that stands askew was left away on page 1"],
  },
  {
    name: "reads a page that lies on its side",
    plan: {
      pages: [OPENING.split(/(?<=\.) /u).map((text, index) => ({ text, x: 100 + index * 40, y: 40, turned: 90 }))],
    },
    found: OPENING.split(/(?<=\.) /u),
  },
  {
    name: "takes text once that is drawn twice to be bold",
    plan: { pages: [[...wrapText(OPENING, { top: 700 }), ...wrapText(OPENING, { top: 700, x: 72.2 })]] },
    found: [OPENING],
  },
  {
    name: "names the pages without text",
    plan: { pages: [wrapText(OPENING, { top: 700 }), [], []] },
    found: [OPENING],
    notes: ["without text, perhaps scanned, and so not read: pages 2, 3"],
  },
];

describe("pdf", () => {
  test.for(rows)("$name", async ({ plan, found, title, pages = {}, notes = [] }) => {
    const article = await readPdf(plan);
    const shown = outlineOf(article).sections.flatMap(([heading, ...paragraphs], index) => {
      const number = [...numbers(article.sections)][index] ?? [];
      const texts = paragraphs.map((sentences) =>
        sentences.join(sentences.some((one) => one.includes(" | ")) ? "⏐" : " "),
      );
      return [...(heading === "" ? [] : [`${"#".repeat(number.length)} ${heading}`]), ...texts];
    });
    expect(shown.map(bare)).toEqual(found.map(bare));
    expect(article.title).toBe(title ?? "test");
    expect(Object.fromEntries(Object.keys(pages).map((words) => [words, pageOf(article, words)]))).toEqual(pages);
    expect(article.original?.notes).toEqual(notes);
  });

  test.for([
    {
      name: "is encrypted",
      bytes: makePdf({ isEncrypted: true, pages: [wrapText(OPENING, { top: 700 })] }),
      message:
        "test.pdf: is encrypted with a password; open it with its password and save or print it as a PDF without one",
    },
    {
      name: "holds no text",
      bytes: makePdf({ pages: [[], []] }),
      message:
        "test.pdf: holds no text: its pages are pictures, as in a scan, or empty; run text recognition (OCR) over it first",
    },
    {
      name: "has fonts that tell no characters",
      bytes: makePdf({ pages: [[line(OPENING, 700, { font: "unreadable" })]] }),
      message:
        "test.pdf: shows text in fonts that do not tell which characters they show; print it into a new PDF, or run text recognition (OCR) over it",
    },
    {
      name: "is no PDF",
      bytes: new TextEncoder().encode("%PDF-1.4 and nothing behind"),
      message: "test.pdf: is broken or no PDF (Invalid PDF structure.); save or print it anew",
    },
    {
      name: "expands to more than any honest file",
      bytes: makePdf({ before: " ".repeat(100_000_000), pages: [wrapText(OPENING, { top: 700 })] }),
      message:
        "test.pdf: expands to far more than any page needs, so it is not read; print it into a new PDF, or split it",
    },
  ])("refuses a file that $name", async ({ bytes, message }) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: "ArticleError", message });
  });
});

/** Sentences were joined by a space, which Chinese has not. */
function bare(text: string): string {
  return text.replaceAll(/(?<=[。！？；]) /gu, "");
}

function* numbers(sections: Awaited<ReturnType<typeof readPdf>>["sections"]): Generator<readonly number[]> {
  for (const section of sections) {
    yield section.number;
    yield* numbers(section.sections);
  }
}
