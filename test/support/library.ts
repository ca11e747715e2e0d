import { libraryOf } from "./library-of.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

/** A library of one small article, made the way the program makes its own. */
export function smallLibrary(text = sample) {
  const metadata = JSON.stringify({
    id: "tea",
    title: "Tea",
    source: { name: "Tea News", address: "https://example.org/tea" },
  });
  return libraryOf([parseArticle({ name: "tea.txt", bytes: Buffer.from(text), metadata })]);
}

const sample = `Tea

Black tea

Black tea is fully oxidised. It comes from Yunnan and Assam.

Green tea

Green tea is not oxidised. It is steamed or *roasted* soon after harvest.
`;
