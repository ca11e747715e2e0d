import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { askArticle } from "../support/ask.ts";

const rules = askArticle(
  `# 社区公约

## 前言

本公约由全体居民推选的代表共同起草，前后历时三个月，广泛征求了各楼栋的意见。

## 第一章 总则

邻里之间要和气。

## 第二章 停车

访客车辆停放不得超过两小时。夜间不得鸣笛。

## 附錄二 電話

門崗電話貼在大門邊。
`,
  markdown,
);
const statute = askArticle(`公园管理条例

第一条　为了加强公园管理，制定本条例。

第二条　本条例适用于本市公园。

公园名录由市政府公布。

第三条　游客不得有下列行为：

（一）攀折花木；

（二）投喂动物。

第三条之一　犬只须牵绳。

第四条　违反第三条规定的，处五十元罚款。
`);
const lease = askArticle(
  `# Lease

## Clause 9

Under clause 9, the keeper is not permitted to sublet this boat during the season. Rent is due monthly.

## Clause 10

The keeper is permitted to repaint the cabin.

## Article 7a

Unpaid leave needs the owner's consent.

## Appendix B

One kettle. Two chairs.
`,
  markdown,
);
const statutes = askArticle(
  `# Statutes of the Rowing Club

## Preamble

Nine friends founded the club.

## Part I – Members

### § 1 Joining

Anybody may join.

### § 2 Leaving

Members leave by letter.

## Part II – Money

### § 3 Fees

The fee is 40 euros.
`,
  markdown,
);
const licence = askArticle(`Open Harvest License

Preamble

The licenses for most seeds are designed to take away your freedom to share and change them.

0. Definitions.

A "covered seed" means any seed to which it applies, however it was made or changed.

1. Permissions.

You may grow and keep covered seeds without conditions, so long as your license remains in force.

2. Termination.

You may not propagate a covered seed except as expressly provided.
`);
const handbook = askArticle(
  `# 员工手册

## 一、入职

入职当天领取工牌。

## 二、考勤

早上九点上班。

### （一）请假

请假须提前一天。

## 三、福利

每年体检一次。
`,
  markdown,
);

describe("answers by the number that is borne", () => {
  test.for([
    { name: "a chapter behind a preface", ask: rules, question: "第二章讲什么", first: "访客车辆停放不得超过两小时。" },
    { name: "the first one", ask: rules, question: "第一章講什麼？", first: "邻里之间要和气。" },
    {
      name: "a chapter in English",
      ask: rules,
      question: "What is chapter 2 about?",
      first: "访客车辆停放不得超过两小时。",
    },
    { name: "an appendix in the other script", ask: rules, question: "附录二讲什么", first: "門崗電話貼在大門邊。" },
    {
      name: "the last chapter, which is no appendix",
      ask: rules,
      question: "最后一章讲什么",
      first: "访客车辆停放不得超过两小时。",
    },
    { name: "a provision", ask: statute, question: "第三条规定了什么", first: "第三条　游客不得有下列行为：" },
    {
      name: "a provision in English",
      ask: statute,
      question: "What does Article 3 say?",
      first: "第三条　游客不得有下列行为：",
    },
    { name: "an inserted provision", ask: statute, question: "第三條之一規定什麼", first: "第三条之一　犬只须牵绳。" },
    { name: "an inserted provision in figures", ask: statute, question: "第3-1条", first: "第三条之一　犬只须牵绳。" },
    { name: "a paragraph of a provision", ask: statute, question: "第二条第二款", first: "公园名录由市政府公布。" },
    { name: "an item of a provision", ask: statute, question: "第三条第（二）项是什么", first: "（二）投喂动物。" },
    {
      name: "the last provision",
      ask: statute,
      question: "最后一条是什么",
      first: "第四条　违反第三条规定的，处五十元罚款。",
    },
    {
      name: "what another clause mentions",
      ask: lease,
      question: "What does clause 10 say?",
      first: "The keeper is permitted to repaint the cabin.",
    },
    {
      name: "a number with a letter",
      ask: lease,
      question: "What does Article 7a say?",
      first: "Unpaid leave needs the owner's consent.",
    },
    { name: "an appendix", ask: lease, question: "What is in Appendix B?", first: "One kettle." },
    {
      name: "the sign where headings have it",
      ask: statutes,
      question: "What does § 2 say?",
      first: "Members leave by letter.",
    },
    {
      name: "a section that headings write with the sign",
      ask: statutes,
      question: "section 3",
      first: "The fee is 40 euros.",
    },
    { name: "a part in words", ask: statutes, question: "what is part two about?", first: "The fee is 40 euros." },
    { name: "a bare number", ask: handbook, question: "第二部分讲什么", first: "早上九点上班。" },
    { name: "another word for it", ask: handbook, question: "第三节讲什么", first: "每年体检一次。" },
  ])("$name: $question", ({ ask, question, first }) => {
    const { kind, texts } = ask(question);
    expect({ kind, first: texts[0] }).toEqual({ kind: "quotes", first });
  });

  test("quotes what belongs to a provision", () => {
    expect(statute("第三条规定了什么").texts).toEqual([
      "第三条　游客不得有下列行为：",
      "（一）攀折花木；",
      "（二）投喂动物。",
    ]);
  });

  test("quotes several provisions", () => {
    expect(lease("What do clause 9 and clause 10 say?").references).toEqual(["§1 ¶1:1", "§1 ¶1:2", "§2 ¶1:1"]);
  });

  test("quotes a licence's numbered section", () => {
    expect(licence("What does section 2 say?").texts.join("\n")).toContain(
      "You may not propagate a covered seed except as expressly provided.",
    );
  });
});

