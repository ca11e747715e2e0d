import { expect, test } from "vitest";
import { isRemark } from "../../src/answer/is-remark.ts";
import { question } from "../support/analyse.ts";

test.for([
  "I'll bring the drill on Thursday then",
  "I can't come tonight",
  "we're at the door already",
  "brb dinner",
  "ok, I will be there",
  "我先去吃饭了",
  "我们晚上过去",
  "我觉得Meta会输",
  "好的,我明天带来",
])("takes for a remark: %s", (text) => {
  expect(isRemark(question(text))).toBe(true);
});

test.for([
  "I want to know the late fee",
  "I lost a drill",
  "I'm looking for the opening hours",
  "We need a ladder",
  "I wonder who pays",
  "I pay twice?",
  "How long may I keep it",
  "late fee",
  "IT department",
  "Wellington",
  "我想知道抽成",
  "我要借书",
  "我能借几本",
  "我国的首都",
  "谷歌抽成",
])("takes for a question: %s", (text) => {
  expect(isRemark(question(text))).toBe(false);
});
