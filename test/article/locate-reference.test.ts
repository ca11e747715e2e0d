import { describe, expect, test } from "vitest";
import { formatReference } from "../../src/article/format-reference.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { locateReference } from "../../src/article/locate-reference.ts";
import { listOwnNumbers } from "../../src/article/own-numbers.ts";
import { parseChecked } from "../support/parse.ts";

const rules = parseChecked(
  `# 仓储管理条例

## 前言

本条例由会员起草。

## 第一章 总则

### 第十二条

仓库管理员每月清点一次货物。

清点须有两人在场。

（一）货架；

（二）地面。

### 第十二条之一

危险品仓库每周清点一次。

## 第二章 罚则

### 第一百七十五条

违反第十二条的，处以罚款。

## 附录二 表格

表格另发。
`,
  { format: markdown },
);
const statute = parseChecked(`仓储管理条例

第十二条　仓库管理员每月清点一次货物。清点须有两人在场。

（一）货架；

（二）地面。

第十二条之一　危险品仓库每周清点一次。

第十三条规定的罚款，由仓库收取。

第十四条　违反前条规定的，处以罚款。
`);
const lease = parseChecked(
  `# Lease

Clause 9 applies to pets.

12. The keeper pays.
13. The owner repairs the hull.
    - Paint is bought by the keeper.

## Appendix B

The kettle is included.

## 2.1 Deposits

A deposit is due.
`,
  { format: markdown },
);

describe("finds by the number that is borne", () => {
  test.for([
    { name: "a provision", article: rules, written: "第12条", reference: "§2.1" },
    { name: "an inserted one", article: rules, written: "第十二條之一", reference: "§2.2" },
    { name: "an inserted one in figures", article: rules, written: "[[第 12-1 條]]", reference: "§2.2" },
    { name: "a chapter behind a preface", article: rules, written: "第二章", reference: "§3" },
    { name: "the same in English", article: rules, written: "Chapter II", reference: "§3" },
    { name: "a section where only chapters are numbered", article: rules, written: "section 2", reference: "§3" },
    { name: "an appendix", article: rules, written: "附錄2", reference: "§4" },
    { name: "a paragraph of a provision", article: rules, written: "第12条第一段", reference: "§2.1 ¶1" },
    { name: "款, which are no items", article: rules, written: "第十二条第二款", reference: "§2.1 ¶2–¶4" },
    { name: "a sentence of one", article: rules, written: "第十二条第二款第1句", reference: "§2.1 ¶2:1" },
    { name: "an item of one", article: rules, written: "第十二条第（二）项", reference: "§2.1 ¶4" },
    { name: "paragraphs that begin with it", article: statute, written: "第12条", reference: "§1 ¶1–¶3" },
    { name: "the one inserted behind", article: statute, written: "第12條之1", reference: "§1 ¶4–¶5" },
    { name: "a sentence of such", article: statute, written: "第12条第1段第2句", reference: "§1 ¶1:2" },
    { name: "the number of a list's item", article: lease, written: "clause 13", reference: "§0 ¶3–¶4" },
    { name: "an appendix with a letter", article: lease, written: "Appendix B ¶1:1", reference: "§1 ¶1:1" },
    { name: "a number in parts", article: lease, written: "2.1", reference: "§2" },
    { name: "but the sign by its place", article: rules, written: "§2", reference: "§2" },
    { name: "a bare figure by its place", article: rules, written: "2", reference: "§2" },
    { name: "the title", article: rules, written: "标题", reference: "§0 ¶0" },
  ])("$name: $written", ({ article, written, reference }) => {
    const located = locateReference(article, written);
    expect(located.kind === "found" ? formatReference(located.reference) : located).toBe(reference);
  });
});

describe("says where nothing bears it", () => {
  test.for([
    { name: "a provision", article: rules, written: "第176条", kind: "unborne" },
    { name: "one that is only spoken of", article: statute, written: "第十三条", kind: "unborne" },
    { name: "an appendix", article: lease, written: "Appendix C", kind: "unborne" },
    { name: "a clause that a sentence begins with", article: lease, written: "Clause 9", kind: "unborne" },
    { name: "a paragraph behind the provision's last", article: statute, written: "第12条第9段", kind: "out-of-range" },
    { name: "a word behind it", article: rules, written: "第12条 foo", kind: "invalid" },
  ])("$name: $written", ({ article, written, kind }) => {
    expect(locateReference(article, written)).toMatchObject({ kind });
  });

  test("counts the provision's own paragraphs", () => {
    expect(locateReference(statute, "第12条第9段")).toMatchObject({ asked: 9, maximum: 3 });
  });
});

test("leaves an article without numbers to its places", () => {
  const plain = parseChecked("# One\n\nA.\n\n# 3 ways to cook rice\n\nB.\n", { format: markdown });
  expect(listOwnNumbers(plain)).toEqual([]);
  expect(locateReference(plain, "section 2")).toMatchObject({ kind: "found", reference: { section: [2] } });
});

test.for([
  {
    name: "behind a space, with its items and what refers to it",
    source: "条例\n\n第六条 有下列情形的，除名：\n\n（一）欠费；\n\n前款所称欠费，指一年。",
    found: { kind: "found", reference: { section: [1], parts: [{ kind: "paragraphs", from: 1, to: 3 }] } },
  },
  {
    name: "behind a wide space",
    source: "条例\n\n第六条　仓库每周清点。",
    found: { kind: "found", reference: { section: [1], parts: [{ kind: "paragraphs", from: 1, to: 1 }] } },
  },
  { name: "but none that a sentence speaks of", source: "条例\n\n第六条 规定的情形很少。", found: { kind: "invalid" } },
])("finds the only provision of a text: $name", ({ source, found }) => {
  expect(locateReference(parseChecked(source), "第六条")).toMatchObject(found);
});
