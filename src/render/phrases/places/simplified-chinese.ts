import type { PlacePhrases } from "./place-phrases.ts";

export const simplifiedPlaces: PlacePhrases = {
  parts: {
    verbatim: (count) => `✔ **逐字相符，中间有省略。**${count} 个部分在文章里都一字不差，次序也对。`,
    same: (count) => `≈ **词语相同**，中间有省略。${count} 个部分都在文章里，次序也对，只是书写形式不同。`,
    changed: (differing, count) => `✖ **不是原文。**${count} 个部分里有 ${differing} 个不同或找不到：`,
    replaced: (count) => `≈ **方括号换掉了原文的字。**${count} 个部分都一字不差，但请看方括号那里原文怎么说。`,
    inPlace: (given, original) => `这里写的是：${given}；原文是：**${original}**`,
    reordered: (count) => `✖ **次序变了。**${count} 个部分都在文章里，但不是这个次序。`,
    apart: (count) => `✖ **由几篇文章拼成。**${count} 个部分都有出处，但不在同一篇里。`,
    absent: "文章里没有",
    leftOut: (words) => `这里省略了：**${words}**`,
    leftOutCount: ({ words, sentences, isChinese }) =>
      `这里省略了 ${words} 个${isChinese ? "字" : "词"}${sentences === 0 ? "" : `，其中有 ${sentences} 个整句`}`,
    leftOutSentences: (count) => `这里省略了 ${count} 个整句以上`,
    nothing: "这里没有省略什么",
    unchecked: (checked, count) => `共 ${count} 个部分，只核对了前 ${checked} 个。`,
    added: (words) => `方括号里的字不算引文：${words.join("、")}`,
    places: (shown, count) => `它出现了 ${count} 次，这是前 ${shown} 处：`,
  },
  empty: {
    section: (name) => `${name} 下面没有正文，只有标题。`,
    headings: (name) => `${name} 下面没有正文，只有各级标题。`,
  },
  choose: {
    which: "这里有好几篇文章，你指的是哪一篇？",
    unknown: "没有这篇文章，你指的是哪一篇？",
    placeholder: "选一篇文章",
    type: "也可以在选项 `文章` 里输入标题。",
    brought: (date) => `${date} 上传`,
    shared: "所有服务器共用",
  },
};
