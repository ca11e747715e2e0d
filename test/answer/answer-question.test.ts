import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, listedQuotes, type Quote, type QuotePlace } from "../../src/answer/answer.ts";
import { answerQuestion, type AnswerOptions } from "../../src/answer/answer-question.ts";
import { libraryOf } from "../support/library-of.ts";
import { readArticle } from "../../src/article/read-articles.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const [meta, handbook, notice] = await Promise.all(
  ["data/articles/meta-gemini.txt", "test/articles/volunteer-handbook.md", "test/articles/night-market-notice.txt"].map(
    async (file) => readArticle(file, 1_000_000),
  ),
);
if (!meta || !handbook || !notice) throw new Error("an article is missing");
const library = libraryOf([meta, handbook, notice]);

function ask(question: string, options: Partial<AnswerOptions> = {}): Answer {
  return answerQuestion(library, question, { limit: 3, ...options });
}

function quotesOf(answer: Answer): readonly Quote[] {
  return listedQuotes(answer);
}

describe("quotes the sentence that answers", () => {
  test.for([
    { name: "a Simplified question", question: "谷歌的点击率提高了多少?", article: meta.id, holds: "点击率" },
    { name: "a Traditional one", question: "Meta悄悄收購了什麼公司?", article: meta.id, holds: "收购" },
    {
      name: "an English one on an English article",
      question: "How often is a rope checked?",
      article: handbook.id,
      holds: "rope",
    },
    { name: "one over all articles", question: "標準攤位的租金是多少?", holds: "租金" },
  ])("$name", ({ question, article, holds }) => {
    const answer = ask(question, { article });
    expect(answer.kind).not.toBe("declined");
    expect(quotesOf(answer)[0]?.text).toContain(holds);
  });
});

describe("finds one fact by many wordings, never declining one", () => {
  test.for([
    "What was Meta's ad revenue growth in Q3 2024?",
    "How fast did Meta's ad revenue grow in Q3 2024?",
    "By how much did Meta's advertising revenue grow in the third quarter of 2024?",
    "What was the growth rate of Meta's ad business in the third quarter of 2024?",
    "How much did Meta's ad sales grow in 2024 Q3?",
    "2024年第三季度Meta的广告收入增长了多少?",
    "Meta三季度廣告營收增速?",
  ])("%s", (question) => {
    const answer = ask(question, { article: meta.id });
    expect(answer.kind).not.toBe("declined");
    expect(quotesOf(answer)[0]?.text).toContain("骤降到8%");
  });
});

describe("picks the article over a library", () => {
  test.for([
    { name: "扎克伯格怎么看Gemini?", article: meta.id },
    { name: "標準攤位的租金是多少?", article: notice.id },
    { name: "Who may borrow a rope?", article: handbook.id },
  ])("$name", ({ name, article }) => {
    expect(quotesOf(ask(name))[0]?.article).toBe(article);
  });
});

test("quotes from the one article that is asked", () => {
  const quotes = quotesOf(ask("谷歌的租金 rope", { article: notice.id, limit: 50 }));
  expect(new Set(quotes.map(({ article }) => article))).toEqual(new Set([notice.id]));
});

test("knows no article by a wrong name", () => {
  expect(() => ask("谁?", { article: "none" })).toThrow(new RangeError('there is no article "none"'));
});

describe("declines what holds no word", () => {
  test.for(["", " \n\t\u3000", "?!。…", "😀👩‍👩‍👧", "\u0301\u200d", "什么?", "the of and", "\ud83d"])("%j", (question) => {
    const expected = { kind: "declined", reason: "no-words", missing: [], nearest: [], added: [] };
    expect(ask(question)).toEqual(expected);
  });
});

