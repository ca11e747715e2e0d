import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFold } from "../../src/text/fold.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const fold = createFold();

/** The stretch of the source that each code unit of the folded text came from. */
function origins(source: string): string[] {
  const { text, starts, ends } = fold(source);
  return Array.from({ length: text.length }, (_, at) => source.slice(starts[at], ends[at]));
}

/** Ways to write the same. */
const variants: readonly (readonly string[])[] = [
  ["café", "cafe", "CAFE\u0301", "ｃａｆé"],
  ["Hammarskjöld", "Hammarskjold"],
  ["Łódź", "lodz"],
  ["Straße", "STRASSE", "strasse"],
  ["Ægir", "aegir"],
  ["ᾳδω", "αδω"],
  ["o’clock", "o'clock", "oʼclock", "o`clock", "o´clock", "o＇clock", "o‘clock"],
  ["e-mail", "e‐mail", "e‑mail", "e﹣mail", "e－mail"],
  ["co\u00adoperate", "co\u200boperate", "cooperate", "co\u2060\u200doperate"],
  ["ﬁnd", "find", "ｆｉｎｄ"],
  ["马克·扎克伯格", "馬克•扎克伯格", "马克‧扎克伯格", "马克・扎克伯格", "马克･扎克伯格"],
  ["葛\u{e0100}城", "葛城", "葛\ufe00城"],
  ["請遵守網路禮儀", "请遵守网路礼仪"],
];

describe("folded text", () => {
  test.for([
    { name: "lower case", source: "Meta AI", folded: "meta ai" },
    { name: "full-width letters and digits", source: "ＧＰＴ－４，３．５％", folded: "gpt-4,3.5%" },
    { name: "half-width kana", source: "ｶﾀｶﾅ", folded: "カタカナ" },
    { name: "ligatures and circled digits", source: "ﬁne ①", folded: "fine 1" },
    { name: "a fraction apart from its whole", source: "1½ ½ 2¾", folded: "1 1⁄2 1⁄2 2 3⁄4" },
    { name: "composed and decomposed marks as one", source: "CAFE\u0301 CAFÉ", folded: "cafe cafe" },
    { name: "Traditional characters", source: "龍麵頭髮皇后後面", folded: "龙面头发皇后后面" },
    { name: "variants", source: "説裏裡臺台", folded: "说里里台台" },
    { name: "words of Taiwan by their characters", source: "資料庫軟體滑鼠記憶體", folded: "资料库软体滑鼠记忆体" },
    { name: "words of Hong Kong by their characters", source: "網絡屏幕單車", folded: "网络屏幕单车" },
    { name: "the characters of Taiwan and Hong Kong", source: "裏枱衞粧峯羣", folded: "里台卫妆峰群" },
    { name: "quotation marks as they are", source: "‘好’ ’tis", folded: "‘好’ ’tis" },
    { name: "dashes as they are", source: "a — b–c −5", folded: "a — b–c −5" },
    { name: "a joiner that means something", source: "می\u200cخواهم क्\u200dष", folded: "می\u200cخواهم क्\u200dष" },
    { name: "marks of other scripts", source: "Йод が हिन्दी", folded: "йод が हिन्दी" },
    { name: "a soft hyphen at a line's end as a hyphen", source: "ap\u00ad\nple", folded: "ap-\nple" },
    { name: "compatibility ideographs", source: "\uf900\ufa0a", folded: "岂见" },
    { name: "Simplified text as it is", source: "数据库软件", folded: "数据库软件" },
    { name: "ideographs beyond the basic plane", source: "𠮷野家", folded: "𠮷野家" },
    { name: "emoji as they are", source: "😀👩‍👩‍👧", folded: "😀👩‍👩‍👧" },
    { name: "lone surrogates as they are", source: "a\ud83db\ude00", folded: "a\ud83db\ude00" },
    { name: "nothing of nothing", source: "", folded: "" },
  ])("has $name", ({ source, folded }) => {
    expect(fold(source).text).toBe(folded);
  });
});

test.for(variants.map((forms) => ({ forms })))("folds $forms.0 in all its forms alike", ({ forms }) => {
  expect(new Set(forms.map((form) => fold(form).text)).size).toBe(1);
});

describe("the way back", () => {
  test.for([
    { name: "character by character", source: "資料AI", from: ["資", "料", "A", "I"] },
    { name: "one to many", source: "ﬁ㍿", from: ["ﬁ", "ﬁ", "㍿", "㍿", "㍿", "㍿"] },
    { name: "many to one, marks included", source: "e\u0301a", from: ["e\u0301", "a"] },
    { name: "an accent to its letter, a ß to both of its own", source: "éß", from: ["é", "ß", "ß"] },
    { name: "past what cannot be seen", source: "a\u200bb", from: ["a", "b"] },
    { name: "both halves of a pair to the pair", source: "𠮷", from: ["𠮷", "𠮷"] },
    { name: "a lone half to itself", source: "a\ud83d", from: ["a", "\ud83d"] },
  ])("leads $name", ({ source, from }) => {
    expect(origins(source)).toEqual(from);
  });

  test("counts from the source's beginning where only a part is folded", () => {
    const { text, starts, ends } = fold("一二資料三四", 2, 4);
    expect({ text, starts: [...starts], ends: [...ends] }).toEqual({ text: "资料", starts: [2, 3], ends: [3, 4] });
  });

  test("stays in order and within the source on arbitrary text", () => {
    fc.assert(
      fc.property(arbitraryText, (source) => {
        const { text, starts, ends } = fold(source);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let at = 0; at < text.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (starts[at - 1] ?? 0));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("folds Chinese and English once and for all", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("資料庫", "Café", "程式", "３．５％", "ﬁ", " ", "軟體", "o’c", "e‑m", "a\u00adb", "•", "ß"),
        ),
        (words) => {
          const once = fold(words.join("")).text;
          expect(fold(once).text).toBe(once);
        },
      ),
    );
  });
});

test("folds each character as it folds it alone, where none changes its neighbours", () => {
  const alone = fc.constantFrom(
    "a",
    "Ｂ",
    "é",
    "ﬁ",
    "谷",
    "龍",
    "網",
    "路",
    "，",
    "?",
    "？",
    "《",
    "½",
    "①",
    "😀",
    "𠮷",
    "ж",
    " ",
    "\u3000",
    "1",
    "e\u0301",
  );
  fc.assert(
    fc.property(fc.array(alone, { maxLength: 30 }), (characters) => {
      // 網路 is a phrase, and a figure before a fraction parts them.
      const source = characters.join("\u2014");
      const folded = characters.map((character) => fold(character).text).join("\u2014");
      expect(fold(source).text).toBe(folded);
      expect(fold(source).starts).toHaveLength(folded.length);
    }),
  );
});

test("folds a stretch of a text as it folds that alone", () => {
  fc.assert(
    fc.property(
      arbitraryText,
      fc.string({ unit: fc.constantFrom("a", "谷", "龍", "，"), maxLength: 8 }),
      (around, text) => {
        const [own, within] = [
          fold(text),
          fold(`${around} ${text} ${around}`, around.length + 1, around.length + 1 + text.length),
        ];
        expect(within.text).toBe(own.text);
        expect(Array.from(within.starts, (start) => start - around.length - 1)).toEqual([...own.starts]);
      },
    ),
  );
});
