import { expect, test } from "vitest";
import { findComparison } from "../../src/answer/find-comparison.ts";

test.for([
  { question: "meta和谷歌有什么不同?", sides: ["meta", "谷歌"], aspect: "" },
  { question: "meta和谷歌的广告策略有什么区别?", sides: ["meta", "谷歌"], aspect: "广告策略" },
  { question: "请问llama与gemini之间的差别是什么", sides: ["llama", "gemini"], aspect: "" },
  { question: "标准摊位跟转角摊位差异在哪", sides: ["标准摊位", "转角摊位"], aspect: "" },
  { question: "比较一下meta和谷歌的算力成本", sides: ["meta", "谷歌"], aspect: "算力成本" },
  { question: "meta和谷歌相比如何?", sides: ["meta", "谷歌"], aspect: "" },
  { question: "compare meta and google", sides: ["meta", "google"], aspect: "" },
  { question: "please compare ropes with radios in terms of deposit", sides: ["ropes", "radios"], aspect: "deposit" },
  {
    question: "what is the difference between members and day tickets?",
    sides: ["members", "day tickets"],
    aspect: "",
  },
  { question: "how does llama differ from gemini?", sides: ["llama", "gemini"], aspect: "" },
  { question: "how do ropes and radios differ?", sides: ["ropes", "radios"], aspect: "" },
  { question: "llama vs gemini", sides: ["llama", "gemini"], aspect: "" },
])("compares in $question", ({ question, sides, aspect }) => {
  expect(findComparison(question)).toEqual({ sides, aspect });
});

test.for([
  { question: "与谷歌相比,meta的算力成本高多少?" },
  { question: "谷歌和meta签了什么协议?" },
  { question: "有什么不同?" },
  { question: "what is different?" },
  { question: "somebody compared llama to a car. who said that and what did they mean?" },
  { question: "what did conversion look like before vs after gemini?" },
  { question: "" },
])("compares nothing in “$question”", ({ question }) => {
  expect(findComparison(question)).toBeUndefined();
});
