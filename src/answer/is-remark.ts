import type { Question } from "./question.ts";

/**
 * Tells whether somebody speaks of themselves rather than ask: `I'll bring the drill on Thursday`, `我们晚上过去`. What asks, wants
 * to know or begins otherwise is none.
 */
export function isRemark({ folded, asking }: Pick<Question, "folded" | "asking">): boolean {
  const text = folded.text.trim();
  return asking === undefined && !/[?？]/u.test(text) && SPEAKS.test(text) && !WANTS.test(text);
}

const SPEAKS =
  /^(?:ok(?:ay)?,? |well,? |so,? |yes,? |no,? |yeah,? |and |but |then )?(?:i|we|i['’](?:ll|m|ve|d)|we['’](?:ll|re|ve|d)|brb|gtg|afk|bbl|omw|ttyl)(?![\p{L}\p{N}'’])|^(?:那|好的?,?|行,?|嗯,?|不过|但是?)?(?:我|我们|咱们?|俺)(?!国)/u;

/** What somebody wants of the article may be told without asking. */
const WANTS =
  /\b(?:want|wants?|need|like to|wonder|wondering|curious|looking for|look for|interested|asking|ask|question|don['’]?t (?:know|understand|get|see)|can['’]?t find|lost|broke|allowed)\b|想|要|请|问|不知道|不懂|不明白|不清楚|找|需|能|可以|应该|该|查|求|好奇|感兴趣/u;
