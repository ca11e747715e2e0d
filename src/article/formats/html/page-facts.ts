import type { HtmlPage } from "./html-tree.ts";

/** What the page's head says of it, unless `text` says it too; each is a line such as `Author: Jane Doe`. */
export function pageFacts({ meta }: HtmlPage, text: string): string[] {
  const labels = isChinese(text) ? CHINESE : ENGLISH;
  const seen = text.slice(0, SEEN);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined && !/^https?:/iu.test(value));
  const author = first(["author", "article:author", "byl", "dc.creator", "parsely-author", "byline"]);
  const date = /^\d{4}(?:-\d{1,2}){0,2}/u.exec(first(DATES)?.replaceAll(/[/.年月]/gu, "-") ?? "")?.[0];
  const source = first(["contentsource", "source", "og:site_name", "publisher", "dc.publisher"]);
  return [
    author !== undefined && author.length <= LONGEST && !seen.includes(author) ? `${labels.author}${author}` : "",
    date !== undefined && !DATE.test(seen) ? `${labels.date}${date}` : "",
    source !== undefined && source.length <= LONGEST && !seen.includes(source) ? `${labels.source}${source}` : "",
  ].filter((line) => line !== "");
}

const DATES = [
  "article:published_time",
  "datepublished",
  "pubdate",
  "publishdate",
  "date",
  "dc.date",
  "dcterms.created",
  "parsely-pub-date",
  "weibo: article:create_at",
  "article:modified_time",
  "datemodified",
];
const CHINESE = { author: "作者：", date: "发布日期：", source: "来源：" };
const ENGLISH = { author: "Author: ", date: "Published: ", source: "Source: " };

/** How far from the beginning a by-line stands, in characters, and how long such a fact is. */
const [SEEN, LONGEST] = [1500, 100];
const DATE =
  /\b(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}|\b\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}{2,8}\.?,? (?:19|20)\d{2}\b|\b\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}\b/u;

function isChinese(text: string): boolean {
  const sample = text.slice(0, 4000);
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 >= (sample.match(/\p{L}/gu)?.length ?? 0);
}
