import { isIdeograph, readLetters, skipSpace } from "./characters.ts";

export interface Unit {
  readonly unit: string;
  readonly end: number;
  /** Whether a half is counted beside the number: 一年半, 两个半小时. */
  readonly andHalf: boolean;
}

/** Canonical units and how Chinese writes them; `个` and other measure words stand for themselves. */
const CHINESE: Readonly<Record<string, string>> = {
  "%": "%",
  "percentage-point": "个百分点 百分点 个点",
  "basis-point": "个基点 基点",
  "‰": "‰",
  倍: "倍",
  折: "折",
  成: "成",
  age: "周岁 岁",
  person: "个人 人",
  部分: "个部分 部分",
  部门: "个部门 部门",
  second: "秒钟 秒",
  minute: "分钟",
  hour: "个小时 小时 个钟头 个钟",
  day: "天",
  workday: "个工作日 工作日",
  week: "个星期 星期 个礼拜 周",
  month: "个月",
  quarter: "个季度",
  year: "周年 年",
  century: "个世纪",
  km: "公里 千米",
  m: "米 公尺",
  cm: "厘米 公分",
  mm: "毫米",
  nm: "纳米 奈米",
  mile: "英里",
  "nautical-mile": "海里 海浬",
  "light-year": "光年",
  foot: "英尺 英呎 呎",
  inch: "英寸 英吋 寸 吋",
  kg: "公斤 千克",
  g: "克",
  mg: "毫克",
  tonne: "公吨 吨",
  jin: "斤",
  pound: "磅",
  m2: "平方米 平米",
  km2: "平方公里 平方千米",
  "square-mile": "平方英里",
  mu: "亩",
  hectare: "公顷",
  m3: "立方米",
  l: "公升 升",
  ml: "毫升",
  kw: "千瓦",
  mw: "兆瓦",
  w: "瓦",
  kwh: "千瓦时",
  hz: "赫兹 赫",
  degree: "摄氏度 度",
  "currency:usd": "美元 美金",
  "currency:cny": "元人民币 人民币元 块人民币",
  "currency:twd": "元新台币 元台币 新台币 台币",
  "currency:hkd": "港元 港币 元港币",
  "currency:jpy": "日元 日圆",
  "currency:krw": "韩元 韩圆",
  "currency:eur": "欧元",
  "currency:gbp": "英镑",
  "currency:rub": "卢布",
  "currency:inr": "印度卢比 卢比",
  "currency:cad": "加元",
  "currency:aud": "澳元",
  "currency:sgd": "新元 新加坡元",
  "currency:yuan": "元 圆 块钱",
};

const MEASURE_WORDS =
  "两首席卷封球局个名位家条件项种类款部座所台辆架艘枚只支张份篇本册页章节段句字词次届期轮场级层楼颗棵根块片杯瓶袋箱盒套组对双批排" +
  "队户笔宗起例处点门口头匹幅株道顿遍趟集国省市县区镇村校题票分行步桶盏间栋幢列";

const ENGLISH: Readonly<Record<string, string>> = {
  "%": "percent pct per/cent",
  "percentage-point": "pp percentage/point percentage/points",
  "basis-point": "basis/point basis/points bps",
  倍: "times x fold",
  age: "years/old year/old or/older and/older or/younger and/younger",
  person: "people person persons employees staff workers users members students passengers",
  second: "second seconds sec secs",
  minute: "minute minutes min mins",
  hour: "hour hours hr hrs h",
  day: "day days",
  workday: "workday workdays working/days business/days",
  week: "week weeks",
  month: "month months",
  quarter: "quarters",
  year: "year years yrs",
  decade: "decades",
  century: "centuries",
  km: "km kilometer kilometers kilometre kilometres",
  m: "m meter meters metre metres",
  cm: "cm centimeters centimetres centimeter centimetre",
  mm: "mm millimeters millimetres",
  nm: "nm nanometers nanometres nanometer",
  mile: "mile miles",
  foot: "foot feet ft",
  inch: "inch inches",
  kg: "kg kilogram kilograms kilos",
  g: "g gram grams",
  tonne: "ton tons tonne tonnes",
  pound: "lb lbs pound pounds",
  km2: "square/kilometers square/kilometres",
  m2: "square/meters square/metres",
  hectare: "hectares",
  ounce: "oz ounce ounces",
  cup: "cup cups",
  tablespoon: "tablespoon tablespoons tbsp",
  teaspoon: "teaspoon teaspoons tsp",
  l: "liter liters litre litres",
  ml: "ml",
  kw: "kw kilowatts",
  mw: "mw megawatts",
  gw: "gw gigawatts",
  w: "watts",
  kwh: "kwh",
  gb: "gb",
  mb: "mb",
  tb: "tb",
  kb: "kb",
  degree: "degree degrees",
  "currency:usd": "dollars dollar usd us/dollars",
  "currency:cny": "rmb cny renminbi",
  "currency:twd": "twd ntd",
  "currency:hkd": "hkd",
  "currency:jpy": "yen jpy",
  "currency:eur": "euro euros eur",
  "currency:gbp": "gbp",
  "currency:yuan": "yuan",
};

