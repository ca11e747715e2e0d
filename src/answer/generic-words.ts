import { isStopWord } from "./stop-words.ts";

/** Tells whether a word of a question names no subject: a stop word, or what is asked of a text. */
export function isGeneric({ text }: { readonly text: string }): boolean {
  return isStopWord(text) || GENERIC.test(text);
}

/** Words that name an article or what is asked of it, not what it is about; English ones as stems. */
const GENERIC =
  /^(?:文章|本文|全文|文中|这篇|公告|通知|手册|报道|新闻|说明|内容|重点|要点|大意|主旨|主题|中心|核心|观点|思想|部分|章节|小节|一节|那节|这节|标题|介绍|提到|规定|条款|条文|原文|全文|总结|概括|概述|归纳|摘要|简单|简短|简要|哪些方面|text|piec|document|handbook|notic|section|part|chapter|main|key|point|idea|summari|summar|overview|gist|give|quick|provid|state|stipul|claus|articl|provis|appendix|annex|schedul|rule|quot|read|show|list|explain|doe|sai|brief|briefli|short|cover|happen|talk|discuss|content|takeawai|messag|entir|whole|tl|dr|tl;dr|sum|up)$/u;
