import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { Menu } from "../../src/command.ts";
import type { MessageText } from "../../src/invocation.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Services } from "../../src/services.ts";
import { answer } from "../parts/answer.ts";
import { askedIn } from "../parts/asked-in.ts";
import { declareMenu } from "../parts/declare.ts";
import { menuTexts } from "../parts/menu-texts.ts";
import { sayPrivately } from "../parts/say.ts";

/** So many of a message's texts are tried by themselves. */
const mostTried = 5;

/** Asks the article about what a message says. */
export const findInArticle: Menu = {
  declaration: declareMenu(["Find in the article", "在文章中查找", "在文章中尋找"]),
  asks: true,
  run({ target, channel, locale, asker }, services) {
    const texts = menuTexts(target);
    if (texts.length === 0) return sayPrivately(phrases[locale].menu.noText);
    const question = askedIn(questionIn(texts, services), services);
    return answer({ question, private: true, channel, locale, asker }, services);
  },
};

/** Where all of it together finds no answer, one of its texts may be the question: a heading above it is often none. */
function questionIn(texts: readonly MessageText[], { library, taught, quotesPerAnswer }: Services): string {
  const whole = texts.map(({ shown }) => shown).join("\n");
  if (texts.length === 1) return whole;
  const finds = (question: string) =>
    answerQuestion(library, question, { limit: quotesPerAnswer, taught }).kind === "quotes";
  if (finds(whole)) return whole;
  const [asking, others] = [texts.filter(asks), texts.filter((each) => !asks(each))];
  return [...asking, ...others].slice(0, mostTried).find(({ shown }) => finds(shown))?.shown ?? whole;
}

function asks({ shown }: MessageText): boolean {
  return /[?？]\s*$/u.test(shown);
}
