import { headingDepth } from "./html-names.ts";
import { textOf } from "./html-text-of.ts";
import type { HtmlElement, HtmlPage } from "./html-tree.ts";
import { findAll } from "./walk.ts";

export interface PageTitle {
  readonly text: string;
  /** The heading that it stands in; absent where only the page's head names it. */
  readonly element?: HtmlElement;
}

const MOST_HEADINGS = 50;

/**
 * Finds a page's title: the heading that its head names too, its only highest heading, or what the head says, without
 * the site's name.
 */
export function findTitle({ meta, title }: HtmlPage, content: HtmlElement): PageTitle | undefined {
  const site = meta.get("og:site_name") ?? meta.get("application-name") ?? "";
  const named = [meta.get("og:title"), meta.get("twitter:title"), title].filter(
    (name) => name !== undefined && name !== "",
  );
  const headings = findAll(
    content,
    ({ name, textLength }) => headingDepth(name) !== undefined && textLength > 0,
    MOST_HEADINGS,
  )
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== "" && !isSame(text, site));
  const told = headings.find(({ text }) => named.some((name) => isSame(text, name ?? "")));
  const first = headings.filter(({ element }) => element.name === "h1");
  const part = first.find(({ text }) => named.some((name) => (name ?? "").includes(text)));
  const heading = told ?? part ?? (first.length === 1 ? first[0] : undefined);
  if (heading) return heading;
  const [name] = named.filter((each) => !isSame(each ?? "", site));
  const text = name === undefined ? "" : withoutSite(name, site);
  return text === "" ? undefined : { text };
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other) && plain(one) !== "";
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

const PARTS = /(?<!\s)\s+[-–—|·•»:]{1,2}\s+|\s?[_|｜]\s?|(?<=\p{Script=Han})\s?[-–—]{1,2}\s?(?=\p{Script=Han})/u;
const SITE_WORDS =
  /(?:网|網|站|报|報|新闻|新聞|博客|百科|论坛|論壇|频道|頻道|门户|wiki(?:pedia)?|blog|news|docs?|documentation|forum|times|\.(?:com|cn|org|net|io))$/iu;

/** `如何泡茶_某某网`, `Tea rules | Example`: the last parts are the site and its departments. */
function withoutSite(title: string, site: string): string {
  const [first = "", ...rest] = title.split(PARTS);
  if (rest.length === 0 || first.trim().length < 2) return title;
  const last = rest.at(-1)?.trim() ?? "";
  const isSite = isSame(last, site) || SITE_WORDS.test(last) || /[_|｜]/u.test(title);
  if (!isSite) return title;
  return isSame(first, site) || SITE_WORDS.test(first.trim()) ? last : first.trim();
}
