import type { TextFact } from "../languages/text-questions.ts";
import { contains, type Span, trimSpan } from "../text/span.ts";
import { columns } from "../text/width.ts";
import type { Article, LeftOutReason } from "./article.ts";

/** How near to an end of the source a by-line or a footer must stand, in filled lines. */
const TOP_LINES = 14;
const BOTTOM_LINES = 12;
const WIDEST = 90;
/** Who asks is told so many lines at most. */
const MOST_LINES = 2;

/**
 * Finds the lines in which a text tells of itself who wrote it, when or where it appeared, or what it is called.
 *
 * What a reader sees (a by-line, a dateline, a footer) stands before the fields of its front matter.
 */
export function findTextFact(article: Article, fact: TextFact): readonly Span[] {
  const lines = readLines(article.text);
  const heads = article.leftOut.filter(({ reason }) => HEADS.has(reason)).map(({ span }) => span);
  const isHead = ({ span }: Line): boolean => heads.some((head) => contains(head, span));
  const body = lines.filter((line) => !isHead(line));
  const edges = body.filter((_, index) => index < TOP_LINES || index >= body.length - BOTTOM_LINES);
  const title = fact === "title" && article.titleSpan ? [article.titleSpan] : [];
  const told = edges.filter(({ text }) => columns(text) <= WIDEST && tells(fact, text)).map(({ span }) => span);
  const fields = readFields(lines.filter(isHead), fact);
  const signed = fact === "author" && told.length + fields.length === 0 ? findSigner(article, body) : [];
  return [...title, ...(title.length > 0 ? [] : [...told, ...fields, ...signed])].slice(0, MOST_LINES);
}

/** What tells of a text in fields: `author: Anna`, `From: Anna <anna@tea.example>`. */
const HEADS: ReadonlySet<LeftOutReason> = new Set(["front-matter", "mail-header"]);
const FAREWELL = /^(?:yours|sincerely|regards|best|kind|warm|with|cheers|love|respectfully|此致|敬|顺颂|祝)/iu;

/** Who signed at the end, below a farewell or above the date. */
function findSigner({ leftOut }: Article, lines: readonly Line[]): Span[] {
  const signatures = leftOut.filter(({ reason }) => reason === "signature").map(({ span }) => span);
  const isSigner = ({ span, text }: Line): boolean =>
    signatures.some((signature) => contains(signature, span)) &&
    !isDateline(text) &&
    !FAREWELL.test(text) &&
    /\p{L}/u.test(text);
  return lines
    .filter(isSigner)
    .slice(0, 1)
    .map(({ span }) => span);
}

interface Line {
  /** Without white space around it. */
  readonly span: Span;
  /** Without marks around it. */
  readonly text: string;
  readonly isIndented: boolean;
}

function readLines(source: string): Line[] {
  return [...source.matchAll(/[^\r\n]+/gu)].flatMap(({ 0: line, index }) => {
    const span = trimSpan(source, { start: index, end: index + line.length });
    if (span.start === span.end) return [];
    const text = source.slice(span.start, Math.min(span.end, span.start + LONGEST_LINE));
    return [{ span, text: text.replace(MARKS_BEFORE, "").replace(MARKS_BEHIND, ""), isIndented: /^[ \t]/u.test(line) }];
  });
}

const LONGEST_LINE = 400;
const MARKS_BEFORE = /^[\s>#*_`|~(（【[]+/u;
const MARKS_BEHIND = /(?<![\s*_`|~)）】\]])[\s*_`|~)）】\]]+$/u;

const AUTHOR_LABEL =
  /(?:^|[\s|｜])(?:(?:图文|圖文|撰文|文|作者|撰稿人?|本报记者|本報記者|记者|記者|执笔|執筆|译者|譯者|编译|編譯|整理|署名)\s*[/／|｜丨:：]|(?:本报|本報|本刊|本网|通讯员|通訊員)?(?:记者|記者)[\s\u3000])\s*\p{L}.{0,40}$/u;
