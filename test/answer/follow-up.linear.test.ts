import { test } from "vitest";
import { resumeQuestion } from "../../src/answer/follow-up.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { english } from "../../src/languages/english.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { createAnalyse } from "../../src/text/terms.ts";
import { expectLinear } from "../support/expect-linear.ts";

const analyseText = createAnalyse({ words: readWords(), stem: english.stem });
const analyse = (text: string) => analyseQuestion(text, analyseText);

test("takes no long time over a long text", () => {
  expectLinear(4000, (size) => {
    const long = analyse("那".repeat(size));
    return resumeQuestion(long, [long, analyse("谷歌的股价上涨了多少?")], { analyse, isName: () => false });
  });
});