/** What a unit's first ideographs must not go on with: 3个人信息 counts no persons, 三成为 no tenths. */
const NOT_BEFORE: ReadonlyMap<string, RegExp> = new Map([
  ["个人", /信息|资讯|隐私|所得|数据|电脑|账|赛|版|主页|品|观|资料/uy],
  ["人", /民|工|类|体|生|格|才|文|像|均|次/uy],
  ["成", /为|立|功|长|员|果|本|都|型|绩|就|熟|年|交|千|因|分|品|语|名|不|群|人|套|份|天/uy],
  ["折", /磨|腾|叠|断|射|合/uy],
  ["米", /其|饭|兰|粉|线/uy],
  ["分", /之|别|为|成|布|析|子|公|店|行|手/uy],
  ["年", /级|轻|糕|画|薪|报|会|龄/uy],
  ["节", /气|日|目|约|能/uy],
  ["天", /津|然|堂|空|才|安|山|坛|猫/uy],
  ["周", /边|围|岁|期|报|刊|转/uy],
  ["部", /分|门|落|曲/uy],
  ["字", /坐|军|路|架|街|星|形|坡|勋|经/uy],
  ["元", /酸|素|旦|宇|老|件|代|首|组|器|月/uy],
  ["台", /山|河|湾|州|词|风|阶|式|积/uy],
  ["度", /过|假|日/uy],
  ["克", /服|隆|制/uy],
  ["斤", /斤/uy],
]);

/** Units that are measured, so that there may be less than one of them. */
const MEASURES = new Set(
  (
    "% percentage-point second minute hour day week month year decade century km m cm mm mile nautical-mile foot inch kg g mg " +
    "tonne jin pound ounce cup tablespoon teaspoon m2 km2 square-mile mu hectare m3 l ml kwh gb mb tb"
  ).split(" "),
);
/** Units that 半 stands behind: 一年半, 三斤半. */
const HALVED = new Set(
  "year month week day hour century km m mile foot kg tonne jin pound mu 倍 age 块 currency:yuan".split(" "),
);

/** Tells whether a unit is measured rather than counted. */
export function isMeasure(unit: string): boolean {
  return MEASURES.has(unit) || unit.startsWith("currency:");
}

const chineseByFirst = groupByFirst([
  ...Object.entries(CHINESE).flatMap(([unit, words]) => words.split(" ").map((word) => ({ word, unit }))),
  ...[...MEASURE_WORDS].map((word) => ({ word, unit: word })),
]);
const english = new Map(
  Object.entries(ENGLISH).flatMap(([unit, words]) =>
    words.split(" ").map((word) => [word.replace("/", " "), unit] as const),
  ),
);

/** Reads the unit behind a number that ends at `at`, in Chinese or English. */
export function readUnit(text: string, at: number): Unit | undefined {
  const from = skipSpace(text, at);
  return readChineseUnit(text, from) ?? readEnglishUnit(text, at);
}

function readChineseUnit(text: string, at: number): Unit | undefined {
  const start = /[多余来]/u.test(text.charAt(at)) ? at + 1 : at;
  // 两个半小时: the half stands inside the unit.
  const inner = text.startsWith("个半", start) ? readChineseUnit(text, start + 2) : undefined;
  const word = /^(?:月|小时|钟头|世纪|星期)/u.exec(text.slice(start + 2, start + 4))?.[0];
  if (text.startsWith("个半", start) && (inner ?? word === "月")) {
    if (word !== undefined)
      return { unit: word === "月" ? "month" : (inner?.unit ?? ""), end: start + 2 + word.length, andHalf: true };
  }
  for (const { word: name, unit } of chineseByFirst.get(text.charAt(start)) ?? []) {
    if (!text.startsWith(name, start) || goesOn(text, start + name.length, name)) continue;
    const end = start + name.length;
    const andHalf =
      text.charAt(end) === "半" &&
      (HALVED.has(unit)
        ? !/[导数价夜年个天场]/u.test(text.charAt(end + 1))
        : name === "个" && !isIdeograph(text, end + 1));
    return { unit, end: andHalf ? end + 1 : end, andHalf };
  }
  return undefined;
}

function goesOn(text: string, at: number, word: string): boolean {
  const pattern = NOT_BEFORE.get(word);
  if (!pattern) return false;
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** `30 minutes`, `30-minute`, `30km`, `18 percentage points`. */
function readEnglishUnit(text: string, at: number): Unit | undefined {
  const separator = text.charAt(at);
  const from = separator === " " || separator === "-" ? at + 1 : at;
  if (text.charAt(from) === "°")
    return { unit: "degree", end: text.charAt(from + 1) === "c" ? from + 2 : from + 1, andHalf: false };
  const word = readLetters(text, from);
  if (word === "") return undefined;
  const power = !word.endsWith("m") ? undefined : /^(?:k?m2|m3)(?![a-z\d])/.exec(text.slice(from, from + 4))?.[0];
  if (power !== undefined) return { unit: power, end: from + power.length, andHalf: false };
  const second = /[ -]/u.test(text.charAt(from + word.length)) ? readLetters(text, from + word.length + 1) : "";
  const two = english.get(`${word} ${second}`);
  if (two !== undefined) return withHalf(text, two, from + word.length + 1 + second.length);
  const one = english.get(word);
  if (one === undefined || (/\d/u.test(text.charAt(from + word.length)) && one !== "m")) return undefined;
  if (from === at ? isName(text, at, word) : word === "x") return undefined;
  return withHalf(text, one, from + word.length);
}

const AND_HALF = / and a half(?![a-z])/y;

/** `an hour and a half`. */
function withHalf(text: string, unit: string, end: number): Unit {
  AND_HALF.lastIndex = end;
  const andHalf = isMeasure(unit) && AND_HALF.test(text);
  return { unit, end: andHalf ? AND_HALF.lastIndex : end, andHalf };
}

/** 5g and 3m name things; 500g and 30m measure them. */
function isName(text: string, at: number, word: string): boolean {
  return (word === "g" || word === "m" || word === "h") && !/[\d.]/u.test(text.charAt(at - 2));
}

function groupByFirst(
  words: readonly { readonly word: string; readonly unit: string }[],
): Map<string, { readonly word: string; readonly unit: string }[]> {
  return Map.groupBy(
    words.toSorted((one, other) => other.word.length - one.word.length),
    ({ word }) => word.charAt(0),
  );
}
