import { expect, test } from "vitest";
import { createLibrary } from "../../src/search/library.ts";
import { askForNobody } from "../../src/answer/ask-for-nobody.ts";
import { smallLibrary } from "../support/library.ts";

test("asks a little at a time, for words that no text has", async () => {
  const library = smallLibrary();
  let pauses = 0;
  const asked: string[] = [];
  const lexicon = {
    ...library.lexicon,
    look: (question: Parameters<typeof library.lexicon.look>[0]) => {
      asked.push(question.folded);
      return library.lexicon.look(question);
    },
  };
  const watched = createLibrary([...library.articles.values()], { analyse: library.analyse, lexicon });
  await askForNobody(watched, async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThan(20);
  expect(asked.some((question) => /\p{Script=Han}/u.test(question))).toBe(true);
  expect(asked.some((question) => /^[\0-\x7f]+$/u.test(question))).toBe(true);
});

test("serves a library without any article", async () => {
  const { analyse, lexicon } = smallLibrary();
  await expect(askForNobody(createLibrary([], { analyse, lexicon }), async () => {})).resolves.toBeUndefined();
});
