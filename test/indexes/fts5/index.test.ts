import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import type { Fact } from "../../../src/observer.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import { memorySegment } from "../../../src/search/memory-segment.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import type { Segment } from "../../../src/search/segment.ts";
import { listTerms } from "../../../src/search/term-table.ts";
import { analyse } from "../../support/analyse.ts";
import { parseChecked } from "../../support/parse.ts";
import { index, keyOf, openOf, temporaryFile, writerOf } from "./index-on-disk.ts";

const article = (id: string, text: string): Article => parseChecked(text, { metadata: { id } });
const tea = article(
  "tea",
  "# 茶\n\n龙井茶出产在杭州。龙井茶好，龙井茶香，龙井茶美，龙井茶绿。\n\n## 红茶\n\n祁门红茶出产在安徽。茶要热水。",
);
const ferry = article(
  "ferry",
  "# Ferry\n\nThe Ferry leaves the harbour at nine, and the ferry returns.\n\n## Tickets\n\nTea is served.",
);
const secret = article("secret", "# Club\n\nXylophonist Quentin plays on Tuesdays.");

describe("an index on disk", () => {
  test("tells the same of terms, places and lengths as one in memory", () => {
    const file = temporaryFile();
    writerOf(file).add([tea, ferry].map(index));
    const { segment } = openOf(file);
    expect(describeSegment(segment, [tea, ferry])).toEqual(describeSegment(inMemory(tea, ferry), [tea, ferry]));
  });

  test("is the same whether articles come at once or one after the other, with others between that went", () => {
    const file = temporaryFile();
    const writer = writerOf(file);
    writer.add([index(tea)]);
    writer.add([index(secret)]);
    writer.remove([keyOf(secret)]);
    writer.add([index(ferry)]);
    writer.finish();
    const { segment } = openOf(file);
    expect(counted(segment, [tea, ferry])).toEqual(counted(inMemory(tea, ferry), [tea, ferry]));
    expect(segment.articles.map(({ article: { id }, first, passages }) => [id, first, passages])).toEqual([
      ["tea", 0, 2],
      ["ferry", 3, 2],
    ]);
  });

  test("tells how large its file is, and whether postings were kept", () => {
    const file = temporaryFile();
    writerOf(file).add([tea, ferry].map(index));
    const looks: Fact[] = [];
    const { segment } = openOf(file, { observe: (fact) => looks.push(fact) });
    expect(segment.stored?.kind).toBe("fts5");
    expect(segment.stored?.bytes).toBeGreaterThan(4096);
    const term = segment.vocabulary.numberOf("ferry");
    segment.postings([term]);
    segment.postings([term]);
    expect(looks).toEqual([false, true].map((isHit) => ({ kind: "looked", cache: "postings", isHit })));
  });

  test("gives articles to the letter", () => {
    const file = temporaryFile();
    writerOf(file).add([tea, ferry].map(index));
    const { segment } = openOf(file);
    expect(segment.articles.map((each) => each.article)).toEqual([tea, ferry]);
    const [first] = segment.articles;
    expect(first && segment.passagesOf(first.article)).toEqual(passagesOf(tea));
    expect(segment.passage(2)).toBe(segment.passagesOf(segment.articles[1]?.article ?? tea)[0]);
    expect(segment.passage(9)).toBeUndefined();
  });

  test("has nothing left of an article that was removed, not even its words", () => {
    const file = temporaryFile();
    const writer = writerOf(file);
    writer.add([tea, secret].map(index));
    writer.remove([keyOf(secret)]);
    const bytes = ["", "-wal"].map((ending) => readFileSync(file + ending));
    for (const word of ["Xylophonist", "xylophonist", "Quentin"]) {
      for (const encoding of ["utf8", "utf16le"] as const) {
        expect(bytes.some((each) => each.includes(Buffer.from(word, encoding)))).toBe(false);
      }
    }
    const { segment } = openOf(file);
    expect(counted(segment, [tea])).toEqual(counted(inMemory(tea), [tea]));
    expect(segment.vocabulary.numberOf("quentin")).toBe(-1);
  });

  test("adds nothing twice", () => {
    const file = temporaryFile();
    const [one, other] = [writerOf(file), writerOf(file)];
    one.add([index(tea)]);
    other.add([tea, ferry].map(index));
    one.add([index(ferry)]);
    expect(openOf(file).segment.articles.map((each) => each.article.id)).toEqual(["tea", "ferry"]);
    expect([...one.ids()]).toEqual([tea, ferry].map((each) => [keyOf(each), each.id]));
  });

  test("shows what another process has written when it is looked at again", () => {
    const file = temporaryFile();
    const writer = writerOf(file);
    writer.add([index(tea)]);
    const opened = openOf(file);
    const [before] = opened.segment.articles;
    expect(opened.refresh()).toBe(false);
    writer.add([index(ferry)]);
    // What was added later is not there before it is looked for.
    expect(counted(opened.segment, [tea, ferry])).toEqual(counted(inMemory(tea), [tea, ferry]));
    expect(opened.refresh()).toBe(true);
    expect(opened.segment.articles[0]?.article).toBe(before?.article);
    expect(counted(opened.segment, [tea, ferry])).toEqual(counted(inMemory(tea, ferry), [tea, ferry]));
    writer.remove([keyOf(tea)]);
    opened.refresh();
    expect(counted(opened.segment, [tea, ferry])).toEqual(counted(inMemory(ferry), [tea, ferry]));
  });

  test("keeps what it opened within the budget", () => {
    const file = temporaryFile();
    writerOf(file).add([tea, ferry].map(index));
    const { segment } = openOf(file, { most: 1 });
    const number = segment.vocabulary.numberOf("茶");
    const [first] = segment.postings([number]);
    expect(segment.postings([number])[0]).toBe(first);
    expect(segment.articles.map((each) => each.article.text)).toEqual([tea.text, ferry.text]);
    expect(segment.postings([number])[0]).not.toBe(first);
  });
});

function inMemory(...articles: readonly Article[]): Segment {
  const passages = articles.flatMap(passagesOf);
  return memorySegment(passages, buildIndexData(passages, analyse));
}

function termsOf(articles: readonly Article[]): readonly string[] {
  return [...listTerms(buildIndexData(articles.flatMap(passagesOf), analyse).terms), "\u0001ferry", "none"];
}

/** What is told of every term, wherever passages have their places. */
function counted({ vocabulary, ...segment }: Segment, articles: readonly Article[]) {
  return {
    passages: segment.passages,
    hasCharacters: segment.hasCharacters,
    terms: termsOf(articles).map((term) => {
      const number = vocabulary.numberOf(term);
      if (number < 0) return [term];
      const [postings] = segment.postings([number]);
      return [
        term,
        vocabulary.textCount(number),
        vocabulary.headingCount(number),
        vocabulary.ideographCount(number),
        vocabulary.isHanWord(number),
        postings?.text.counts,
        postings?.headings.counts,
      ];
    }),
    words: [vocabulary.latinWords(), vocabulary.lowerWords(), vocabulary.transliterations()].map((words) =>
      words.toSorted(),
    ),
  };
}

function describeSegment(segment: Segment, articles: readonly Article[]) {
  const { vocabulary, lengths } = segment;
  return {
    ...counted(segment, articles),
    places: segment.places,
    lengths: [Array.from(lengths.text), Array.from(lengths.headings)],
    postings: termsOf(articles).map((term) => {
      const number = vocabulary.numberOf(term);
      return number < 0 ? [] : segment.postings([number]);
    }),
  };
}
