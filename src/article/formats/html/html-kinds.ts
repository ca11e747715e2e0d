import type { HtmlElement } from "./html-tree.ts";
import { findAll } from "./walk.ts";

const FACT_NAMES =
  /(?:^|[\s_-])(?:byline|by-line|dateline|author|authors|pubdate|pub-date|published|publish-date|post-meta|entry-meta|article-meta|article-info|post-date|entry-date|posted-on|timestamp|postmeta|entrymeta|pubtime)(?:[\s_-]|$)/iu;
const FACT_PROPERTIES = /(?:^|\s)(?:author|datePublished|dateModified|dateCreated)(?:\s|$)/u;

/** Tells whether an element says who wrote the page or when. */
export function namesMetadata({ name, attributes }: HtmlElement): boolean {
  if (name === "time" || attributes["rel"] === "author") return true;
  const { class: names, itemprop } = attributes;
  if (itemprop !== undefined && FACT_PROPERTIES.test(itemprop)) return true;
  return names !== undefined && FACT_NAMES.test(names);
}

const LONGEST_FACT = 200;

/** What stands in such an element is a fact about the page only where it is short and no sentence. */
export function isMetadata(text: string): boolean {
  return text.length <= LONGEST_FACT && !/[。！？!?]|\.(?:\s|$)/u.test(text.replaceAll(/\b[A-Z]\./gu, ""));
}

export function isBold({ name }: HtmlElement): boolean {
  return name === "b" || name === "strong";
}

const CONTENTS_NAME =
  /^(?:(?:table of )?contents|on this page|in this (?:article|page)|目\s{0,9}[录錄]|本页内容|本頁內容|文章目[录錄])[:：]?$/iu;

export function isContentsName(text: string): boolean {
  return text.length < 40 && CONTENTS_NAME.test(text);
}

/** No list with fewer links is a table of contents. */
const LEAST_LINKS = 3;

/** Tells whether a list holds nothing but links to places of the same page. */
export function isContentsList(list: HtmlElement): boolean {
  if (list.links < LEAST_LINKS || list.linkLength < list.textLength * 0.9) return false;
  const first = findAll(list, ({ name, attributes }) => name === "a" && attributes["href"] !== undefined, LEAST_LINKS);
  return first.every(({ attributes }) => attributes["href"]?.startsWith("#"));
}