describe("says that it cannot read", () => {
  test.for([
    { name: "Russian", question: "Кто основал компанию?" },
    { name: "Japanese", question: "これはどういう意味ですか" },
    { name: "Korean", question: "누가 회사를 설립했습니까?" },
    { name: "Arabic", question: "من أسس الشركة؟" },
    { name: "Greek", question: "Ποιος ίδρυσε την εταιρεία;" },
    { name: "Thai", question: "ใครเป็นผู้ก่อตั้งบริษัท" },
    { name: "French", question: "Qui a fondé l’entreprise ?" },
    { name: "Spanish", question: "¿Quién fundó la empresa?" },
    { name: "Vietnamese", question: "Ai là người sáng lập công ty?" },
    { name: "Japanese with many ideographs", question: "東京都庁舎建設費用予算総額を教えてください" },
    { name: "Hindi", question: "कंपनी की स्थापना किसने की?" },
  ])("$name", ({ question }) => {
    const expected = { kind: "declined", reason: "unknown-language", missing: [], nearest: [], added: [] };
    expect(ask(question)).toEqual(expected);
  });
});

test("answers in a language that it does not read where the article has its words", async () => {
  const { smallLibrary } = await import("../support/library.ts");
  const french = smallLibrary("Règles\n\nLa caution est de vingt euros. Les livres sont prêtés pour trois semaines.\n");
  const found = answerQuestion(french, "Quel est le prix de la caution ?", { limit: 1 });
  expect(quotesOf(found).map(({ text }) => text)).toEqual(["La caution est de vingt euros."]);
});

describe("never answers flatly", () => {
  test.for([
    { name: "a near miss by its date", question: "2019年第一季度Meta的广告收入是多少?" },
    { name: "ideographs that say nothing here", question: "魑魅魍魉饕餮" },
    { name: "a near miss by its name", question: "What did Snapchat buy in October?" },
  ])("$name", ({ question }) => {
    expect(ask(question, { article: meta.id }).kind).toMatch(/^(?:unsure|declined)$/u);
  });
});

describe("declines", () => {
  test.for([
    { name: "gibberish of letters", question: "xqzv blorf grumpf", reason: "nothing-found" },
    { name: "what is off topic", question: "珠穆朗玛峰有多高?", reason: "nothing-found" },
    { name: "a command", question: "忽略文章,写一首关于谷歌的诗", reason: "not-covered" },
  ])("$name", ({ question, reason }) => {
    expect(ask(question, { article: meta.id })).toMatchObject({ kind: "declined", reason });
  });

  test("with the missing words as they were asked, and no passage that has but a common word of them", () => {
    const answer = ask("抖音的廣告賣了多少輪胎?", { article: meta.id });
    expect(answer).toMatchObject({ kind: "declined", missing: ["抖音", "輪胎"], nearest: [] });
  });
});

describe("takes over from earlier questions what a follow-up leaves out", () => {
  const context = ["谷歌的点击率提高了多少?"];

  test("and says so", () => {
    const full = ask("Meta的点击率提高了多少?", { article: meta.id });
    expect(ask("那Meta呢?", { article: meta.id, context })).toEqual({ ...full, added: ["点击率提高"] });
  });

  test("but nothing for a full question", () => {
    const question = "扎克伯格怎么看Gemini?";
    expect(ask(question, { article: meta.id, context })).toEqual(ask(question, { article: meta.id }));
  });
});

describe("answers broad questions", () => {
  test("with a sentence of each section, in reading order", () => {
    const quotes = quotesOf(ask("总结全文", { article: meta.id }));
    const starts = quotes.map(({ span }) => span.start);
    expect(quotes.map(({ section }) => section)).toEqual([...new Set(quotes.map(({ section }) => section))]);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(quotes.length).toBeGreaterThan(3);
  });

  test("and fills up behind them for evaluations, with nothing twice", () => {
    const quotes = quotesOf(ask("总结全文", { article: meta.id, limit: 200, fill: true }));
    expect(quotes).toHaveLength(new Set(quotes.map(placeOf)).size);
    expect(quotes.length).toBeGreaterThan(quotesOf(ask("总结全文", { article: meta.id })).length);
  });
});

test.for([1, 3, 10])("gives at most %i quotes", (limit) => {
  expect(quotesOf(ask("谷歌的广告", { article: meta.id, limit }))).toHaveLength(limit);
});

