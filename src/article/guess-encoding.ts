import { detect } from "jschardet";
import { decodeWhole, looksWritten } from "./decode-whole.ts";

/** How much is looked at: the guess gets no better with more. */
const SAMPLE = 32_768;
const BEFORE = 256;

/** What the detector calls otherwise than the decoder does. */
const NAMES: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  cp932: "shift_jis",
  cp949: "euc-kr",
  johab: "euc-kr",
  big5hkscs: "big5",
  cp950: "big5",
};

/** What texts in Chinese and their neighbours' languages are written in, commonest first. */
const EAST_ASIAN = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"];
/** Single bytes with a script of their own; the other ones are so much alike that short texts cannot tell them apart. */
const OTHER_SCRIPTS =
  /^(?:windows-125[1356]|koi8-[ru]|iso-?8859-[5678]|ibm866|cp866|x-mac-cyrillic|windows-874|tis-620|iso-?8859-11)$/u;
const WESTERN = "windows-1252";

/**
 * Guesses how bytes that are neither UTF-8 nor UTF-16 are to be read, and reads them; gives nothing where no way makes
 * sense of them.
 *
 * The detector is right about some 97 of 100 Chinese texts of ten characters. Its guess is taken only where what is
 * read looks like text, and where it is not, the encodings are tried that texts like ours have.
 */
export function guessEncoding(bytes: Uint8Array): { readonly encoding: string; readonly text: string } | undefined {
  const sample = sampleOf(bytes);
  const guess = detect(Buffer.from(sample)).encoding?.toLowerCase() ?? "";
  const named = NAMES[guess] ?? guess;
  const isDense = !isMostlyAscii(sample);
  const eastAsian = readEach(bytes, EAST_ASIAN)
    .filter(({ encoding, commonness: share }) => !encoding.startsWith("euc") || share >= LEAST_COMMON)
    .toSorted((a, b) => b.commonness - a.commonness);
  const [likely, best] = [eastAsian.find(({ encoding }) => encoding === named), eastAsian[0]];
  if (EAST_ASIAN.includes(named) && !standsAlone(sample)) {
    const isSure = likely !== undefined && likely.commonness + LEAST_LEAD >= (best?.commonness ?? 0);
    return isSure ? likely : (best ?? readEach(bytes, [WESTERN])[0]);
  }
  const hasOwnScript = OTHER_SCRIPTS.test(named) && isDense;
  const single = readEach(bytes, hasOwnScript ? [named, WESTERN] : [WESTERN])[0];
  return isDense && !hasOwnScript ? (best ?? single) : (single ?? best);
}

interface ReadAs {
  readonly encoding: string;
  readonly text: string;
  readonly commonness: number;
}

/** Reads bytes in each of some encodings; those in which they make no text are left away. */
function readEach(bytes: Uint8Array, encodings: readonly string[]): ReadAs[] {
  return encodings.flatMap((encoding) => {
    const text = decodeWhole(bytes, encoding);
    const isText = text !== undefined && looksWritten(text, EAST_ASIAN.includes(encoding));
    return isText ? [{ encoding, text, commonness: commonness(text.slice(0, SAMPLE)) }] : [];
  });
}

/** So much commoner characters overrule the detector. */
const LEAST_LEAD = 0.35;
/** Chinese without common characters looks like Korean or Japanese, which have them in every word. */
const LEAST_COMMON = 0.2;
/** The ideographs that make up a third of any text, in both scripts, and the commonest syllables of Korean. */
const COMMON = new Set(
  "的一是不了在人有我他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间知世什两次使身者被高已亲其进此话常与活正感三二四五六七八九十月点請请章程" +
    "這個們來時為說國過後會對發當沒還樣種開總從無現動頭經長兒愛給間兩親進話與點" +
    "이다는에의가을를고한지로도은서어기사자시해나리하들인대아수정일있그전것으니세요",
);

/** How much of what is not ASCII is among the commonest characters of a script: kana, common ideographs and syllables. */
function commonness(text: string): number {
  let [common, all] = [0, 0];
  for (const character of text) {
    if (character < "\u0080") continue;
    all += 1;
    if (/[\u3041-\u30ff，。、「」：；！？“”（）《》]/u.test(character) || COMMON.has(character)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}

/** From a little before the first byte that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - BEFORE);
  return bytes.subarray(start, start + SAMPLE);
}

function isMostlyAscii(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  return high * 4 < bytes.length;
}

/** Whether bytes that are not ASCII always stand alone between others, as accented letters do. */
function standsAlone(bytes: Uint8Array): boolean {
  let [pairs, high] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[index + 1] ?? 0) >= 0x80) pairs += 1;
  }
  return pairs * 10 <= high && high * 3 < bytes.length;
}
