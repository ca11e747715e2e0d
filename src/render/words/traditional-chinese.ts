import { isNumber, type Words } from "./words.ts";

export const traditionalChinese: Words = {
  source: "原文",
  version: (hash) => `版本 ${hash}`,
  atLandmarks: (reference, landmarks) => `${reference}（${landmarks.join("，")}）`,
  landmarks: {
    page: (first, last) => `第 ${first === last ? first : `${first}–${last}`} 頁`,
    chapter: chapterWords,
    time: (first) => first,
  },
  declined: {
    "no-words": "這個問題裡沒有可以查找的詞語。請用幾個詞來提問。",
    "nothing-found": "文章裡沒有與這個問題相近的內容，因此沒有可以引用的句子。",
    "not-covered": "文章沒有回答這個問題，因此沒有可以引用的句子。",
    "unknown-language": "目前只能讀懂中文和英文的問題。",
  },
  missing: (words) => `文章裡沒有找到的詞：${words.map((word) => `「${word}」`).join("、")}`,
  unsure: "文章不一定回答了這個問題。最接近的段落：",
  nearest: "最接近的段落如下，但它們**沒有**回答這個問題：",
  added: (words) => `沿用之前的問題：${words.map((word) => `「${word}」`).join("、")}`,
  leftOut: (count) => `有 ${count} 段引文太長，這則訊息放不下，已整段省略：`,
  fault: (id) => `程式出錯了。如果再次發生，請把這個編號告訴管理員：${id}`,
  unknownCommand: "沒有這個指令，或者它已被移除。請過幾分鐘再試。",
  oldControl: "這個按鈕來自另一個版本，已經不能用了。請重新提問。",
  cannotWrite: (channelId) => `我想在 <#${channelId}> 回答你，但沒有在那裡發言的權限。請聯絡伺服器管理員。`,
  busy: "現在提問的人太多，來不及回答。請稍後再試。",
  wait: (seconds) => `提問太快囉，請等 ${seconds} 秒再試。`,
};

/** A chapter without a number goes by its heading. */
function chapterWords(first: string, last: string): string {
  if (!isNumber(first) || !isNumber(last)) return first === last ? first : `${first} – ${last}`;
  return `第 ${first === last ? first : `${first}–${last}`} 章`;
}
