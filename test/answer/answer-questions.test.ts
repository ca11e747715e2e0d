import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { Quote } from "../../src/answer/answer.ts";
import { libraryOf } from "../support/library-of.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseChecked } from "../support/parse.ts";

function ask(source: string, question: string): { readonly kind: string; readonly quotes: readonly Quote[] } {
  const article = parseChecked(source, { format: markdown });
  const answer = answerQuestion(libraryOf([article]), question, { limit: 9, fill: true });
  return { kind: answer.kind, quotes: answer.kind === "declined" ? answer.nearest : answer.quotes };
}

const headings =
  "# Bank\n\n## How do I open an account?\n\nVisit any branch. It takes ten minutes.\n\n## How do I close an account?\n\nWrite to us.\n\n## What is the fee for a lost card?\n\nTwelve euros.";
const labels =
  "# 健身房\n\n问：会员卡可以转让吗？\n\n答：不可以。\n\n问：几点开门？\n\n答：早上六点。\n\n问：游泳池在哪里？\n\n答：地下一层。";
const lines =
  "# Clock museum\n\n**May I take photos?**\n\nWithout flash, yes.\n\n**How long does a tour take?**\n\nFifty minutes.\n\n**How do I get there by bus?**\n\nLine 8.";
const turns =
  "# 訪談\n\n記者：泥從哪裡來？\n\n陳師傅：後山。\n\n記者：徒弟有幾個？\n\n陳師傅：只剩兩個。\n\n記者：為什麼不用電窯？\n\n陳師傅：火的顏色不一樣。";

describe("answers what the article asks itself", () => {
  test.for([
    { name: "How do I open an account?", source: headings, text: "Visit any branch." },
    { name: "how do i close an account", source: headings, text: "Write to us." },
    { name: "What is the fee for a lost card?", source: headings, text: "Twelve euros." },
    { name: "会员卡可以转让吗？", source: labels, text: "答：不可以。" },
    { name: "几点开门", source: labels, text: "答：早上六点。" },
    { name: "游泳池在哪裡？", source: labels, text: "答：地下一层。" },
    { name: "May I take photos?", source: lines, text: "Without flash, yes." },
    { name: "How long does the tour take?", source: lines, text: "Fifty minutes." },
    { name: "How do I get there by bus?", source: lines, text: "Line 8." },
    { name: "泥从哪里来？", source: turns, text: "陳師傅：後山。" },
    { name: "徒弟有几个？", source: turns, text: "陳師傅：只剩兩個。" },
  ])("$name", ({ name, source, text }) => {
    const { kind, quotes } = ask(source, name);
    expect({ kind, text: quotes[0]?.text }).toEqual({ kind: "quotes", text });
  });
});

test("puts a question with an answer below all that answers", () => {
  const { quotes } = ask(labels, "会员卡能转让给别人吗？");
  expect(quotes.slice(0, 3).filter(({ text }) => text.startsWith("问："))).toEqual([]);
  expect(quotes.slice(3).map(({ text }) => text.slice(0, 2))).toEqual(["问：", "问：", "问："]);
});

test("puts a row of column names below the rows", () => {
  const source = "# Tea\n\n| Tea | Price |\n| --- | --- |\n| Oolong | 9 |\n| Assam | 7 |\n\nIt rained.";
  const { quotes } = ask(source, "What is the price of Assam tea?");
  expect(quotes[0]?.text).toContain("Assam");
  expect(quotes.at(-1)?.text).toContain("Price");
});

test("takes no other type of question for the same", () => {
  const { quotes } = ask(`${headings}\n\n## When can I open an account?\n\nOn Mondays.`, "When can I open an account?");
  expect(quotes[0]?.text).toBe("On Mondays.");
});

test("does not call a word missing that a heading has", () => {
  const { kind } = ask("# Charter\n\n## Success criteria\n\n- The dock opens.\n- No one is hurt.", "success criteria");
  expect(kind).not.toBe("declined");
});
