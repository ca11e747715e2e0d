/** How follow-ups are written, in folded text; all are tried on short texts only. */

/** More of the same. */
export const MORE =
  /^(?:那么?)?(?:还有(?:吗|呢|什么|别的|其他的?)?(?:吗|呢)?|还有没有|具体(?:一点|点|来说|说说)?呢?|(?:请)?(?:再)?(?:详细|具体)(?:地)?(?:说说|讲讲|说明|介绍)?(?:一下|一点|点)?|继续|(?:再)?多?说(?:一)?(?:说|点|些)|再来一(?:句|条|个)|(?:比如|例如)(?:说|呢)?|举个例子|more|more please|(?:what|anything|something) (?:else|more)|go on|continue|(?:please )?tell me more(?: about (?:it|that|this))?|(?:in )?more detail|details?|and more|(?:for example|such as|like what))[?!.。 ]*$/u;

/** What happened next, or before. */
export const NEXT =
  /^(?:那么?)?(?:在?[那这])?(?:后来|然后|接着|接下来|之后|此后|之前|此前|再之前|再之后|结果|最后)(?:又)?(?:呢|怎么样|怎样|发生了什么|怎么了|如何)?(?:了)?[?。 ]*$|^(?:and )?(?:then|next|later|afterwards?|(?:after|before) (?:that|this|then)|what (?:happened|came|comes|happens|was) (?:next|then|later|earlier|(?:after|before)(?: (?:that|this))?|afterwards))[?. ]*$/u;