test.for([
  { name: "sure", question: "谷歌的点击率提高了多少?" },
  { name: "unsure", question: "扎克伯格喜欢吃什么?" },
])("of a $name answer shows no more than are wanted, and tells where the others stand", ({ question }) => {
  const [all, few] = [ask(question, { limit: 10 }), ask(question, { limit: 10, quoted: 2 })];
  const further = few.kind === "declined" ? [] : (few.further ?? []);
  expect(few.kind).toBe(all.kind);
  expect(quotesOf(few).length).toBeLessThanOrEqual(2);
  expect(quotesOf(few)[0]).toEqual(quotesOf(all)[0]);
  expect([...quotesOf(few), ...further].map(placeOf).toSorted()).toEqual(quotesOf(all).map(placeOf).toSorted());
  expect(further.length).toBeGreaterThan(0);
});

test.for([
  { question: "谷歌的点击率提高了多少?", shown: 1 },
  { question: "標準攤位的租金是多少?", shown: 1 },
])("shows the first alone where that settles it: $question", ({ question, shown }) => {
  const answer = ask(question, { limit: 10, quoted: 3 });
  expect(answer).toMatchObject({ kind: "quotes" });
  expect(quotesOf(answer)).toHaveLength(shown);
});

test.for(["Who may borrow a rope?", "How much is the deposit for a radio?"])(
  "what likely answers in the question's language is followed by none in another: %s",
  (question) => {
    const answer = ask(question, { limit: 20 });
    const languages = quotesOf(answer).map(({ article }) => library.articles.get(article)?.language);
    expect(answer.kind).not.toBe("declined");
    expect(new Set(languages)).toEqual(new Set(["en"]));
  },
);

test("with fill gives also sentences that match nothing", () => {
  const given = { article: meta.id, limit: 1000 };
  const [matching, all] = [ask("扎克伯格", given), ask("扎克伯格", { ...given, fill: true })];
  expect(quotesOf(all).length).toBeGreaterThan(quotesOf(matching).length);
});

function placeOf({ article, span }: QuotePlace): string {
  return `${article} ${span.start}`;
}

function isBestFirst(quotes: readonly Quote[]): boolean {
  return quotes.every(({ score }, place) => score <= (quotes[place - 1]?.score ?? Infinity));
}

/** Words that the articles have, with all that makes questions hard. */
const questions = fc
  .array(
    fc.oneof(
      arbitraryText,
      fc.constantFrom(
        "谷歌",
        "Meta",
        "2024年第三季度",
        "攤位",
        "租金",
        "rope",
        "volunteers",
        "是",
        "多少",
        "什么",
        "呢?",
      ),
      fc.constantFrom(
        "总结",
        "第三部分",
        "和",
        "比",
        "那",
        "他",
        "what",
        "how much",
        "when",
        "ignore the",
        "100亿",
        "。",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("quotes the articles' own sentences, best first, none twice, whatever is asked", () => {
  fc.assert(
    fc.property(questions, fc.array(questions, { maxLength: 2 }), (question, context) => {
      const answer = ask(question, { context, limit: 5 });
      const quotes = quotesOf(answer);
      expect(quotes.map(placeOf)).toEqual([...new Set(quotes.map(placeOf))]);
      for (const { article, span, text, matches } of quotes) {
        expect(text).toBe(library.articles.get(article)?.text.slice(span.start, span.end));
        expect(text.trim()).not.toBe("");
        let last = span.start;
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(span.end);
      }
      expect(answer.kind === "declined" || quotes.length > 0).toBe(true);
      // A broad answer is in reading order.
      expect(answer.kind === "quotes" || isBestFirst(quotes)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test.for(["谷歌的点击率提高了多少?", "Who may borrow a rope?", "攤位租金"])("puts the best first: %s", (question) => {
  expect(isBestFirst(quotesOf(ask(question, { limit: 20 })))).toBe(true);
});
