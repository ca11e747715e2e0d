import type { Article } from "../../src/article/article.ts";
import { buildIndexData } from "../../src/search/build-index-data.ts";
import type { Dictionaries } from "../../src/answer/create-library.ts";
import { createLibrary, type Library } from "../../src/search/library.ts";
import { memorySegment } from "../../src/search/memory-segment.ts";
import { passagesOf } from "../../src/search/passage.ts";
import type { Segment } from "../../src/search/segment.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

const places = ["杭州", "云南", "安徽", "福建", "广州", "Kyoto", "Assam", "Oslo", "Bergen", "Dover"];
const goods = ["红茶", "绿茶", "咖啡", "票", "船", "tea", "ferry", "ticket", "harbour", "coffee"];

/** Makes up small articles in both languages, of which most share most words. */
export function makeArticles(count: number): Article[] {
  return Array.from({ length: count }, (_, nth) => {
    const place = places[nth % places.length] ?? "";
    const thing = goods[Math.floor(nth / places.length) % goods.length] ?? "";
    const text = nth % 2 === 0 ? writeChinese(nth, place, thing) : writeEnglish(nth, place, thing);
    const metadata = JSON.stringify({
      id: `a${nth}`,
      source: { name: `Paper ${nth}`, address: `https://example.org/${nth}` },
    });
    return parseArticle({ name: `a${nth}.md`, bytes: Buffer.from(text), metadata });
  });
}

function writeChinese(nth: number, place: string, thing: string): string {
  return `${place}的${thing}第${nth}篇

## 出产

${place}出产${thing}，一共${nth + 3}吨。这里的人都喜欢${thing}。

- 价格是${nth + 1}元。
- 早上九点开门。

## 历史

2${String(nth % 1000).padStart(3, "0")}年，${thing}第一次运到${place}。问:什么时候运到?
`;
}

function writeEnglish(nth: number, place: string, thing: string): string {
  return `The ${thing} of ${place}, part ${nth}

## Prices

In ${place} a ${thing} costs ${nth + 1} dollars. Everybody in ${place} likes the ${thing}.

## Rules

1. No dogs on board.
2. The office number ${nth} opens at nine.
`;
}

/** A segment of articles, as they are or as something else stands for them. */
export function segmentOf(
  articles: readonly Article[],
  { analyse }: Pick<Dictionaries, "analyse">,
  standsFor = new Map<Article, Article>(),
): Segment {
  const passages = articles.flatMap(passagesOf);
  const data = buildIndexData(passages, analyse);
  return memorySegment(
    passages.map((passage) => ({ ...passage, article: standsFor.get(passage.article) ?? passage.article })),
    data,
  );
}

export function libraryOver(segments: readonly Segment[], dictionaries: Dictionaries): Library {
  const articles = segments.flatMap((segment) => segment.articles.map(({ article }) => article));
  return createLibrary(articles, { ...dictionaries, segments });
}