/** `那X呢`, `and X?`, `what about X?`; the group is X. */
export const EXCHANGES: readonly RegExp[] = [
  /^(?:不,|不是,|不对,)?(?:我)?(?:是说|指的是|的意思是|说的是|问的是)(.{1,40}?)[?。 ]*$/u,
  /^(?:那么?|请问|而|还有|以及|另外|同样|换成|换作|换了|改成|如果是|如果换成|要是|至于)*,?\s*(.{1,40}?)(?:又)?(?:呢|又如何|又怎么样|又怎样|的话)[?。 ]*$/u,
  /^那么?(.{1,20}?)(?:怎么样|如何|怎样)[?。 ]*$/u,
  /^(?:那么?)?(.{1,20}?)(?:是不是)?也(?:是|能|可以|会|要|有|行)?(?:这样|那样|如此|一样|这么多?|那么多?|适用)?的?[吗么?][?。 ]*$/u,
  /^(?:no,? |sorry,? )*(?:i|we) (?:mean|meant|was asking about|am asking about) (.{1,60}?)[?. ]*$/u,
  /^(?:and|but|or|so|ok(?:ay)?)?,?\s*(?:what about|how about|what of|what if it is|(?:is it |it's )?the same (?:for|with)|same for|does (?:that|this|it|the same) (?:also )?(?:apply|go|hold) (?:to|for)|and)\s+(?!\s)(.{1,60}?)(?: then)?[?. ]*$/u,
  /^(?:and|or|but)\s+(?!\s)(.{1,60}?)[?. ]*$/u,
  /^(.{1,40}?),? (?:too|as well|also)[?. ]*$/u,
];

/** `如果下雨呢`, `what if I'm late?`, `and without a ticket?`; the group is the condition, whole. */
export const CONDITIONS: readonly RegExp[] = [
  /^(?:那么?|而|但)?,?((?:如果|要是|假如|若是?|万一|倘若|假使|一旦)(?!是|换成).{1,30}?)(?:的话)?(?:呢|怎么办|会怎么样|会怎样|又如何|怎么样|怎样|会如何)[?。 ]*$/u,
  /^(?:那么?|而|但)?,?((?:超过|不到|不足|少于|多于|不满|未满|没有?|不|未|\p{Script=Han}{1,2}不(?=[到了及起成完上])).{1,30}?)(?:的话)?(?:呢|怎么办|会怎么样|会怎样|又如何)[?。 ]*$/u,
  /^(?:那么?|而|但)?,?(.{1,30}?(?:以后|之后|以前|之前|期间|的时候|时))呢?[?。 ]*$/u,
  /^(?:and |but |so |or )?(?:what )((?:if|when|unless) .{1,60}?)[?. ]*$/u,
  /^(?:and|but|so|or) (?:what about |how about |only )?((?:if|when|unless|without|after|before|during|until|while|in case of|because of|on|in|at|under|over|from) .{1,60}?)[?. ]*$/u,
  /^(?:i|we) (?:mean|meant) ((?:if|when|unless|without|after|before|during|until|while|on|in|at|under|over|from|for|with) .{1,60}?)[?. ]*$/u,
  /^((?:if|unless|without) .{1,60}?)[?. ]*$/u,
  /^(?:and |but |so )?((?:even|only|also) (?:if|when|without|after|before|during|until|while|on|in|at|under|over|from|for|with) .{1,60}?)[?. ]*$/u,
];

/** The period before or after. */
export const RELATIVE =
  /^(?:in )?(?:the )?(?:(?:year|quarter|month) (?:before|after|earlier|later)|(?:previous|next|following|prior|preceding) (?:year|quarter|month|section|part))\W*$|^(?:那)?(?:前一|后一|上一|下一|上|下|次)个?(?:年|季度?|月|部分|节|章)[?]?$/u;

/** Questions for the whole article or a section lean on nothing. */
export const NAMED_WHOLE =
  /总结|概括|概述|摘要|大意|(?:本文|文章|全文|这篇).{0,6}(?:讲|说|写|谈|介绍|关于)|\b(?:summar\w+|overview|tl;?dr|gist|(?:this|the) (?:article|text|document|handbook|page|manual))\b/u;

const MEASURE = "(?:个|家|位|款|项|名|座|种|笔|件|部|次|场|本|张|艘|条|间|届|批|份|段|层|些|支|首|幅|台|辆)";

/** `it` that stands for nothing: `is it true that`, `whose job is it to`, `how long does it take to`. */
const EMPTY_IT = [
  "['’]?s?(?: be)? (?:true|possible|necessary|allowed|likely|safe|ok|legal|risky|hard|difficult|better|best|wise|common|normal|usual|important|worth) (?:that|to|for)",
  " (?:to|for)\\b",
  " [a-z]+ that\\b",
  " (?:take|cost|mean|matter)s? .{0,60}\\b(?:to|when|if|that)\\b",
  "['’]?s? (?:rain|snow)",
].join("|");

/** What stands for something else by itself. */
export const PRONOUNS: readonly RegExp[] = [
  /(?<!其)(?:他们|她们|它们|他(?!人|国|乡|杀)|她|(?<!吉)它)(?:自己)?/u,
  /(?<![尤与极莫])其(?![中他它实次余间])/u,
  new RegExp(
    `(?<!的)(?:这|那|该|此)(?:一)?${MEASURE}?(?:人|公司|企业|事情?|东西|模型|产品|协议|交易|服务|功能|项目|活动|政策|工具|系统|机构|组织|城市|地方)`,
    "u",
  ),
  /(?:这里|那里|那边|那儿(?![童子女])|这儿(?![童子女]))(?!面)/u,
  /(?:这|那)(?=是|有|为|说|做|会|能|要|多|怎|什|叫|指|对|算|又|$)/u,
  /\b(?:he|she|they|him|them|his|hers?|their|theirs|its)\b/u,
  new RegExp(String.raw`\bit(?!${EMPTY_IT})\b`, "u"),
  /(?<=[a-z] )there(?= ?[?.!]*$)/u,
  /\b(?:that|this|these|those) (?:company|firm|person|man|woman|model|product|deal|agreement|service|tool|place|project|plan|city|organi[sz]ation|team|one|thing)\b/u,
  /\b(?:that|this|these|those)(?= ?[?.!]*$)|\b(?:is|was|does|did|would|will|can|could|are|were|do) (?:that|this|these|those)(?= (?!(?:the|a|an|\p{Lu})\b)[a-z]+ ?[?.]*$)/u,
];

/** Points at a noun, which the earlier question must have: the article itself has `这次合作`. */
export const POINTING: readonly RegExp[] = [
  new RegExp(`(?<!的)(?:这|那|该|此)(?:一)?${MEASURE}(?<noun>\\p{Script=Han}{1,2})`, "u"),
  /(?:\b(?:these|those)|(?<=\b(?:in|on|at|for|of|with|from|to|by|about|is|was|does|did|were|are) )that) (?<noun>[a-z]{3,})/u,
];

/** Stands for what happened rather than for a thing. */
export const SO_DONE = /^(?:那么?)?(?:这样|那样|这么|那么)(?:做|一来)?(?=\p{Script=Han})/u;

/** What points at a noun that stays: `那家`公司, `that `company. */
export const DEMONSTRATIVE = new RegExp(
  `^(?:这|那|该|此)(?![里边儿])(?:一)?${MEASURE}?(?=\\p{Script=Han})|^(?:that|this|these|those) (?=[a-z])`,
  "u",
);
