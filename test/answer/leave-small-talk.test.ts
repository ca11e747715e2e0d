import { expect, test } from "vitest";
import { leaveSmallTalk } from "../../src/answer/leave-small-talk.ts";

const asks = (text: string): boolean => /^(?:who|what|how|谁|怎么)/iu.test(text);

test.for([
  ["See you. How do I complain?", "How do I complain?"],
  ["明天见,苹果的点击率提升了多少?", "苹果的点击率提升了多少?"],
  ["thanks, what is the late fee?", "what is the late fee?"],
  ["hi all! Does anyone know who may join? thx", "Does anyone know who may join?"],
  ["Can I borrow a chainsaw?\nhelp", "Can I borrow a chainsaw?"],
  ["张老板投了多少钱?\n求助", "张老板投了多少钱?"],
  ["你好,请问谷歌抽成多少?谢谢", "请问谷歌抽成多少?"],
  ["thanks! how long may I keep it", "how long may I keep it"],
  ["怎么续借,谢谢", "怎么续借"],
])("leaves out what is no question: %s", ([text, left]) => {
  expect(leaveSmallTalk(text ?? "", asks)).toBe(left);
});

test.for([
  "Who sang “Hello, Dolly”?",
  "“Hello, Dolly” is from when?",
  "《你好,李焕英》是谁导演的?",
  "Thank you, Jeeves",
  "The fee is 30 euros, ok?",
  "Is it 3.5 or 4.5 kg?",
  "谢谢",
  "help",
  "",
  `thanks! ${"why ".repeat(100)}?`,
])("keeps whole: %s", (text) => {
  expect(leaveSmallTalk(text, asks)).toBe(text);
});
