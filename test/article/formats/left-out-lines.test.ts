import { describe, expect, test } from "vitest";
import type { LeftOutReason } from "../../../src/article/article.ts";
import { type LineFacts, leftOutReason } from "../../../src/article/formats/left-out-lines.ts";

const none = { leaveOut: [], keep: [] };
const middle: LineFacts = { text: "", previous: "前", next: "后", alone: true, fromTop: 40, fromBottom: 40 };
const top = { ...middle, fromTop: 1 };
const bottom = { ...middle, fromBottom: 1 };

interface Row {
  readonly text: string;
  readonly reason: LeftOutReason | undefined;
}

describe("at the top", () => {
  test.for<Row>([
    { text: "1. 首页 > 电商出海", reason: "breadcrumb" },
    { text: "首页\u00a0>\u00a0电商", reason: "breadcrumb" },
    { text: "Home › News › Technology", reason: "breadcrumb" },
    { text: "首頁»新聞»科技", reason: "breadcrumb" },
    { text: "Start → Docs → API", reason: "breadcrumb" },
    { text: "5 > 3", reason: undefined },
    { text: "A > ", reason: undefined },
    { text: "如果收入 > 支出，那么就好。", reason: undefined },
    { text: "a > b > c > d > e > f > g > h", reason: undefined },
    { text: "一个特别特别特别特别特别特别特别特别特别特别长的名字 > 乙", reason: undefined },
    { text: "欢迎分享,转载请注明来源", reason: undefined },
    { text: "标题", reason: undefined },
  ])("takes $text for $reason", ({ text, reason }) => {
    expect(leftOutReason({ ...top, text }, none)).toBe(reason);
  });
});

describe("at the bottom", () => {
  test.for<Row>([
    { text: "欢迎分享,转载请注明来源:小川电商", reason: "footer" },
    { text: "未經授權，不得轉載", reason: "footer" },
    { text: "版权归作者所有", reason: "footer" },
    { text: "责任编辑：王某", reason: "footer" },
    { text: "© 2026 Example", reason: "footer" },
    { text: "All rights reserved.", reason: "footer" },
    { text: "Share this article", reason: "footer" },
    { text: "来源：新华社", reason: "footer" },
    { text: "Source: Example News", reason: "footer" },
    { text: "原文地址:https://www.example.com/1.html", reason: "source-address" },
    { text: "https://example.com/a", reason: "source-address" },
    { text: `https://example.com/${"a".repeat(200)}`, reason: "source-address" },
    { text: "Original article: www.example.com", reason: "source-address" },
    { text: "请看https://example.com/a，那里有更多。", reason: undefined },
    { text: "消息来源:一位不愿透露姓名的人士说,事情还没有结束,请大家耐心等待进一步的通知,谢谢各位", reason: undefined },
    { text: "他们分享了经验。", reason: undefined },
    { text: "-----", reason: undefined },
    { text: "(c) 2031 Tea Club", reason: "footer" },
    { text: "(C) Ann and Ben, 2031. Printed in London.", reason: "footer" },
    { text: "Copyright by the authors", reason: "footer" },
    { text: "Copyright (c) Tea Club", reason: "footer" },
    { text: "(c) Tea Club. All rights reserved.", reason: "footer" },
    { text: "(c) a spoon, where there is one.", reason: undefined },
    { text: "(C) Milk", reason: undefined },
    { text: "(c) pots that were bought in 2031.", reason: undefined },
    { text: "Copyright in the recipes stays with their authors.", reason: undefined },
  ])("takes $text for $reason", ({ text, reason }) => {
    expect(leftOutReason({ ...bottom, text }, none)).toBe(reason);
  });

  test("keeps an item that only looks like a copyright line", () => {
    expect(leftOutReason({ ...bottom, text: "(c) May 2031.", previous: "(b) April 2031;" }, none)).toBeUndefined();
  });
});

describe("anywhere", () => {
  test.for<Row>([
    { text: "首页 > 电商", reason: undefined },
    { text: "欢迎分享,转载请注明来源", reason: undefined },
    { text: "https://example.com/a", reason: undefined },
  ])("keeps $text in the middle", ({ text, reason }) => {
    expect(leftOutReason({ ...middle, text }, none)).toBe(reason);
  });

  test("leaves out both copies of a caption", () => {
    expect(leftOutReason({ ...middle, text: "图：夜市", next: "图：夜市" }, none)).toBe("repeated-caption");
    expect(leftOutReason({ ...middle, text: "图：夜市", previous: "图：夜市" }, none)).toBe("repeated-caption");
  });

  test.for([
    { name: "a refrain within a verse", facts: { text: "la la la", next: "la la la", alone: false } },
    { name: "a sentence said twice", facts: { text: "他来了。", next: "他来了。" } },
    { name: "a long line", facts: { text: "长".repeat(121), next: "长".repeat(121) } },
    { name: "signs", facts: { text: "***", next: "***" } },
  ])("keeps $name", ({ facts }) => {
    expect(leftOutReason({ ...middle, ...facts }, none)).toBeUndefined();
  });

  test("lets the metadata overrule everything", () => {
    const footer = { ...bottom, text: "版权归作者所有" };
    expect(leftOutReason(footer, { leaveOut: [], keep: [footer.text] })).toBeUndefined();
    expect(leftOutReason({ ...middle, text: "广告" }, { leaveOut: ["广告"], keep: [] })).toBe("metadata");
    expect(leftOutReason({ ...middle, text: "广告" }, { leaveOut: ["广告"], keep: ["广告"] })).toBeUndefined();
  });
});
