import fc from "fast-check";
import { zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { ArticleError } from "../../src/article/article-error.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { loadFormat } from "../../src/article/formats/all.ts";
import { extractArticle } from "../../src/article/parse-article.ts";
import { applyRecord, packArticle, unpackArticle } from "../../src/community/pack-article.ts";
import { arbitraryFile } from "../fuzz/arbitrary-article.ts";
import { smallLibrary } from "../support/library.ts";

const [small] = smallLibrary().articles.values();
if (!small) throw new Error("the small library has no article");

test("gives every article back as it was, with its invariants", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, async (file) => {
      const format = await loadFormat(file.name, file.bytes);
      const article = await extractArticle({ ...file, format }).catch((error: unknown) => {
        if (error instanceof ArticleError) return undefined;
        throw error;
      });
      if (!article) return;
      const again = unpackArticle(packArticle(article));
      expect(again).toEqual(article);
      expect(findBrokenInvariants(again)).toEqual([]);
    }),
    { numRuns: 30, seed: 4 },
  );
});

test("keeps landmarks, synonyms and what the text was read out of", () => {
  const article = {
    ...small,
    landmarks: [{ kind: "page", label: "xiv", start: 3 }] as const,
    original: { format: "PDF", sha256: "ab".repeat(32), notes: ["read as GB18030, which was guessed"] },
    synonyms: [{ asked: ["cuppa"], found: ["tea"], mutual: false }],
  };
  expect(unpackArticle(packArticle(article))).toEqual(article);
});

const packed = packArticle(small);
const json = (value: unknown) => new Uint8Array(zstdCompressSync(JSON.stringify(value)));

test.for<{ name: string; bytes: Uint8Array; said: string }>([
  { name: "nothing", bytes: new Uint8Array(), said: "0 bytes are no packed article" },
  { name: "a cut end", bytes: packed.subarray(0, -9), said: "are no packed article" },
  { name: "a changed byte", bytes: packed.with(packed.length - 20, 7), said: "are no packed article" },
  { name: "another format", bytes: json({ format: 2 }), said: "is not as expected" },
])("refuses $name", ({ bytes, said }) => {
  expect(() => unpackArticle(bytes)).toThrow(said);
});

test.for([
  { name: "nothing", record: {}, given: {} },
  {
    name: "title, language and an address",
    record: { title: "Tea for all", language: "zh", source: "https://tea.example/1" },
    given: { title: "Tea for all", language: "zh", source: { address: "https://tea.example/1" } },
  },
  { name: "a name as source", record: { source: "The tea house" }, given: { source: { name: "The tea house" } } },
] as const)("puts in place of what was read: $name", ({ record, given }) => {
  expect(applyRecord(small, "rules", record)).toEqual({ ...small, id: "rules", ...given });
});
