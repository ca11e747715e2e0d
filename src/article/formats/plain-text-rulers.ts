/** `* * *`, `-----`, `◇`: marks alone, which part or underline text; `……` is something said. */
const RULER = /^(?:[-=~_*#^+·•—–─━═＝＊※☆★◇◆○●□■/\\|:\s]{3,}|[*＊※☆★◇◆○●□■]{1,2})$/u;

export function isRuler(text: string): boolean {
  return RULER.test(text) && /[^\s|:/\\]/u.test(text);
}

const UNDERLINE = /^([-=~^*#_"+—─═＝])\1{2,}$/u;
const DEPTHS = ["=＝═#*", "-—─_"];

/** How high a heading stands by the mark that underlines it: `=` above `-` above others. */
export function underlineRank(text: string): number | undefined {
  const mark = UNDERLINE.exec(text)?.[1];
  if (mark === undefined) return undefined;
  const depth = DEPTHS.findIndex((marks) => marks.includes(mark));
  return depth === -1 ? DEPTHS.length : depth;
}
