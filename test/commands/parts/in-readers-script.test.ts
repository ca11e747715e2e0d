import { expect, test } from "vitest";
import { inReadersScript } from "../../../commands/parts/in-readers-script.ts";
import { smallLibrary } from "../../support/library.ts";

const { analyse } = smallLibrary();

test.for([
  { locale: "zh-TW", question: "GDPR罚了多少钱？", written: "GDPR罰了多少錢？" },
  { locale: "zh-CN", question: "臨時攤區什麼時候開放Wi-Fi？", written: "临时摊区什么时候开放Wi-Fi？" },
  { locale: "zh-CN", question: "瓦窯河岸夜市", written: "瓦窑河岸夜市" },
  { locale: "en", question: "臨時攤區", written: "臨時攤區" },
  { locale: "zh-TW", question: "What does it say?", written: "What does it say?" },
] as const)("writes $question for $locale", ({ locale, question, written }) => {
  const shown = inReadersScript(question, locale, analyse);
  expect(shown).toBe(written);
  expect(analyse(shown).folded.text).toBe(analyse(question).folded.text);
});
