import { columns } from "../../text/width.ts";

/** Letters only where no word or initial looks the same: a wrapped line may well begin with `him. ` or `U.S. `. */
const LIST_ITEM =
  /^(?:[-*+•·●○■□▪◦‣–※]\s|[・✓✔✗✘►▶➤➢]\s?|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.)、）．](?!\d)|\d{1,3}(?:\.\d{1,3}){1,5}\.?[ \t\u3000]|[(（]?[a-zA-Z][)）]|[(（][ivx]{1,5}[)）]|[a-z]\.\s|[①-⑳])/u;

export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text);
}

/** Tells whether a list's item begins with a dot or a dash, not with a number. */
export function isBulleted(text: string): boolean {
  return /^[-*+•·●○■□▪◦‣–※・✓✔✗✘►▶➤➢]/u.test(text) && isListItem(text);
}

const ENDS_SENTENCE = /[。！？!?.…；][”"』」’')）\]】]*$/u;
/** Also what leads on to the next paragraph or closes a quotation. */
const CLOSES = /[。！？!?.…；;:：—][”"』」’')）\]】》]*$|[”"』」’）)】》]$/u;

/** Looks at the end alone: the beginning of a line of five megabytes tells nothing. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-12));
}

/** Tells whether a paragraph may end here: with a mark that closes something. */
export function mayEndParagraph(text: string): boolean {
  return CLOSES.test(text.slice(-12));
}

/** A hyphen at the end of a line breaks a word, however long the line is: `appren-`, `tice`. */
export function isBrokenWord(before: string, text: string): boolean {
  return /\p{Script=Latin}[-\u2010\u2011\u00ad]$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(text);
}

const OPENING = "[“\"「『‘'«„]";
const CLOSING = "[”\"」』’'»“]";
/** A quotation that holds the end of a sentence or goes on behind the line; `“双碳”目标` is none. */
const SPEECH = new RegExp(
  `^(?:${OPENING}(?:[^”"」』’'»]*$|.*[.,!?。，！？…—-]${CLOSING}|[^”"」』’'»]*${CLOSING}[.,!?。，！？…]?$)|[—–]{1,2}\\s?\\p{L}|―)`,
  "u",
);
const SPEECH_END = new RegExp(`[.,!?。，！？…]${CLOSING}$`, "u");

/** Tells whether somebody speaks in a line. */
export function isSpeech(text: string): boolean {
  if (/^['’]\p{L}{1,3}\b(?!.*['’])/u.test(text)) return false;
  return SPEECH.test(text) || SPEECH_END.test(text);
}

