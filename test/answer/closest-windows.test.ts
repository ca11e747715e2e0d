import { expect, test } from "vitest";
import { closestWindows } from "../../src/answer/closest-windows.ts";
import { passagesOf } from "../../src/search/passage.ts";
import type { Analyse } from "../../src/text/terms.ts";
import { wordingTokens } from "../../src/text/wording.ts";
import { smallLibrary } from "../support/library.ts";

test.for([
  {
    name: "one sentence",
    given: "It comes from Yunnan and Ceylon.",
    found: ["It comes from Yunnan and Assam."],
  },
  {
    name: "a run over the end of a section",
    given: "It comes from Yunnan and Assam. Green tea is oxidised.",
    found: ["It comes from Yunnan and Assam.\n\nGreen tea\n\nGreen tea is not oxidised."],
  },
])("finds $name", ({ given, found }) => {
  const { windows, article } = find(smallLibrary(), given, 1);
  expect(windows.map(({ span }) => article.text.slice(span.start, span.end))).toEqual(found);
});

const shapes = [
  { name: "sentences of two letters", line: "a b. " },
  { name: "ordinary sentences", line: "The keeper of the lamp asks for more water than usual. " },
  { name: "one ideograph", line: "一" },
];

test.for(shapes)("reads as much of a long article of $name as of a short one", ({ line }) => {
  const given = line.repeat(4000 / line.length);
  const read = [50_000, 200_000].map((length) => {
    const library = smallLibrary(`Tea\n\nBlack tea\n\n${line.repeat(length / line.length)}\n`);
    return find(library, given, 2).read;
  });
  expect(read[0]).toBeGreaterThan(0);
  expect(read[1]).toBeLessThanOrEqual(1.5 * (read[0] ?? 0));
  expect(read[1]).toBeLessThanOrEqual(20_000);
});

/** Counts how much text is analysed. */
function find(library: ReturnType<typeof smallLibrary>, given: string, limit: number) {
  let read = 0;
  const analyse: Analyse = (source, start = 0, end = source.length) => {
    read += end - start;
    return library.analyse(source, start, end);
  };
  const [article] = library.articles.values();
  if (!article) throw new Error("there is no article");
  const tokens = wordingTokens(given, library.analyse);
  const windows = closestWindows(passagesOf(article), { length: given.length, tokens, analyse }, limit);
  return { windows, article, read };
}
