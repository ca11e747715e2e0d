/** What asks whether, and denies nothing: 能不能, 有没有, 是否, …没有? */
const WHETHER =
  /(\p{Script=Han})[不没]\1|可不可以|能不能|有没有|是不是|没有?(?=\s{0,3}[?？]?\s{0,3}$)|不(?=\s{0,3}[?？]\s{0,3}$)|不(?:好意思|锈钢|仅|但|过|管|论|知道|清楚|太清楚)|无(?:线|论|锡|人机)|未(?:来|成年)|非(?:常|洲|典)|(?:特|区|分|级|类|性|个|差|识)别|别(?:墅|人|名|称)/gu;
const DENIAL =
  /\b(?:not|never|no|without|cannot|nor|neither|none|nobody|nothing|except|unless|non|free of|stop|avoid|forbidden|prohibited|banned|unable|fail|fails|failed)\b|n['’]t\b|[不没未无勿非别]|禁止|严禁|除外|以外|拒绝/u;

/** Tells whether a folded question denies something: then it is another than the one that does not. */
export function denies(text: string): boolean {
  return DENIAL.test(text.replace(WHETHER, " "));
}