describe("quotes a number and its caption with what stands behind", () => {
  const act = askArticle(`The Pond Protection Act

Section 1. Short title. This Act may be cited as the Pond Protection Act.

Section 2. Definitions. In this Act, "pond" means still water under two acres.

Section 3. Nobody may fish.

Section 3A. Boats. No boat with an engine may enter a pond.
`);
  test.for([
    {
      question: "What does Section 2 say?",
      text: 'Section 2. Definitions. In this Act, "pond" means still water under two acres.',
    },
    { question: "What does section 3 say?", text: "Section 3. Nobody may fish." },
    { question: "what is section 3A about?", text: "Section 3A. Boats. No boat with an engine may enter a pond." },
  ])("$question", ({ question, text }) => {
    expect(act(question)).toMatchObject({ kind: "quotes", texts: [text] });
  });

  const terms = askArticle(
    "# Terms\n\n## 1. Acceptance\n\n1.1 You accept.\n\n## 2. Payment\n\n2.1 Fees are due monthly.\n\n2.2 Late fees are five percent.\n",
    markdown,
  );
  test.for([
    { question: "What does 2.2 say?", texts: ["2.2 Late fees are five percent."] },
    { question: "what does section 2.1 say", texts: ["2.1 Fees are due monthly."] },
    { question: "Section 2", texts: ["2.1 Fees are due monthly.", "2.2 Late fees are five percent."] },
  ])("but not with the next number: $question", ({ question, texts }) => {
    expect(terms(question)).toMatchObject({ kind: "quotes", texts });
  });
});

describe("tells levels apart", () => {
  const constitution = askArticle(`Constitution of the Hill Republic

ARTICLE I

Section 1.

All powers rest with the council of elders.

Section 2.

The council sits twice a year.

ARTICLE II

Section 1.

The president serves four years.

Section 2.

The president commands the fire brigade.
`);
  test.for([
    { question: "Article I, Section 2", text: "The council sits twice a year." },
    { question: "What does Section 2 of Article II say?", text: "The president commands the fire brigade." },
  ])("$question", ({ question, text }) => {
    expect(constitution(question)).toMatchObject({ kind: "quotes", texts: [text] });
  });

  test("項 are paragraphs where no items are numbered", () => {
    const taiwan = askArticle(
      "# 條款\n\n## 第1條\n\n適用於會員。\n\n## 第2條\n\n一人限用一個帳號。\n\n密碼須自行保管。\n",
      markdown,
    );
    expect(taiwan("第2條第2項").texts).toEqual(["密碼須自行保管。"]);
  });
});

describe("quotes a heading that is asked for", () => {
  test.for([
    { ask: rules, question: "第二章叫什么", first: "第二章 停车", reference: "§3 ¶0" },
    { ask: statutes, question: "What is the second part called?", first: "Part II – Money", reference: "§3 ¶0" },
    { ask: statutes, question: "What is the title of Part I?", first: "Part I – Members", reference: "§2 ¶0" },
    { ask: handbook, question: "第三部分的標題是什麼", first: "三、福利", reference: "§3 ¶0" },
  ])("$question", ({ ask, question, first, reference }) => {
    expect(ask(question)).toMatchObject({ kind: "quotes", texts: [first], references: [reference] });
  });
});

describe("says so where nothing bears the number", () => {
  test.for([
    { ask: rules, question: "第五章讲什么", missing: "第五章" },
    { ask: rules, question: "附录三讲什么", missing: "附录三" },
    { ask: statute, question: "第九條規定了什麼", missing: "第九條" },
    { ask: statute, question: "第九条的罚款是多少", missing: "第九条" },
    { ask: lease, question: "What does clause 11 say?", missing: "clause 11" },
    { ask: lease, question: "Appendix C", missing: "Appendix C" },
    { ask: statutes, question: "What is Part IV about?", missing: "Part IV" },
    { ask: statutes, question: "What does § 9 say?", missing: "§ 9" },
  ])("$question", ({ ask, question, missing }) => {
    expect(ask(question)).toEqual({ kind: "declined", texts: [], references: [], missing: [missing] });
  });
});

describe("asks something of a provision", () => {
  test("puts first what has the question's words", () => {
    expect(lease("When is the rent due according to clause 9?").texts[0]).toContain("clause 9");
    expect(lease("May the keeper repaint under clause 10?").texts).toEqual([
      "The keeper is permitted to repaint the cabin.",
    ]);
  });

  test("is unsure where the provision has none of them", () => {
    expect(lease("What does clause 10 say about dogs?")).toEqual({
      kind: "unsure",
      texts: ["The keeper is permitted to repaint the cabin."],
      references: ["§2 ¶1:1"],
      missing: ["dogs"],
    });
  });

  test("looks elsewhere where other provisions speak of it", () => {
    expect(statute("违反第三条罚多少").texts[0]).toBe("第四条　违反第三条规定的，处五十元罚款。");
  });
});
