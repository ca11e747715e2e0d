import type { PlacePhrases } from "./place-phrases.ts";

export const traditionalPlaces: PlacePhrases = {
  parts: {
    verbatim: (count) => `✔ **逐字相符，中間有省略。**${count} 個部分在文章裡都一字不差，次序也對。`,
    same: (count) => `≈ **字句相同**，中間有省略。${count} 個部分都在文章裡，次序也對，只是書寫形式不同。`,
    changed: (differing, count) => `✖ **不是原文。**${count} 個部分裡有 ${differing} 個不同或找不到：`,
    replaced: (count) => `≈ **方括號換掉了原文的字。**${count} 個部分都一字不差，但請看方括號那裡原文怎麼說。`,
    inPlace: (given, original) => `這裡寫的是：${given}；原文是：**${original}**`,
    reordered: (count) => `✖ **次序變了。**${count} 個部分都在文章裡，但不是這個次序。`,
    apart: (count) => `✖ **由幾篇文章拼成。**${count} 個部分都有出處，但不在同一篇裡。`,
    absent: "文章裡沒有",
    leftOut: (words) => `這裡省略了：**${words}**`,
    leftOutCount: ({ words, sentences, isChinese }) =>
      `這裡省略了 ${words} 個${isChinese ? "字" : "詞"}${sentences === 0 ? "" : `，其中有 ${sentences} 個整句`}`,
    leftOutSentences: (count) => `這裡省略了 ${count} 個整句以上`,
    nothing: "這裡沒有省略什麼",
    unchecked: (checked, count) => `共 ${count} 個部分，只核對了前 ${checked} 個。`,
    added: (words) => `方括號裡的字不算引文：${words.join("、")}`,
    places: (shown, count) => `它出現了 ${count} 次，這是前 ${shown} 處：`,
  },
  empty: {
    section: (name) => `${name} 下面沒有內文，只有標題。`,
    headings: (name) => `${name} 下面沒有內文，只有各級標題。`,
  },
  choose: {
    which: "這裡有好幾篇文章，你指的是哪一篇？",
    unknown: "沒有這篇文章，你指的是哪一篇？",
    placeholder: "選一篇文章",
    type: "也可以在選項 `文章` 裡輸入標題。",
    brought: (date) => `${date} 上傳`,
    shared: "所有伺服器共用",
  },
};
