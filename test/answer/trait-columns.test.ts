import { describe, expect, test } from "vitest";
import type { FeatureName } from "../../src/answer/features.ts";
import { columnOf } from "../support/candidates.ts";

interface Row {
  readonly column: FeatureName;
  readonly asked: string;
  readonly text: string;
  readonly values: readonly number[];
}

function checks(rows: readonly Row[]): void {
  test.for(rows)("$column of $asked", ({ column: name, asked, text, values }) => {
    expect(columnOf(name, asked, text)).toEqual(values);
  });
}

describe("tells what else a question wants", () => {
  checks([
    { column: "naming", asked: "这座桥叫什么?", text: "桥很长。它因形似彩虹，故名虹桥。", values: [0, 1] },
    {
      column: "naming",
      asked: "What is the bridge called?",
      text: "It is long. It is known as Rainbow.",
      values: [0, 1],
    },
    { column: "purpose", asked: "设立基金的目的是什么?", text: "基金很大。设立基金旨在帮助学生。", values: [0, 1] },
    {
      column: "purpose",
      asked: "What is the purpose of the fund?",
      text: "It is big. It is intended to help.",
      values: [0, 1],
    },
    { column: "age", asked: "几岁可以入会?", text: "会费十元。年满16岁的人可以入会。", values: [0, 1] },
    { column: "age", asked: "How old must I be?", text: "It costs ten. Members are 16 or older.", values: [0, 1] },
    { column: "permission", asked: "狗可以进来吗?", text: "狗很可爱。宠物不得入内。", values: [0, 1] },
    { column: "permission", asked: "Are dogs allowed?", text: "Dogs bark. Pets must stay outside.", values: [0, 1] },
    { column: "permission", asked: "狗多大?", text: "宠物不得入内。", values: [0] },
    { column: "apposition", asked: "Who is Ada?", text: "Ada swims. Ada, a baker, is tall.", values: [0, 1] },
  ]);
});

describe("knows what denies from what does not", () => {
  checks([
    {
      column: "denial",
      asked: "茶社收现金吗?",
      text: "本社不收现金。本社收现金。特别欢迎非洲客人。",
      values: [1, 0, 0],
    },
    { column: "denial", asked: "哪些人不能入会?", text: "儿童不能入会。", values: [0] },
    { column: "denialToo", asked: "哪些人不能入会?", text: "儿童不能入会。老人能入会。", values: [1, 0] },
    { column: "denial", asked: "Do you take cash?", text: "We do not take cash. We take cards.", values: [1, 0] },
    { column: "denialToo", asked: "What isn't allowed?", text: "No dogs. Cats are welcome.", values: [1, 0] },
  ]);
});

describe("finds the sentence that defines what is asked for", () => {
  checks([
    { column: "defines", asked: "什么是会员?", text: "会员来了。“会员”，是指交了会费的人。", values: [0, 1] },
    {
      column: "defines",
      asked: "What is a member?",
      text: "Members came. “Member” means who has paid.",
      values: [0, 1],
    },
    { column: "defines", asked: "会员交多少钱?", text: "会员是指交了会费的人。", values: [0] },
  ]);
});

describe("counts capitalised words that the question lacks", () => {
  checks([
    {
      column: "capitalsWho",
      asked: "Who runs the shop?",
      text: "The shop is big. It is run by Jane Roe.",
      values: [0, 0.67],
    },
    { column: "capitalsWho", asked: "Who is Jane Roe?", text: "It is run by Jane Roe.", values: [0] },
    { column: "capitalsWhere", asked: "Where is it?", text: "It is in Ghent. It is big.", values: [0.33, 0] },
  ]);
});

describe("lets a question of the article be answered by the next sentence", () => {
  checks([
    { column: "afterQuestion", asked: "茶园在哪里?", text: "茶园在哪里? 在山上。天下雨。", values: [0, 1, 0] },
    { column: "afterQuestion", asked: "茶在哪里?", text: "茶园在山上。天下雨。", values: [0, 0] },
  ]);
});
