/** A question mark, and what may close behind it. */
const ENDS_ASKING = /[?？][”’」』"')）\]】*_\s]{0,8}$/u;

/** Tells whether the end of a text asks. */
export function asks(tail: string): boolean {
  return ENDS_ASKING.test(tail.slice(-12));
}

/** Speech within a story: `“还有吗？”`, `—Really?` */
const SPEECH = /^[“"「『‘'《—–-]/u;

export function isSpeech(head: string): boolean {
  return SPEECH.test(head);
}

const NUMBERED = String.raw`\s?[\d一二三四五六七八九十]{0,3}`;
const BEHIND = String.raw`(?:[】\])）]\s?[:：]?|\s?[:：]|[.．、](?=\s|$|\p{Script=Han}))`;
const QUESTION_LABEL = new RegExp(
  String.raw`^[【[(（]?(?:q|question|问题?|問題?|提问|提問)${NUMBERED}${BEHIND}\s*`,
  "iu",
);
const ANSWER_LABEL = new RegExp(
  String.raw`^[【[(（]?(?:a|answer|答|回答|解答|答复|答覆|回复|回覆)${NUMBERED}${BEHIND}\s*`,
  "iu",
);

/** How long the label of a question is: `Q:`, `Q1.`, `问：`, `【問】`; 0 for none. */
export function questionLabel(head: string): number {
  return QUESTION_LABEL.exec(head)?.[0].length ?? 0;
}

/** How long the label of an answer is: `A:`, `答：`; 0 for none. */
export function answerLabel(head: string): number {
  return ANSWER_LABEL.exec(head)?.[0].length ?? 0;
}

/** `MS LIN:`, `Reporter (by phone):`, `记者：` */
const SPEAKER =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?:\s\p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,3}|\p{Script=Han}[\p{Script=Han}·]{0,7})(?:\s?[（(][^()（）]{1,20}[)）])?\s?[:：]\s*/u;

/** The label of whoever speaks, with its colon; empty for none. */
export function speakerLabel(head: string): string {
  return SPEAKER.exec(head)?.[0] ?? "";
}

/** `1. `, `（二）`, `3、`, `a)` */
const NUMBER =
  /^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[.)、）．]\s{0,4}|第[一二三四五六七八九十\d]{1,3}[,，、：:]\s{0,4}|[-*•·●○■□▪]\s)/iu;

/** How long the number or the mark of an item is; 0 for none. */
export function itemNumber(head: string): number {
  return NUMBER.exec(head)?.[0].length ?? 0;
}

/** The shape of an item's number, so that items of one list can be told from those of another: `(一)`, `1.`, `-`. */
export function numberShape(head: string): string {
  return head
    .slice(0, itemNumber(head))
    .replace(/\d{1,3}/u, "1")
    .replace(/[一二三四五六七八九十]{1,3}/u, "一")
    .replace(/[a-z]/iu, "a")
    .replace(/（/u, "(")
    .trim();
}

const ENGLISH =
  /^(?:how (?:to|do|does|did|can|could|should|much|many|long|often|far|old|soon|is|are|will|would)\b|(?:what|which|who|whose|whom)(?:'s|\s+(?!(?:we|you|they|i|he|she|it)\b)\S)|(?:when|where|why)(?:'s|\s+(?:to|is|are|was|were|do|does|did|can|could|should|will|would|must|may|has|have|not|choose|use)\b)|(?:can|could|do|does|did|is|are|am|was|were|will|would|should|may|must|has|have)\s+(?:i|we|you|they|he|she|it|there|the|a|an|my|our|your|this|that|these|those|any|anyone|anybody|people|members|guests)\b)/iu;
const CHINESE =
  /[吗嗎]$|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|為何|什么|什麼|甚麼|多少|多久|几时|幾時|谁|誰|哪[里裡儿兒些个個位种種年天家]|是否|能否|可否|有没有|有沒有|能不能|可不可以|是不是/u;

/** Tells whether a heading asks; many do so without a question mark. */
export function headingAsks(heading: string): boolean {
  const text = heading.slice(itemNumber(heading)).trim();
  return asks(text) || questionLabel(text) > 0 || ENGLISH.test(text) || CHINESE.test(text);
}