/** A line that holds a date and at most who published or changed the text then. */
const DATELINE =
  /^(?:[^\d]{0,12}(?:发布|發布|發佈|更新|刊登|公布|公佈|published|updated|posted|dated?)[^\d]{0,6})?(?:[\p{L}\s]{0,8}\d{2,4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?|\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w{3,9}\.?,? \d{4})[^\d。.!！]{0,8}(?:发布|發布|發佈|更新|刊登|公布|公佈)?$|^[〇○零一二三四五六七八九]{4}\s?年\s?[一二三四五六七八九十]{1,3}\s?月(?:\s?[一二三四五六七八九十]{1,3}\s?日)?$/iu;

export function isDateline(text: string): boolean {
  return text.length <= 60 && DATELINE.test(text);
}

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
/** `London, 3 June 2030`: a date at the end, and little before it. */
const DATE_BEHIND = new RegExp(
  `^.{0,30}[,，\\s](?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2},? \\d{4}|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?)$`,
  "iu",
);
/** `Anna: Is he tall?`, `第三，按时交费`. */
const TURN =
  /^(?:\p{Lu}[\p{L}.]{0,20}(?: \p{Lu}[\p{L}.]{0,20}){0,2}:\s.*[?!]["”]?|\p{Script=Han}{2,4}[:：].*[？！?!][”」]?)$|^(?:第[一二三四五六七八九十]|其[一二三四五六七八九十]|首先|其次|再次|最后|最後)[，,、]/u;
const ASKS =
  /^(?:how|what|why|when|where|who|whom|which|whether)\b|[?？吗嗎么麼]$|^(?:为什么|為什麼|为何|為何|如何|怎样|怎樣|怎么|怎麼|何时|何時|哪|谁|誰)/iu;
const ENGLISH_VERB =
  /\b(?:is|are|was|were|may|must|shall|will|can|cannot|has|have|had|should|would|could|does|did|don['’]t|won['’]t)\b/u;
const CHINESE_RULE = /应当|應當|应该|應該|必须|必須|不得|不能|不许|不許|严禁|嚴禁|禁止|请勿|請勿|不可|可以|务必|務必/u;
const SHORTEST_RULE = 8;

/** A whole sentence that only lacks its full stop: a rule, a line said. Headings would be asked, or have no verb. */
export function isStatement(text: string): boolean {
  if (ASKS.test(text)) return false;
  if (/\p{Script=Han}/u.test(text)) return text.length >= SHORTEST_RULE && CHINESE_RULE.test(text);
  return ENGLISH_VERB.test(text) && /(?<![\p{L}'’])\p{Ll}{4,}/u.test(text) && text.split(" ").length > 3;
}

/** Contact lines and the like: addresses of the web or of mail, telephone numbers, clock times, replies of a server. */
const NO_HEADING =
  /:\/\/|www\.|@\w|\d{3,4}[-\s]\d{3,4}|^[[(]?\d{1,2}[:：]\d{2}|\d{1,2}:\d{2}:\d{2}|\s\d{1,2}:\d{2}$|-->|^\d{3}[ -]\p{L}|^[|+<>=$#%\\[]|[|+]$|^[(（].*[)）]$|\S\s{3,}\S|^附件\s?[:：]/u;
const BYLINE =
  /^(?:by:? \p{Lu}\p{L}*[.]?(?: \p{Lu}[\p{L}.]*){0,4}|(?:文|图文|圖文|撰文|作者|记者|記者|编辑|編輯|译者|譯者|翻译|翻譯|整理|摄影|攝影)\s*[:：/／|].*)$/iu;

const WIDEST_HEADING = 64;
const WIDEST_TITLE = 90;

/** Chinese clauses so wide, or so many of them, are a sentence; `内外承压，茶企求变` may be a heading. */
const WIDEST_CLAUSES = 42;
const WIDEST_OF_SEVERAL = 30;
const UNFINISHED = /[，；：][^，；：\n\r\u2028\u2029]*[的地得把被和与與或而但且也没沒不很就还還]$/u;

/** Chinese clauses that lack the end of their sentence. */
function isClauses(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) return false;
  const [width, marks] = [columns(text), text.split(/[，；]/u).length - 1];
  if (width >= WIDEST_CLAUSES && /[，；：、]/u.test(text)) return true;
  return width >= WIDEST_OF_SEVERAL && (marks > 1 || UNFINISHED.test(text));
}

/** Tells whether a line's own form allows it to be a heading; what stands around it decides. */
export function hasHeadingForm(text: string, isFirst: boolean): boolean {
  const widest = isFirst ? WIDEST_TITLE : WIDEST_HEADING;
  if (text.length > widest || columns(text) > widest || !/\p{L}/u.test(text)) return false;
  if (
    /[。！；…，,、;：:.\-\u2010\u00ad—][”"』」’']*$/u.test(text) ||
    /[。；]|[.!?]\s|[!?！？][^!?！？\n\r\u2028\u2029]*\p{L}/u.test(text)
  )
    return false;
  if (isListItem(text) || isSpeech(text) || isDateline(text) || BYLINE.test(text)) return false;
  if (!isFirst && (DATE_BEHIND.test(text) || TURN.test(text) || isStatement(text) || isClauses(text))) return false;
  return !NO_HEADING.test(text);
}
