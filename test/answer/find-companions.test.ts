import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompanionKind } from "../../src/answer/answer.ts";
import { findCompanions } from "../../src/answer/find-companions.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { listSentences } from "../../src/article/list-sentences.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";
import { parseChecked } from "../support/parse.ts";

interface Row {
  readonly name: string;
  readonly source: string;
  readonly quote: string;
  readonly companions: readonly (readonly [kind: CompanionKind, text: string])[];
}

function checks(rows: readonly Row[]): void {
  test.for(rows)("$name", ({ source, quote, companions }) => {
    const article = parseChecked(source, { format: markdown });
    const start = article.text.indexOf(quote);
    const found = findCompanions(article, { start, end: start + quote.length });
    expect(found.map(({ kind, text }) => [kind, text])).toEqual(companions);
  });
}

const bold = "# FAQ\n\n**Can I bring a dog?**\n\nYes. On a lead.\n\nCats stay out.\n\n**Fees**\n\nNone.";
const turns = "# Talk\n\nREPORTER: Nice. When did you open?\n\nMS LIN: In 1998.\n\nIt rained.\n\nMR OWEN: Two came.";
const list = "# 账号\n\n您可以注销。注销账号后：\n\n- 信息会被删除\n- 不能再登录\n\n忘了密码请找客服。";
const nested =
  "# Rules\n\nYou must **not**:\n\n- smoke\n- bring glass, such as:\n  - jars\n- run\n\nElse all is allowed.";
const rows = "# 价目\n\n| 茶 | 壶 |\n| --- | :-: |\n| 绿茶 | 9 |\n| 红茶 | 7 |\n\n天下雨。";

describe("shows the question", () => {
  checks([
    { name: "in bold above", source: bold, quote: "Yes.", companions: [["question", "**Can I bring a dog?**"]] },
    {
      name: "some paragraphs above",
      source: bold,
      quote: "Cats stay out.",
      companions: [["question", "**Can I bring a dog?**"]],
    },
    { name: "but not beyond another bold line", source: bold, quote: "None.", companions: [] },
    { name: "but none with a question itself", source: bold, quote: "**Can I bring a dog?**", companions: [] },
    {
      name: "behind Q",
      source: "# F\n\nQ: Dogs?\n\nA: Yes.\n\nQ: Cats?\n\nA: No.",
      quote: "A: No.",
      companions: [["question", "Q: Cats?"]],
    },
    {
      name: "in the same paragraph",
      source: "# 题\n\n问：可以带狗吗？答：可以。问：几点关门？答：九点。",
      quote: "答：九点。",
      companions: [["question", "问：几点关门？"]],
    },
    {
      name: "of several sentences",
      source: "# F\n\nQ: I have a dog. Can it come?\nA: Yes.",
      quote: "A: Yes.",
      companions: [["question", "Q: I have a dog. Can it come?"]],
    },
    {
      name: "with a number before it",
      source: "# F\n\n1. 几点关门？\n\n   九点。\n\n2. 可以带狗吗？\n\n   可以。",
      quote: "可以。",
      companions: [["question", "可以带狗吗？"]],
    },
    {
      name: "that another speaker asks",
      source: turns,
      quote: "MS LIN: In 1998.",
      companions: [["question", "REPORTER: Nice. When did you open?"]],
    },
    { name: "but not to whoever speaks next", source: turns, quote: "MR OWEN: Two came.", companions: [] },
    {
      name: "that stands right before",
      source: "# T\n\nWho is to blame? Nobody knows. It rained.",
      quote: "Nobody knows.",
      companions: [["question", "Who is to blame?"]],
    },
    {
      name: "but no heading",
      source: "# T\n\n## Who may join?\n\nAll.\n\n## End\n\nX.",
      quote: "All.",
      companions: [],
    },
    { name: "but not one of several", source: "# T\n\nDo you?\n\nCan you?\n\nSign.", quote: "Sign.", companions: [] },
    { name: "but no speech", source: "# T\n\n“还有吗？”\n\n老周摇头。", quote: "老周摇头。", companions: [] },
  ]);
});

