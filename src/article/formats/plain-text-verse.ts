import { columns } from "../../text/width.ts";
import type { Line } from "./plain-text-lines.ts";
import { endsSentence, isListItem, isSpeech } from "./plain-text-shapes.ts";

const WIDEST_VERSE = 66;
const LEAST_WORDS = 3;
/** So many of a stanza's lines go on in the next one, which begins with a capital all the same. */
const LEAST_RUNNING = 0.75;

/** Tells whether lines below each other are a stanza: each line stands for itself although sentences run over its end. */
export function isVerse(group: readonly Line[]): boolean {
  if (group.length < 2) return false;
  const isPlain = group.every(
    ({ text }) => text.length <= WIDEST_VERSE && !isListItem(text) && !/[:：]\s*\S|\d{3}|@|\//u.test(text),
  );
  if (!isPlain || group.some(({ text }) => columns(text) > WIDEST_VERSE)) return false;
  const ideographs = group.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  return ideographs * 2 > group.length ? isChineseVerse(group) : isLatinVerse(group);
}

function isLatinVerse(group: readonly Line[]): boolean {
  const running = group.slice(0, -1).filter(({ text }) => !endsSentence(text));
  const capitals = group
    .slice(1)
    .filter((line, index) => !endsSentence(group[index]?.text ?? "") && /^["“‘'—(]?\p{Lu}/u.test(line.text));
  const least = group.length > 3 ? 2 : 1;
  if (running.length < least || capitals.length < running.length * LEAST_RUNNING) return false;
  const words = group.map(({ text }) => text.split(/\s+/u));
  const lower = words.filter((line) => line.slice(1).some((word) => /^\p{Ll}/u.test(word))).length;
  const long = words.filter((line) => line.length >= LEAST_WORDS).length;
  const marked = running.some(({ text }) => /[,;:—–-]["”’]?$/u.test(text));
  return lower * 3 >= group.length * 2 && long * 3 >= group.length * 2 && (marked || group.length > 2);
}

/** Lines of five or seven ideographs, or as long as each other; also free verse, whose short lines go on without a mark. */
function isChineseVerse(group: readonly Line[]): boolean {
  const lengths = group.map(({ text }) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").length);
  const least = lengths.reduce((smallest, length) => Math.min(smallest, length), Number.POSITIVE_INFINITY);
  const most = lengths.reduce((largest, length) => Math.max(largest, length), 0);
  if (group.some(({ text }) => isSpeech(text))) return false;
  const isEven = most === least && most >= 4 && most <= 16;
  const marked = group.slice(0, -1).filter(({ text }) => /[，、；—]$/u.test(text)).length;
  if (isEven)
    return (
      group.every(({ text }) => /[，。；！？、]$/u.test(text)) ||
      (group.length > 3 && group.every(({ text }) => !/[，。；！？、]/u.test(text)) && most >= 5)
    );
  return group.length > 2 && most <= 18 && least >= 3 && marked * 2 >= group.length - 1;
}