const CHINESE_BYLINE = /^\p{Script=Han}{2,4}[\s\u3000]+(?:文|撰文|著|译|譯)$/u;
const NAME = String.raw`\p{Lu}[\p{L}.'’-]{0,30}(?![\p{L}.'’-])(?:[ ,&|·–—-]{1,3}(?:and |of |for |de |van |von )?[\p{Lu}\d][\p{L}\d.,'’:-]{0,30}(?![\p{L}\d.,'’:-])){0,9}`;
const ENGLISH_BYLINE = new RegExp(
  String.raw`^(?:(?:[Ww]ritten|[Tt]ext|[Ww]ords|[Ss]tory|[Rr]eported|[Pp]osted) )?[Bb][Yy]:? ${NAME}\.?$`,
  "u",
);
const AUTHOR_FIELD = /^(?:authors?|byline|writer)\s*[:：]\s*\p{L}/iu;
const POSTED_BYLINE = new RegExp(String.raw`^(?:Posted|Published|Updated|Written)\b[^.]{1,50} by ${NAME}\.?$`, "u");
/** `By Friday` and `By May 2030` say when. */
const BY_TIME =
  /^by:? (?:\w+day|january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|law|the|\d)\b/iu;

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const DATE = new RegExp(
  `\\d{4}\\s?[-/.年]\\s?\\d{1,2}(?:\\s?[-/.月]\\s?\\d{1,2}(?:\\s?[日号號])?|\\s?月)?(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  "iu",
);
const DATE_LABEL =
  /(?:发布|發布|發佈|发表|發表|刊登|更新|公布|公佈|修订|修訂|日期|时间|時間)|\b(?:published|posted|updated|dated?|issued|revised|modified|last)\b/iu;
/** What else may stand with a date in a line of its own, in columns. */
const LEAST_WORDS = 18;

const SOURCE_LABEL =
  /(?:来源|來源|出处|出處|稿源|转载自|轉載自|转自|轉自|摘自|原载|原載|(?:原文|本文|文章)(?:地址|链接|連結|鏈接|网址|網址))\s*(?:[:：于於]\s*)?[^\s:：]/u;
const ENGLISH_SOURCE =
  /^(?:(?:source|via|publisher)\s*:|(?:originally |first )?published (?:in|on|at|by) \p{Lu}|reprinted (?:from|with)|(?:original|permalink)[^:]{0,12}:)\s*\S/iu;

function tells(fact: TextFact, text: string): boolean {
  switch (fact) {
    case "author":
      if (AUTHOR_FIELD.test(text) || CHINESE_BYLINE.test(text)) return true;
      return !/[。！？]/u.test(text) && (AUTHOR_LABEL.test(text) || isEnglishByline(text));
    case "date":
      return isDateline(text);
    case "source":
      return !/[。！？]./u.test(text) && (SOURCE_LABEL.test(text) || ENGLISH_SOURCE.test(text));
    case "title":
      return false;
  }
}

function isEnglishByline(text: string): boolean {
  return POSTED_BYLINE.test(text) || (ENGLISH_BYLINE.test(text) && !BY_TIME.test(text));
}

/** A line that holds a date and at most who published, passed or changed the text then. */
function isDateline(text: string): boolean {
  const date = DATE.exec(text)?.[0];
  if (date === undefined || (/[。.！!？?]$/u.test(text) && !DATE_LABEL.test(text))) return false;
  if (AUTHOR_LABEL.test(text) || isEnglishByline(text)) return true;
  const others = text.replace(date, "").replaceAll(/[^\p{L}\p{N}]/gu, "");
  return columns(others.replace(DATE_LABEL, "")) <= LEAST_WORDS;
}

const FIELDS: Readonly<Record<TextFact, RegExp>> = {
  author: /^(?:authors?|byline|by|creator|writer|from|作者|撰文|发件人|發件人|寄件者|寄件人)$/u,
  date: /^(?:date|published|publishdate|pubdate|publishedat|datepublished|created|issued|updated|lastmod|lastupdated|lastmodified|modified|sent|日期|发送时间|傳送日期|寄件日期|发布日期|发布时间|更新日期|更新时间)$/u,
  source: /^(?:source|publisher|publication|origin|site|url|link|canonical|来源|出处)$/u,
  title: /^(?:title|headline|subject|标题|题目|主题|主題|主旨)$/u,
};
const FIELD = /^["']?([\p{L}_-]{2,30})["']?\s*[:=：]\s*(.*)$/u;

/** The fields of a front matter, a list or a nested value with its lines. */
function readFields(lines: readonly Line[], fact: TextFact): Span[] {
  return lines.flatMap(({ span, text, isIndented }, index) => {
    const [, key = "", value = ""] = FIELD.exec(text) ?? [];
    if (isIndented || !FIELDS[fact].test(key.toLowerCase().replaceAll(/[_-]/gu, ""))) return [];
    if (value !== "") return [span];
    const following = lines.slice(index + 1);
    const end = following.findIndex((line) => !line.isIndented && !line.text.startsWith("-"));
    const held = following.slice(0, end === -1 ? undefined : end);
    return held.length === 0 ? [] : [{ start: span.start, end: held.at(-1)?.span.end ?? span.end }];
  });
}