describe("shows the lead-in", () => {
  checks([
    { name: "of an item", source: list, quote: "不能再登录", companions: [["lead-in", "注销账号后："]] },
    { name: "of a nested item", source: nested, quote: "jars", companions: [["lead-in", "bring glass, such as:"]] },
    { name: "over a nested list", source: nested, quote: "run", companions: [["lead-in", "You must **not**:"]] },
    { name: "but not behind the list", source: list, quote: "忘了密码请找客服。", companions: [] },
    {
      name: "without a colon",
      source: "# T\n\nThe following is free.\n\n- Tea\n- Water",
      quote: "Water",
      companions: [["lead-in", "The following is free."]],
    },
    {
      name: "of numbered paragraphs",
      source: "# T\n\n第六条 有下列情形之一的，资格取消：\n\n（一）欠费的；\n\n（二）损坏茶具的。",
      quote: "（二）损坏茶具的。",
      companions: [["lead-in", "第六条 有下列情形之一的，资格取消："]],
    },
    {
      name: "of items in one paragraph",
      source: "# T\n\n會員享有下列權利：（一）使用；（二）參加；（三）停車。",
      quote: "（三）停車。",
      companions: [["lead-in", "會員享有下列權利："]],
    },
    {
      name: "of what semicolons part",
      source: "# T\n\n下列物品可以带入：台灯；收音机；雨伞。",
      quote: "雨伞。",
      companions: [["lead-in", "下列物品可以带入："]],
    },
    {
      name: "of code",
      source: "# T\n\nTo open it, run:\n\n```\ngate --open\n```",
      quote: "gate --open",
      companions: [["lead-in", "To open it, run:"]],
    },
    {
      name: "that is a heading which negates",
      source: "# T\n\n## What we do **not** do\n\n- Take gifts.\n\n## What we do\n\n- Lend pots.",
      quote: "Take gifts.",
      companions: [["lead-in", "What we do **not** do"]],
    },
    {
      name: "but no other heading",
      source: "# T\n\n## What we do **not** do\n\n- Take gifts.\n\n## What we do\n\n- Lend pots.",
      quote: "Lend pots.",
      companions: [],
    },
  ]);
});

describe("shows the items", () => {
  checks([
    {
      name: "that a lead-in announces",
      source: list,
      quote: "注销账号后：",
      companions: [
        ["items", "信息会被删除"],
        ["items", "不能再登录"],
      ],
    },
    {
      name: "below an item",
      source: nested,
      quote: "bring glass, such as:",
      companions: [
        ["lead-in", "You must **not**:"],
        ["items", "jars"],
      ],
    },
    {
      name: "as far as they fit",
      source: `# T\n\nTake:\n\n- ${"a".repeat(500)}\n- ${"b".repeat(90)}\n- ${"c".repeat(90)}`,
      quote: "Take:",
      companions: [
        ["items", "a".repeat(500)],
        ["items", "b".repeat(90)],
      ],
    },
  ]);
});

describe("shows column names", () => {
  checks([
    { name: "without the line below them", source: rows, quote: "红茶 | 7", companions: [["header", "茶 | 壶"]] },
    {
      name: "above short dashes",
      source: "# T\n\n|Light|Meaning|\n|:-|-|\n|red|no water|\n|blue|descale|",
      quote: "blue|descale",
      companions: [["header", "Light|Meaning"]],
    },
    { name: "not beside the table", source: rows, quote: "天下雨。", companions: [] },
  ]);
});

