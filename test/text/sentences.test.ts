import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/languages/all.ts";
import { joinRules } from "../../src/languages/join-rules.ts";
import { splitsCodePoint } from "../../src/text/span.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { columns } from "../../src/text/width.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const rules = joinRules(languages);

/** The sentences of a text, cut from it. */
function sentences(text: string): string[] {
  return splitSentences(text, rules).map(({ start, end }) => text.slice(start, end));
}

/** In these tables `|` stands where a sentence ends and is not part of the text. */
const BAR = "|";

function expected(marked: string): string[] {
  return marked
    .split(BAR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

describe("Chinese", () => {
  test.for([
    { name: "full stops", text: "股价下跌。|谷歌上涨。|" },
    { name: "question and exclamation marks", text: "真的吗？|太好了！|走吧。" },
    { name: "ASCII marks", text: "真的吗?|太好了!|走吧." },
    { name: "semicolons", text: "甲做了这个；|乙做了那个。" },
    { name: "an ellipsis of two", text: "他想了想……|然后走了。" },
    { name: "an ellipsis of three points", text: "他想了想...|然后走了。" },
    { name: "half-width and rare stops", text: "好｡|真的⁇|走吧‼|是。" },
    { name: "runs of marks as one end", text: "什么？！|不会吧！！！|真的……？|好。" },
    { name: "closing quotes with their sentence", text: "他说：“我不去。”|大家都笑了。" },
    { name: "closing brackets of every kind", text: "（他走了。）|「好！」|『真的？』|【完。】|" },
    { name: "a quote in a quote", text: "他问：“她说‘不去。’”|没人回答。" },
    { name: "not a quote that goes on", text: "“你去吗？”，他问。" },
    { name: "not a title that goes on", text: "《谁动了我的奶酪？》是一本书。" },
    { name: "not a bracket that goes on", text: "他（真的！）走了。" },
    { name: "commas and colons nowhere", text: "一边是社交帝国，一边是搜索巨头：两个对手、同一张桌子——真奇怪。" },
    { name: "mixed scripts", text: "Meta股价下跌0.3%。|Google却涨了1%!|谁赢了?|OpenAI。" },
    { name: "a Latin sentence before a Chinese one", text: "They left.|他也走了。" },
    { name: "not an abbreviation or initials before Chinese", text: "Inc.是公司，J.K.罗琳是人。|St.约翰也是。" },
    { name: "not the dot within a foreign name", text: "拉詹．德沙伊提出了它。|切薩雷．班迪內利居間調停。" },
    { name: "line breaks nowhere", text: "这是一句被\n断开的话。|下一句\r\n也是。" },
    { name: "spaces behind the stop", text: "好。 |再见。　|走了。" },
    { name: "Traditional text with corner quotes", text: "他說：「資料庫壞了。」|我們問：「怎麼辦？」|" },
  ])("cuts at $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });
});

describe("English", () => {
  test.for([
    { name: "full stops", text: "Black tea is oxidised. |It comes from Yunnan. |" },
    { name: "question and exclamation marks", text: "Really? |Yes! |Good." },
    { name: "closing quotes with their sentence", text: 'He said "No." |Then he left.' },
    { name: "curly quotes", text: "He said “No.” |Then he left." },
    { name: "an opening quote with the next one", text: 'Why? |"Because," he said.' },
    { name: "an ellipsis before a capital", text: "Well... |Then he left. |Well… |Then she left." },
    { name: "not an ellipsis before a small letter", text: "Well... then he left. |Well… then she left." },
    { name: "not a question inside of a sentence", text: '"Why?" he asked. |"Go!" she cried.' },
    { name: "a bracketed sentence", text: "It works. |(It did not before.) |Now it does." },
    { name: "the pronoun I", text: "It was he and I. |We left." },
    { name: "hard-wrapped lines nowhere", text: "This line\nis broken here. |And\r\nso is this." },
  ])("cuts at $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "titles", text: "Dr. Wu met Mrs. Lee and Prof. Chan. |They spoke." },
    { name: "initials", text: "J. R. R. Tolkien and G.K. Chesterton wrote. |They did." },
    { name: "abbreviations before small letters", text: "Tea, coffee, etc. are drinks. |So is cocoa." },
    { name: "abbreviations that end a sentence", text: "We sell tea, coffee, etc. |Cocoa is out." },
    { name: "Latin abbreviations", text: "Some teas, e.g. Oolong, i.e. Blue tea, cf. Green. |Yes." },
    { name: "references with numbers", text: "See Fig. 3 and No. 5 on pp. 12 of Vol. 2. |Then stop." },
    { name: "`no` that is a word", text: "He said no. |She said yes." },
    { name: "companies and countries before small letters", text: "Acme Inc. is in the U.S. and the U.K. too. |Yes." },
    { name: "months and hours", text: "On Jan. 5 at 10 a.m. it rained. |Then not." },
    {
      name: "times before names",
      text: "At 5 a.m. Mr. Li opened. |We open at 5 a.m. |Mr. Li sweeps. |He left at 6 p.m. EST.",
    },
    { name: "countries before names", text: "The U.S. Tea Board met in the U.S. |The next day it rained." },
    { name: "a country at the beginning", text: "I found it at noon. |U.S. Coast Guard ships pass daily." },
    {
      name: "companies before names",
      text: "Acme Inc. Chairman Bob Lee left. |We sold Acme Inc. |The price was high.",
    },
    {
      name: "names with marks",
      text: "The cook shopped at Yahoo! Japan last week. |Yahoo!奇摩是网站。|He likes Yahoo! |They do not.",
    },
    {
      name: "spaced dots",
      text: "The harbour . . . closes at dusk. |It was late . . . |Then he left. . . . |So did she.",
    },
    { name: "references with letters", text: "See Vol. II and Fig. B of Sec. IV. |He said no. |I left." },
    {
      name: "streets and months before names",
      text: "It is on Main St. Mary said. |We met on Fifth Ave. |The shop was shut. |It was Jan. 5.",
    },
    { name: "letters that are no initials", text: "Plan B. |It works. |She got an A. |He got a B." },
    { name: "a Roman numeral's beginning", text: "I. Introduction follows. |It was I. |We left." },
    { name: "a numbered list's beginning", text: "1. Boil the water. |2. Add tea." },
  ])("keeps whole $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });
});

describe("labels", () => {
  test.for([
    { name: "a section's number", text: 'Section 2.3. "Milk" means milk of cows. |It is white.' },
    { name: "a number in letters", text: "Part Two. The guests sit down. |ARTICLE IV. They leave." },
    { name: "a letter that also abbreviates", text: "b. Every member pays. |Nobody pays twice." },
    { name: "a sign", text: "§ 12. The lid is closed. |§§ 3(b). The lid is open." },
    { name: "a question's number", text: "Q12. Who closes the lid? |A12. Ben does." },
    { name: "a figure's number", text: "Fig. 3. The lid. |Table 4. Lids by year." },
    { name: "a provision's number", text: "第九条. 会员年满十六岁。|第十条之二.会员可以退社。|例3. 今天下雨。" },
    { name: "who speaks", text: "OLD MAN. Who is there? |I hear you." },
    { name: "who speaks and what is done", text: "DR. WU [rising]. Who is there? |I hear you." },
    { name: "who speaks, a sentence of what is done", text: "CLARA. (Laughs.) Nobody. |Sit down." },
  ])("keep with what they name $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "a provision that is spoken of", text: "See Section 5. |The fee is fixed there." },
    { name: "a cry", text: "STOP. |The lid is open." },
    { name: "capitals within a paragraph", text: "He works for NASA. |They fly. |ANNA. |They land." },
    { name: "a year", text: "It began in 1999. |The club was small." },
  ])("are not $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });
});

describe("brackets, titles and quotations", () => {
  test.for([
    { name: "a title that holds a mark", text: "我们下午看《摔跤吧！爸爸》，晚上看《你好！灯塔》。|走吧。" },
    { name: "a title at the beginning", text: "《奔跑吧！兄弟》第二季的收视率是百分之三点五。|完。" },
    { name: "a note of several sentences", text: "（注：本馆周一闭馆。节假日除外。）|读者请留意。" },
    {
      name: "an English note within a sentence",
      text: "Prices rose (see p. 12. It was a hard year.) in autumn. |Yes.",
    },
    { name: "a cry in brackets before a name", text: "It works (at last!) Tom said. |Good." },
    { name: "nested brackets", text: "他来了（见《灯塔。海》【第三章。】第二节。），坐下。|走了。" },
    { name: "a quotation of several sentences", text: "他说：“你好！我来了。”|然后坐下。" },
    { name: "a straight quotation of several sentences", text: 'He said: "Stop. Go home!" |Then he ran.' },
    { name: "straight quotation marks between ideographs", text: '他说"不去。我累了。"|然后走了。' },
    {
      name: "single straight quotation marks",
      text: "He wrote 'Stop. Go.' on the wall. |'Why? Who?' he asked. |It's the dogs' home. |Yes.",
    },
    { name: "a quotation within a quotation", text: "“他说‘走吧！’然后就走了。”她讲完了。|好。" },
    { name: "a cry within a clause", text: "他问了一句“去吗？”就走了。|好。" },
    { name: "corner marks", text: "他說：「真的嗎？我不信。」|走了。" },
    { name: "low quotation marks", text: "Er rief „Halt. Wer da?” und ging. |Sie blieb." },
  ])("keeps whole $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "who asks", text: "“真的吗？”她问。|“真的。”他说。" },
    {
      name: "who speaks between two quotations",
      text: "“你来得早。”老周说，“坐吧。”|“不坐了，”来人说，“茶叶还有吗？”|老周摇头。",
    },
    { name: "how they speak", text: "“好吗？”老师微笑着问道。|“不行！”她喊了一声。|“好！”大家都笑了。" },
    { name: "who speaks on the next line", text: "“真的吗？”\n她问。|“真的。”老周\n说。" },
    { name: "who speaks in Traditional", text: "「真的嗎？」她小聲說。|「真的。」老師回答。" },
    { name: "who speaks in English", text: "“Why?” Anna asked. |“Come in!” Mr. Li cried. |“No.” |He left." },
    { name: "nobody who was named before", text: "他说：“我不去。”|大家都笑了。" },
    { name: "nobody who does something else", text: "“这是什么？”|小明知道答案。|“去！”|问题很多。" },
    { name: "no other quotation", text: "他问：“去吗？”|“去！”|“好的。”" },
  ])("keeps with a quotation $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "a bracket", text: "他来了（见下。|他走了。|她也走了。" },
    { name: "a title mark", text: "《故事会。|这本书没有写完。" },
    { name: "a quotation", text: 'He said "no. |Then he left. |She said "yes." |And so on.' },
    { name: "inches", text: 'She has a 5" pipe. |And a 6" pipe.' },
    { name: "smileys", text: "I am sad :( But it works. |Then :) again. |Thanks! :) |See you." },
    { name: "items", text: "And two. |a) first. |b) second." },
  ])("is not confused by the open marks of $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test("cuts a quotation that is longer than a reader wants quoted", () => {
    const sentence = "我在这座灯塔里住了四十年，每天晚上都要点灯，从来没有间断过。";
    expect(sentences(`老人说：“${sentence.repeat(12)}”然后他走了。`)).toHaveLength(13);
    expect(sentences(`老人说：“${sentence.repeat(3)}”然后他走了。`)).toHaveLength(2);
  });

  test("leaves no bracket open that is closed", () => {
    const part = fc.constantFrom("（", "）", "《", "》", "“", "”", "好。", "吗？", "走", "Yes. ", "(", ")", "「", "」");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        if (!isBalanced(text)) return;
        for (const sentence of sentences(text)) expect(isBalanced(sentence)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Whether all brackets, titles and quotations close in the reverse order of their opening. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const mark of text.replaceAll(/[^（）《》“”()「」]/gu, "")) {
    const pair = ["（）", "《》", "“”", "()", "「」"].find((marks) => marks.includes(mark)) ?? "";
    if (pair.startsWith(mark)) open.push(pair);
    else if (open.pop() !== pair) return false;
  }
  return open.length === 0;
}

describe("missing and rare marks", () => {
  test.for([
    { name: "spaces between clauses", text: "早上八点开门 |先烧三壶水 |然后擦桌子\n|九点客人来了" },
    { name: "lines that are clauses", text: "早上八点开门\n|先烧三壶水\n|然后去后院擦桌子和椅子\n|九点客人来了" },
    {
      name: "not lines of a page",
      text: "早上八点开门先烧三壶水然\n后去后院擦桌子和椅子九点\n客人来了我们就给他们倒茶\n再见",
    },
    { name: "not spaces between words", text: "绿茶 红茶 乌龙茶 普洱茶" },
    { name: "not spaces in a sentence", text: "今天天气很好 我们去公园 然后去茶馆喝茶。" },
    { name: "no exception", text: "租客应按月缴费；但未满十八岁的除外。|甲做这个；|乙做那个。" },
    { name: "no exception in the words of others", text: "會員得免費入場；惟假日不在此限。|不要动；否则后果自负。" },
    { name: "an emphatic full stop that lacks its space", text: "It ended.|The next day came." },
    { name: "notes with their sentence", text: "He died in 1900.[1] |She left.[2][3] |他走了。[4]|她也走了。" },
  ])("cuts at $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "Chinese", unit: "早上开门先烧水然后擦桌子客人来了他们要了龙井" },
    { name: "English", unit: "so today we are going to talk about how tea is made and " },
    { name: "lines", unit: "so today we talk about\nhow tea is made and " },
    { name: "one word", unit: "a" },
    { name: "characters of several parts", unit: "👩‍👩‍👧" },
    { name: "flags", unit: "🇹🇼" },
    { name: "a list", unit: "apples, pears and plums, " },
    { name: "abbreviations", unit: "Mr. " },
  ])("cuts what lacks full stops before it is too long: $name", ({ unit }) => {
    const text = unit.repeat(Math.ceil(5000 / unit.length)).trim();
    const found = sentences(text);
    expect(found.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
    expect(Math.max(...found.map(columns))).toBeLessThanOrEqual(1200);
    const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
    const count = (part: string): number => [...graphemes.segment(part.replaceAll(/\s/gu, ""))].length;
    expect(found.reduce((total, part) => total + count(part), 0)).toBe(count(text));
  });

  test("cuts English without marks between words", () => {
    const text = "so today we are going to talk about how tea is made and ".repeat(20).trim();
    const words = new Set(text.split(" "));
    for (const sentence of sentences(text)) expect(sentence.split(" ").every((word) => words.has(word))).toBe(true);
  });
});

describe("numbers, addresses and signs", () => {
  test.for([
    { name: "decimal points", text: "涨了0.3%。|It is 3.14 or 2.5. |完" },
    { name: "full-width decimal points", text: "涨了３．５倍。|好" },
    { name: "versions", text: "Version v1.2.3 and 10.0.1 are out. |Node 26.1 too." },
    { name: "domains", text: "Visit example.com or docs.example.co.uk now. |Thanks." },
    { name: "a domain before a Chinese stop", text: "请看example.com。|谢谢。" },
    { name: "web addresses", text: "See https://a.example/x?q=1.5&b=c!d today. |Thanks." },
    { name: "a web address at a sentence's end", text: "See https://a.example/x. |Thanks." },
    { name: "a web address before Chinese", text: "见https://a.example/x?y=1。|谢谢！" },
    { name: "mail addresses", text: "Write to first.last@mail.example.org soon. |Bye." },
    { name: "file names", text: "Open main.ts or README.md first. |Then run." },
    { name: "inequalities", text: "Here a != b holds. |Good." },
    { name: "thousands", text: "It costs 1,234.50 dollars. |Much." },
    { name: "times", text: "At 9.30 Tuesday it began. |Fine." },
  ])("keeps whole $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "emoji right behind a stop, to its sentence", text: "Great!😀 |Next one. |好！👍🏽|走吧。" },
    { name: "emoji behind a space, to the next sentence", text: "Great! |😀 Next one." },
    { name: "emoji that items begin with, to their items", text: "✅早餐免费。|✅停车免费。" },
    { name: "emoji alone, to the sentence before", text: "太好了！😀🎉" },
    { name: "signs alone, to the sentence before", text: "好。——。。。|再见。" },
    { name: "signs at the beginning, to the first sentence", text: "！！！好。|再见。" },
    { name: "a text of signs only as one", text: "… !! ——" },
    { name: "marks on a stop", text: "Yes.\u0301 |No." },
  ])("gives $name", ({ text }) => {
    expect(sentences(text.replaceAll(BAR, ""))).toEqual(expected(text));
  });

  test.for([
    { name: "an empty text", text: "" },
    { name: "white space", text: " \n\t\u00a0\u3000\ufeff" },
  ])("finds nothing in $name", ({ text }) => {
    expect(sentences(text)).toEqual([]);
  });
});

describe("properties", () => {
  test("covers all but white space, in order, without cutting a character", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        let covered = 0;
        for (const { start, end } of splitSentences(text, rules)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(covered, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(splitsCodePoint(text, start) || splitsCodePoint(text, end)).toBe(false);
          covered = end;
        }
        expect(text.slice(covered).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

test.for(["*a **b ", "[", "“", "> ", "- x-", "a*"])(
  "leaves no sentence of many times %s too long for any message",
  (unit) => {
    const longest = sentences(unit.repeat(20_000)).map((sentence) => columns(sentence));
    expect(Math.max(0, ...longest)).toBeLessThanOrEqual(3700);
  },
);
