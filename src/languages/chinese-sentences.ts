import type { SentenceRules } from "../text/sentence-rules.ts";

/** Verbs of saying that are nothing else, and those that are only where a clause ends with them. */
const SAYS = "(?<![小传傳學学据據听聽胡])[说說](?![明法服])|[问問](?![题題卷候世])|喊|嚷|嘀咕|嘟囔|自言自[语語]";
const ENDS_SAYING =
  "(?:(?<![知街味走跑轨軌河通隧频頻])道|[答叫笑哭骂罵吼讲講唱念想劝勸催求]|[叹嘆][气氣]|[开開]口|告[诉訴]|表示|[强強][调調]|指出|[写寫]|[评評][论論]|建[议議]|宣[布佈]|承[认認]|解[释釋]|[补補]充|反[驳駁]|回[应應])(?:了|着|著|过|過|完|起来|起來|一声|一聲|一句|[一了]?[笑叹嘆想讲講]){0,2}";

/** Where Chinese sentences end. */
export const chineseSentences: SentenceRules = {
  abbreviations: new Set(),
  numberAbbreviations: new Set(),
  finalAbbreviations: new Set(),
  nameAbbreviations: new Set(),
  sentenceOpeners: new Set(),
  markedNames: new Set(),
  // `。” + 老周说，`: a short clause behind the quotation, of whom speaks and how.
  speechTag: new RegExp(
    String.raw`^[。！？!?…]\s?(?=\p{Script=Han})[\p{Script=Han}·]{0,14}?(?:(?:${SAYS})[\p{Script=Han}]{0,6}|${ENDS_SAYING})[。！？!?，,：:；…]`,
    "u",
  ),
  boundClause:
    /^(?:但|惟|唯(?!一)|不过|不過|然而|除(?![了去夕草尘塵])|除非|否则|否則|反之|(?:however|but|except|unless|provided|otherwise|save)\b)/u,
};