describe("shows what limits a rule", () => {
  const sauna =
    "# T\n\nMembers may bring a guest. However, guests may not swim.\n\nException: on gala nights two may come.";
  checks([
    {
      name: "right behind it",
      source: "# 规则\n\n房东卖房的，应当告诉房客。但是，卖给子女的除外。",
      quote: "房东卖房的，应当告诉房客。",
      companions: [["exception", "但是，卖给子女的除外。"]],
    },
    {
      name: "and the rule with what limits it",
      source: "# 規則\n\n會員應按月繳費。但未滿十八歲者，不在此限。",
      quote: "但未滿十八歲者，不在此限。",
      companions: [["subject", "會員應按月繳費。"]],
    },
    {
      name: "in a sentence of its own",
      source: sauna,
      quote: "Members may bring a guest.",
      companions: [["exception", "However, guests may not swim."]],
    },
    {
      name: "without a word of rules in it",
      source: "# T\n\nWater is free of charge. However, a tenant with a hose pays ten pounds.",
      quote: "Water is free of charge.",
      companions: [["exception", "However, a tenant with a hose pays ten pounds."]],
    },
    {
      name: "in a paragraph of its own",
      source: sauna,
      quote: "Members may bring a guest. However, guests may not swim.",
      companions: [["exception", "Exception: on gala nights two may come."]],
    },
    {
      name: "but no turn of a story",
      source: "# T\n\nThe mayor spoke. But the crowd left.",
      quote: "The mayor spoke.",
      companions: [],
    },
  ]);
});

describe("shows what a sentence is about", () => {
  checks([
    {
      name: "behind a pronoun",
      source: "# 壶\n\n青壶是一个社区。它由林小舟创建。今天下雨。",
      quote: "它由林小舟创建。",
      companions: [["subject", "青壶是一个社区。"]],
    },
    {
      name: "behind several",
      source: "# T\n\nThe pool is old. It opened in 1950. It was enlarged in 1980.",
      quote: "It was enlarged in 1980.",
      companions: [["subject", "The pool is old."]],
    },
    {
      name: "but not where a pronoun stands for nothing",
      source: "# T\n\nThe pool is old. It is important to shower.",
      quote: "It is important to shower.",
      companions: [],
    },
    {
      name: "but not where others follow",
      source: "# 题\n\n甲来了。其他人走了。",
      quote: "其他人走了。",
      companions: [],
    },
    {
      name: "within a quotation",
      source: `# 茶馆\n\n老周说：“没了！${"昨天来的人很多，".repeat(20)}卖完了。明天有新茶。”`,
      quote: "明天有新茶。”",
      companions: [["subject", "老周说：“没了！"]],
    },
    {
      name: "where the speaker is told behind it",
      source: '# Tea\n\n"There is tea." An old man said.',
      quote: '"There is tea."',
      companions: [["subject", "An old man said."]],
    },
  ]);
});

test("gives nothing for what is no sentence", () => {
  const article = parseChecked("# T\n\nTea.", { format: markdown });
  expect(findCompanions(article, { start: 0, end: 1 })).toEqual([]);
});

describe("on any text", () => {
  const hard = fc
    .array(
      fc.oneof(
        arbitraryText,
        fc.constantFrom(
          "\n\n",
          "Q: Why?\n",
          "A: No.\n",
          "- it;\n",
          "except:\n\n",
          "（一）不得；但",
          "| a | b |\n|---|---|\n",
          "“他说：",
          "**Who?**\n\n",
          "  - this\n",
        ),
      ),
      { maxLength: 12 },
    )
    // A zero is refused before anything is read.
    .map((parts) => parts.map((part) => part.replaceAll("\0", "")))
    .map((parts) => `Title.\n\n${parts.join("")}\n\nEnd.`);

  test.for([
    { name: "plain text", options: {} },
    { name: "Markdown", options: { format: markdown } },
  ])("shows whole characters of it, in order, once: $name", ({ options }) => {
    fc.assert(
      fc.property(hard, (source) => {
        const article = parseChecked(source, options);
        const sentences = listSentences(article).map(({ span }) => span);
        for (const [at, span] of sentences.entries()) {
          const wider = { start: span.start, end: sentences[at + 2]?.end ?? span.end };
          for (const quote of [span, wider]) {
            const found = findCompanions(article, quote);
            for (const { span: own, text } of found) expect(text).toBe(article.text.slice(own.start, own.end));
            const all = [quote, ...found.map((each) => each.span)].toSorted((a, b) => a.start - b.start);
            for (const [place, each] of all.entries()) {
              expect(each.end).toBeGreaterThan(each.start);
              expect(each.start).toBeGreaterThanOrEqual(all[place - 1]?.end ?? 0);
            }
            const starts = found.map((each) => each.span.start);
            expect(starts).toEqual(starts.toSorted((a, b) => a - b));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
