import { letters, roman } from "../html/item-marks.ts";
import { findElements, readXml, type XmlElement } from "../xml-tree.ts";

/** Gives the number that a word processor shows before a paragraph; nothing where its list is not known. */
export type NumberParagraph = (numberId: string, level: number) => string | undefined;

interface Level {
  readonly format: string;
  /** `%1.%2`, `第%1条` */
  readonly text: string;
  readonly start: number;
  readonly isLegal: boolean;
}

interface List {
  readonly abstractId: string;
  /** Levels that begin anew where this list begins. */
  readonly starts: ReadonlyMap<number, number>;
}

const DEEPEST = 8;

/** Reads `numbering.xml` and counts on from paragraph to paragraph, as word processors do. */
export function readNumbers(source: string | undefined): NumberParagraph {
  const root = source === undefined ? undefined : readXml(source);
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  for (const element of root ? findElements(root, "abstractNum") : []) {
    levels.set(element.attributes["w:abstractNumId"] ?? "", readLevels(element));
  }
  for (const element of root ? findElements(root, "num") : [])
    lists.set(element.attributes["w:numId"] ?? "", readList(element));
  return count(levels, lists);
}

function readLevels(list: XmlElement): Map<number, Level> {
  return new Map(
    findElements(list, "lvl").map((element) => {
      const value = (name: string): string | undefined => findElements(element, name)[0]?.attributes["w:val"];
      const level = {
        format: value("numFmt") ?? "decimal",
        text: value("lvlText") ?? "",
        start: wholeNumber(value("start")) ?? 1,
        isLegal: findElements(element, "isLgl").length > 0,
      };
      return [wholeNumber(element.attributes["w:ilvl"]) ?? 0, level];
    }),
  );
}

function readList(element: XmlElement): List {
  const starts = findElements(element, "lvlOverride").flatMap((override): [number, number][] => {
    const start = wholeNumber(findElements(override, "startOverride")[0]?.attributes["w:val"]);
    return start === undefined ? [] : [[wholeNumber(override.attributes["w:ilvl"]) ?? 0, start]];
  });
  return { abstractId: findElements(element, "abstractNumId")[0]?.attributes["w:val"] ?? "", starts: new Map(starts) };
}

function count(
  levels: ReadonlyMap<string, ReadonlyMap<number, Level>>,
  lists: ReadonlyMap<string, List>,
): NumberParagraph {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (numberId, level) => {
    const list = lists.get(numberId);
    const known = list && levels.get(list.abstractId);
    const own = known?.get(level);
    if (!list || !known || !own || level > DEEPEST) return undefined;
    const numbers = counters.get(list.abstractId) ?? [];
    if (!begun.has(numberId)) for (const [at, start] of list.starts) numbers[at] = start - 1;
    begun.add(numberId);
    numbers[level] = (numbers[level] ?? own.start - 1) + 1;
    numbers.length = level + 1;
    counters.set(list.abstractId, numbers);
    if (own.format === "bullet") return "•";
    if (own.format === "none") return own.text.replaceAll(/%\d/gu, "").trim();
    return own.text
      .replaceAll(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const number = numbers[at] ?? known.get(at)?.start ?? 1;
        return writeNumber(number, own.isLegal ? "decimal" : (known.get(at)?.format ?? "decimal"));
      })
      .trim();
  };
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : undefined;
}

function writeNumber(number: number, format: string): string {
  if (number < 1 || number > MOST) return String(number);
  switch (format) {
    case "lowerLetter":
      return letters(((number - 1) % 702) + 1);
    case "upperLetter":
      return letters(((number - 1) % 702) + 1).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number <= 20 ? String.fromCodePoint(0x24_5f + number) : String(number);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(number).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff_10 + Number(digit)));
    case "ideographTraditional":
      return STEMS.charAt((number - 1) % STEMS.length);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return chineseNumber(number);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return String(number).replaceAll(/\d/gu, (digit) => DIGITS.charAt(Number(digit)));
  }
  return String(number);
}

const MOST = 3999;
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const DIGITS = "〇一二三四五六七八九";
const UNITS = ["", "十", "百", "千"];

/** 三十七, 一百零五; ten is 十 and no 一十. */
function chineseNumber(number: number): string {
  const digits = [...String(number)].map(Number);
  let text = "";
  let isZeroOpen = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      isZeroOpen = text !== "";
      continue;
    }
    text += `${isZeroOpen ? "零" : ""}${DIGITS.charAt(digit)}${UNITS[digits.length - 1 - index] ?? ""}`;
    isZeroOpen = false;
  }
  return text.replace(/^一十/u, "十");
}
