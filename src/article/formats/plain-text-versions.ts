const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const DATE = `(?:\\d{4}\\s?[-/.年]\\s?\\d{1,2}(?:\\s?[-/.月]\\s?\\d{1,2}\\s?日?|\\s?月)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|(?:${MONTH} )?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}|${MONTH} \\d{1,2},? \\d{4}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|unreleased|未发布|未發布)`;
const NUMBER = "\\d{1,4}(?:\\.\\d{1,4}){1,3}(?:\\.x)?(?:[-.]?(?:rc|beta|alpha|dev|pre|post|[ab])[-.]?\\d{0,3})?";
const MARKED = `(?:(?:version|release|版本) ?[:：]? ?v?|v\\.?)${NUMBER}|\\[v?${NUMBER}\\]|\\[unreleased\\]`;
const DATED = `\\s?[-–—/:,]?\\s?[([（【]?(?:released )?(?:on )?${DATE}[)\\]）】]?`;
/** The head of a change log's entries: `2.4.0 (2030-06-01)`, `v1.3 - 2 May 2030`, `[2.0.0] 2030-01-01`, `版本 2.1`. */
const VERSION = new RegExp(`^(?:(?:${MARKED})(?:${DATED})?|(?!\\d{4})${NUMBER}(?!\\d)${DATED})[:：]?$`, "iu");
const BARE = new RegExp(`^${NUMBER}[:：]?$`, "iu");
const LONGEST = 60;
/** Compiling the whole takes longer than reading a short article: most have no such line. */
const BEGINNING = /^(?:[\d[:：v]|version|release|版本)/iu;

/** Tells whether a line names a version, by more than its number. */
export function isVersion(text: string): boolean {
  return text.length <= LONGEST && BEGINNING.test(text) && VERSION.test(text);
}

/** Tells whether a line is nothing but a number such as versions have. */
export function isBareVersion(text: string): boolean {
  return text.length <= LONGEST && BARE.test(text);
}
