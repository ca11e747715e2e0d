import { BLOCKS } from "./html-names.ts";
import { textOf } from "./html-text-of.ts";
import type { HtmlElement, HtmlPage } from "./html-tree.ts";
import { findAll } from "./walk.ts";

/** What the page's head says of it, unless `text` says it too; each is a line such as `Author: Jane Doe`. */
export function pageFacts({ meta }: HtmlPage, text: string): string[] {
  const labels = isChinese(text) ? CHINESE : ENGLISH;
  const seen = text.slice(0, SEEN);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined && !/^https?:/iu.test(value));
  const author = first(["author", "article:author", "byl", "dc.creator", "parsely-author", "byline"]);
  const date = /^\d{4}(?:-\d{1,2}){0,2}/u.exec(first(DATES)?.replaceAll(/[/.年月]/gu, "-") ?? "")?.[0];
  const source = first(["contentsource", "source", "og:site_name", "sitename", "publisher", "dc.publisher"]);
  return [
    author !== undefined && author.length <= LONGEST && !seen.includes(author) ? `${labels.author}${author}` : "",
    date !== undefined && !saysDate(seen, date) ? `${labels.date}${date}` : "",
    source !== undefined && source.length <= LONGEST && !seen.includes(`${labels.source}${source}`)
      ? `${labels.source}${source}`
      : "",
  ].filter((line) => line !== "");
}

/** Whether a text holds a date in one of the ways people write it. */
function saysDate(text: string, date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(at.getTime())) return true;
  const marks = ["-", "/", "."].flatMap((mark) => [
    [year, twoDigits(month), twoDigits(day)].join(mark),
    [year, month, day].join(mark),
  ]);
  const chinese = [`${year}年${month}月${day}日`, `${year}年${twoDigits(month)}月${twoDigits(day)}日`];
  const english = ["en-GB", "en-US"].flatMap((locale) =>
    (["long", "medium"] as const).map((dateStyle) =>
      new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }).format(at),
    ),
  );
  return [...marks, ...chinese, ...english].some((written) => text.includes(written));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
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

function isChinese(text: string): boolean {
  const sample = text.slice(0, 4000);
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 >= (sample.match(/\p{L}/gu)?.length ?? 0);
}

const BYLINE =
  /(?:发布|發布|發佈|发表|發表|更新|刊登)?(?:时间|時間|日期)\s{0,9}[:：]|(?:来源|來源|作者|记者|記者|编辑|編輯|文)\s{0,9}[:：／/]|^(?:by|published|posted|updated|last updated)\b/iu;
const MOST_BYLINES = 3;

/** Finds lines beside the content that say who wrote the page and when. */
export function findBylines(body: HtmlElement, isOther: (element: HtmlElement) => boolean): string[] {
  const found = findAll(
    body,
    (element) => isOther(element) || (isShort(element) && BYLINE.test(textOf(element))),
    MOST_LOOKED_AT,
  );
  return found
    .filter((element) => !isOther(element))
    .slice(0, MOST_BYLINES)
    .map(textOf);
}

const MOST_LOOKED_AT = 500;

function isShort({ name, textLength, linkLength }: HtmlElement): boolean {
  return BLOCKS.has(name) && textLength > 0 && textLength <= LONGEST * 2 && linkLength < textLength * 0.6;
}
