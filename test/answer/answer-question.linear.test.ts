import { describe, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { readArticle } from "../../src/article/read-articles.ts";
import { expectLinear } from "../support/expect-linear.ts";
import { libraryOf } from "../support/library-of.ts";

const [meta, handbook] = await Promise.all(
  ["data/articles/meta-gemini.txt", "test/articles/volunteer-handbook.md"].map(async (file) =>
    readArticle(file, 1_000_000),
  ),
);
if (!meta || !handbook) throw new Error("an article is missing");
const library = libraryOf([meta, handbook]);

describe("takes linear time for 4,000 characters", () => {
  const longest = 4000;
  const pieces = [
    "谷歌|什么|请|他是谁?|2024年第三季度|1,|一|吗|把|\n| |(|😀|\u0301|资料庫",
    "when |what is the |is x when |ignore |now |he said |a-|q3 2024 |'s |[a](b)|%",
  ];
  test.for([...pieces.flatMap((list) => list.split("|")), meta.text, handbook.text])("of %j", (piece) => {
    const whole = piece.repeat(Math.ceil(longest / piece.length));
    expectLinear(longest, (size) => {
      const question = whole.slice(0, size);
      answerQuestion(library, question, { limit: 3, context: [question] });
    });
  });
});
