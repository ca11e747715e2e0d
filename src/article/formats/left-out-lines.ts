import type { LeftOutReason } from "../article.ts";
import { isAdvertisement } from "./advertisement-lines.ts";
import type { FormatOptions } from "./format.ts";

/** A line of a plain-text source as the rules see it. */
export interface LineFacts {
  /** The line without white space around it. */
  readonly text: string;
  /** The nearest non-blank lines before and behind, without white space around them. */
  readonly previous: string;
  readonly next: string;
  /** Nothing else stands between the blank lines around it, or the source has no blank lines. */
  readonly alone: boolean;
  /** Counted over non-blank lines, from the top and from the bottom; both begin at 0. */
  readonly fromTop: number;
  readonly fromBottom: number;
}

/** How near to an end of the source a breadcrumb or a footer must stand, in non-blank lines. */
const EDGE_LINES = 8;
/** No footer, breadcrumb or caption is longer than this many characters. */
const LONGEST_FURNITURE = 120;

/** No more parts than this make a breadcrumb, and none is longer. */
const MOST_CRUMBS = 7;
const LONGEST_CRUMB = 24;
const SHARE_FOOTER =
  /(?:欢迎|歡迎)(?:分享|转载|轉載|转发|轉發)|(?:转载|轉載|引用)(?:请|請|时请|時請)?(?:注明|註明|标明|標明)|(?:未经|未經)(?:授权|授權|许可|許可).{0,8}(?:转载|轉載|使用)|(?:版权|版權|著作权|著作權)(?:所有|归|歸|声明|聲明)|^(?:责任编辑|責任編輯|责编|責編|编辑|編輯)[:：]|all rights reserved|^share (?:this|on)\b|reprint(?:ed|ing)? with (?:permission|attribution)/iu;
/** `(c)` needs a year, which at most a name stands before: it may be an item's letter. */
const COPYRIGHT =
  /^(?:©|(?:copyright|Copyright|COPYRIGHT)\s+(?:©|\([cC]\)|\d{4}|by\s|\p{Lu})|\([cC]\)\s{0,4}(?:(?:\p{Lu}[\p{L}.&'’-]{0,24}|by|of|and|the|copyright),?\s){0,6}\d{4}(?!\d))/u;
const ITEM_BEFORE = /^[(（]?[bB][)）]/u;
const SOURCE_LINE =
  /^(?:本文|文章|原文|稿件|资料|資料|图文|圖文)?(?:来源|來源|出处|出處)[:：]\s*\S{1,40}$|^(?:source|via)[:：]\s*\S.{0,60}$/iu;
const SOURCE_ADDRESS =
  /^(?:(?:原文|本文|文章|来源|來源|出处|出處|转载|轉載)(?:地址|链接|連結|鏈接|网址|網址|出处|出處)?|original(?: article| source)?|source|permalink|link)?\s*(?:[:：]\s*)?(?:https?:\/\/|www\.)\S+$/iu;

/**
 * Tells why a line is no content, or gives nothing where it is.
 *
 * Position counts from both ends, never as an absolute number: a breadcrumb stands at the top, share and attribution
 * lines and the source's address at the bottom; a line by itself that stands twice and
 * ends no sentence is a picture's caption.
 */
export function leftOutReason(line: LineFacts, options: FormatOptions): LeftOutReason | undefined {
  if (options.keep.includes(line.text)) return undefined;
  if (options.leaveOut.includes(line.text)) return "metadata";
  if (!/[\p{L}\p{N}]/u.test(line.text)) return undefined;
  if (line.fromTop > 0 && isAdvertisement(line.text)) return "advertisement";
  const atBottom = line.fromTop > 0 && line.fromBottom < EDGE_LINES;
  if (atBottom && SOURCE_ADDRESS.test(line.text)) return "source-address";
  if (line.text.length > LONGEST_FURNITURE) return undefined;
  const repeated = line.text === line.previous || line.text === line.next;
  if (repeated && line.alone && !/[。！？!.…][”"』」’')）]*$/u.test(line.text)) return "repeated-caption";
  if (line.fromTop < EDGE_LINES && line.fromBottom > 0 && isBreadcrumb(line.text)) return "breadcrumb";
  if (!atBottom) return undefined;
  if (SHARE_FOOTER.test(line.text) || SOURCE_LINE.test(line.text) || isCopyright(line)) return "footer";
  return undefined;
}

function isCopyright({ text, previous }: LineFacts): boolean {
  return COPYRIGHT.test(text) && !(text.startsWith("(") && ITEM_BEFORE.test(previous));
}

/** `1. 首页 > 电商出海`: names and nothing else, parted by arrows. */
function isBreadcrumb(text: string): boolean {
  const crumbs = text.replace(/^\d{1,2}[.、]\s*/u, "").split(/[>›»→]/u);
  if (crumbs.length < 2 || crumbs.length > MOST_CRUMBS) return false;
  return crumbs.every((crumb) => {
    const name = crumb.trim();
    return name.length <= LONGEST_CRUMB && /\p{L}/u.test(name) && !/[。！？!?，,]/u.test(name);
  });
}
