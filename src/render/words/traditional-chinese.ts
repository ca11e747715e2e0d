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
    "no-words": "這個問題裡沒有可以搜尋的詞語。請用幾個詞來提問。",
    "nothing-found": "文章裡沒有與這個問題相近的內容，因此沒有可以引用的句子。",
    "not-covered": "文章沒有回答這個問題，因此沒有可以引用的句子。",
    "unknown-language": "目前只能讀懂中文和英文的問題。",
  },
  next: "換個說法再問，或者用 `/搜尋`、`/目錄` 找找看。",
  missing: (words, more = 0) => `文章裡沒有找到的詞：${listWords(words, more)}`,
  unsure: "文章不一定回答了這個問題。最接近的段落：",
  nearest: "最接近的段落如下，但它們**沒有**回答這個問題：",
  side: (compared) => `關於${/^[a-z\d]/iu.test(compared) ? " " : ""}${compared}`,
  added: (words, more = 0) => `沿用之前的問題：${listWords(words, more)}`,
  chosen: (reference, question) =>
    question === undefined
      ? `${reference} 是本伺服器的成員為這個問題選定的出處。`
      : `${reference} 是本伺服器的成員選定的出處，對應的問題是：${question}`,
  leftOut: (count) => `有 ${count} 段引文太長，這則訊息放不下，已整段省略：`,
  fault: (id) => `程式出錯了。如果再次發生，請把這個編號告訴管理員：${id}`,
  unknownCommand: "沒有這個指令，或者它已被移除。請過幾分鐘再試。",
  oldControl: "這個按鈕來自另一個版本，已經不能用了。請重新提問。",
  cannotWrite: (channelId) => `我想在 <#${channelId}> 回答你，但沒有在那裡發言的權限。請聯絡伺服器管理員。`,
  busy: "現在提問的人太多，來不及回答。請稍後再試。",
  wait: (seconds) => `提問太快囉，請等 ${seconds} 秒再試。`,
  store: {
    unavailable: "現在讀不到本伺服器保存的內容，因此沒有做任何更改。請過幾分鐘再試。",
    "read-only": "現在無法儲存，因此沒有做任何更改。請讓機器人的管理員把儲存空間改為可寫入。",
    full: "儲存空間已滿，無法儲存，因此沒有做任何更改。請讓機器人的管理員騰出空間。",
    busy: "同時有別人在更改，因此沒有做任何更改。請稍後再試。",
    opening: "本伺服器的文章還在開啟，請過幾秒再問。",
  },
  mayNotAsk: "在這裡只有特定身分組的成員可以向我提問。可以請伺服器管理員告訴你在哪裡提問。",
  attachment: {
    foreign: "只能讀取在 Discord 裡上傳的附件。請直接上傳檔案。",
    "too-large": "這個檔案太大了。請上傳小一點的檔案，或只上傳其中一部分。",
    gone: "Discord 上已經沒有這個檔案了。請重新上傳。",
    unreachable: "沒能及時從 Discord 取得檔案。請稍後再試。",
  },
  work: {
    full: "同時處理的工作已達上限。請過一分鐘再試。",
    calledOff: {
      asker: "已取消，沒有做任何更改。",
      restart: "機器人正在重新啟動，沒能完成。請過一分鐘重新操作。",
      time: "超過了 Discord 允許的時間，已停止。請再試一次；如果有檔案，請換小一點的。",
    },
    unseen: "機器人重新啟動了，沒能顯示結果。操作已經完成，可以在 `/設定 歷史` 裡查看。",
    over: "已經沒有可以取消的工作：它已完成，或者機器人中途重新啟動了。如果沒有看到結果，請重新操作。",
    forbidden: "只有發起的人或伺服器管理員可以取消。",
  },
};

function listWords(words: readonly string[], more: number): string {
  return `${words.map((word) => `「${word}」`).join("、")}${more > 0 ? `，另有 ${more} 個` : ""}`;
}

/** A chapter without a number goes by its heading. */
function chapterWords(first: string, last: string): string {
  if (!isNumber(first) || !isNumber(last)) return first === last ? first : `${first} – ${last}`;
  return `第 ${first === last ? first : `${first}–${last}`} 章`;
}
