import { expect, test } from "vitest";
import type { Services } from "../src/services.ts";
import { createLibrary } from "../src/search/library.ts";
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

async function noPause(): Promise<void> {}

test.for([
  { name: "English", text: english, own: "It comes from Yunnan and Assam.?" },
  { name: "Chinese", text: chinese, own: "红茶产自云南和阿萨姆。?" },
])("asks in both languages, with the article's words and with others: $name", async ({ text, own }) => {
  const { given, analysed } = services(text);
  await warmUp(given, noPause);
  expect(analysed()).toContain(own);
  expect(analysed().some((one) => /\p{Script=Han}/u.test(one))).toBe(true);
  expect(analysed().some((one) => /^[\0-\x7f]+$/u.test(one))).toBe(true);
});

test("leaves no sentence to be analysed for whoever asks first", async () => {
  const { given, analysed } = services(english);
  await warmUp(given, noPause);
  const before = analysed().length;
  await warmUp(given, noPause);
  const sentences = ["Black tea is fully oxidised.", "It comes from Yunnan and Assam.", "It keeps for years."];
  expect(
    analysed()
      .slice(before)
      .filter((one) => sentences.includes(one)),
  ).toEqual([]);
});

test("asks a little at a time", async () => {
  let pauses = 0;
  await warmUp(services(english).given, async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThan(20);
});

test("serves a library without any article", async () => {
  const { analyse, lexicon } = smallLibrary();
  const library = createLibrary([], { analyse, lexicon });
  await expect(warmUp({ library, quotesPerAnswer: 3 }, noPause)).resolves.toBeUndefined();
});
