import type { Candidate } from "./sentence-marks.ts";

/** No label is longer than this. */
const LONGEST = 80;
const NUMBER =
  "(?:\\d{1,4}(?:\\.\\d{1,3}){0,4}[a-z]?(?:\\([a-z\\d]{1,3}\\)){0,2}|[ivxlc]{1,8}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)";
const NUMERAL = "[\\d〇零一二三四五六七八九十百千两兩]{1,9}";
const NOUN =
  "sections?|sec\\.|articles?|art\\.|clause|rule|regulation|chapter|part|paragraph|para\\.|book|volume|vol\\.|act|scene|canto|lesson|unit|module|schedule|appendix|annexe?|exhibit|item|step|question|answer|exercise|problem|example|figure|fig\\.|table|note|theorem|lemma|proposition|corollary|definition|remark|§{1,2}|¶";
const PROVISION = `第\\s?${NUMERAL}\\s?(?:部分|单元|單元|[条條章节節款项項编編部篇卷回课課讲講集话話幕场場步题題问問])(?:之${NUMERAL})?`;
const CHINESE_NOUN = "例|图|圖|表|问|問|答|题|題|问题|問題|步骤|步驟|附录|附錄|附件|注|註";
/** What is counted by name and nothing else: `Section 1.1`, `§ 3`, `Q1`, `第三条`, `例2`. */
const COUNTED = new RegExp(
  `^[“"‘'(（【[*_]{0,4}(?:(?:${NOUN})\\s?(?:no\\.\\s?)?${NUMBER}|[qa]\\s?\\d{1,3}|${PROVISION}|(?:${CHINESE_NOUN})\\s?${NUMERAL})[\\])）】*_]{0,4}$`,
  "iu",
);

/** Labels that follow each other name each other: `A1. A2. A3.` */
const SHORT_LABEL = /^[qa]\s?\d{1,3}[.．。]/iu;

const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’-]{1,20}";
/** Who speaks in a play, also with what is done meanwhile: `ANNA`, `MRS. GREY`, `FIRST GUARD (aside)`. */
const SPEAKER = new RegExp(
  `^[*_]{0,3}(?!(?:YES|NO|OK|STOP|NEVER)$)(?:(?:MRS?|MS|DR|ST)\\. )?${CAPITALS}(?: ${CAPITALS}){0,2}[*_]{0,3}(?:\\.?\\s?[([][^()[\\]]{1,40}[)\\]]?)?$`,
  "u",
);

/**
 * Tells whether all of the sentence before a full stop is a label of what follows: `Section 2. The pot …`.
 *
 * A speaker's name is one at the head of a paragraph only.
 */
export function isLabel(text: string, { at, closed, start }: Candidate, follows: string): boolean {
  const marks = text.slice(at, closed);
  if (at - start > LONGEST || !/^[.．。][)\]*_]{0,4}$/u.test(marks)) return false;
  const label = text.slice(start, at).trim();
  if (/^[.．。][*_]{0,4}$/u.test(marks) && COUNTED.test(label)) return !SHORT_LABEL.test(follows);
  return start === 0 && /^["“'‘([]?\p{L}.*\p{Ll}/su.test(follows) && SPEAKER.test(label);
}
