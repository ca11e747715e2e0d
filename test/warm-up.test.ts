import { expect, test } from "vitest";
import type { Services } from "../src/command.ts";
import { warmUp } from "../src/warm-up.ts";
import { smallLibrary } from "./support/library.ts";

const english = "Tea\n\nBlack tea is fully oxidised. It comes from Yunnan and Assam. It keeps for years.\n";
const chinese = "茶\n\n红茶是全发酵茶。红茶产自云南和阿萨姆。可以存放几年。\n";

/** The services of one article's bot, and every text that they analysed. */
function services(text: string): { readonly given: Services; readonly analysed: () => readonly string[] } {
  const library = smallLibrary(text);
  const analysed: string[] = [];
  const analyse: typeof library.analyse = (one) => {
    analysed.push(one);
    return library.analyse(one);
  };
  return { given: { library: { ...library, analyse }, quotesPerAnswer: 3 }, analysed: () => analysed };
}

test.for([
  { name: "English", text: english, own: "It comes from Yunnan and Assam.?", stranger: "telephone", not: "电话" },
  { name: "Chinese", text: chinese, own: "红茶产自云南和阿萨姆。?", stranger: "电话", not: "telephone" },
])("asks in the articles' language alone, with their words and with others: $name", ({ text, own, stranger, not }) => {
  const { given, analysed } = services(text);
  warmUp(given);
  expect(analysed()).toContain(own);
  expect(analysed().some((one) => one.includes(stranger))).toBe(true);
  expect(analysed().some((one) => one.includes(not))).toBe(false);
});

test("leaves no sentence to be analysed for whoever asks first", () => {
  const { given, analysed } = services(english);
  warmUp(given);
  const before = analysed().length;
  warmUp(given);
  const sentences = ["Black tea is fully oxidised.", "It comes from Yunnan and Assam.", "It keeps for years."];
  expect(
    analysed()
      .slice(before)
      .filter((one) => sentences.includes(one)),
  ).toEqual([]);
});
