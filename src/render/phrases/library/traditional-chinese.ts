import { megabytes } from "../../megabytes.ts";
import type { LibraryPhrases } from "./library-phrases.ts";

export const traditionalChineseLibraryPhrases: LibraryPhrases = {
  nothingKept: "這裡無法保存任何內容：此功能只在伺服器內可用，並且需要機器人的管理員設定儲存。",
  noFiles: "這裡無法讀取檔案，原因請詢問機器人的管理員。",
  notYours: "只有新增者本人或伺服器管理員可以這樣做。",
  noSuchArticle: (ids) =>
    ids.length === 0
      ? "本伺服器還沒有自己的文章。用 `/文庫 新增` 新增一篇。"
      : `本伺服器沒有這篇文章。現有：${ids.join(" · ")}`,
  undo: "復原",
  undone: (subject) => `↩ 已復原：${subject}`,
  notAsked: (id) => `現在不再用 **${id}** 回答。`,
  askedAgain: (id) => `現在又用 **${id}** 回答。`,
  inUseNow: (id, version) => `**${id}** 現在用的是 ${version} 的版本。`,
  undoRefused: {
    unknown: "已無法復原：它已經復原過，或者時間太久了。",
    "changed-since": "無法直接復原：它變更的內容後來又改過了。",
  },
  list: {
    none: "本伺服器還沒有自己的文章。用 `/文庫 新增` 新增一篇。",
    listed: (count) => `本伺服器自己的文章（${count} 篇）：`,
    line: (versions, sentences) => `${sentences} 句 · ${versions} 個版本`,
    drafts: (count) => `${count} 份草稿等待發布。`,
    unreadable: (names) => `⚠ 已損壞或遺失，不再用於回答：${names}。請重新提交檔案，或請執行本機器人的人還原備份。`,
  },
  bring: {
    noAttachment: "這則訊息沒有檔案。請附上文件本身：PDF、Word、EPUB、HTML、Markdown、純文字……",
    choose: "選哪個檔案？",
    chooseAgain: "我已經不記得這些檔案了，請重新從訊息選單選擇。",
    fetching: (name) => `正在取得 ${name} ……`,
    reading: (name, share) => (share === undefined ? `正在讀取 ${name} ……` : `正在讀取 ${name} …… ${share} %`),
    comparing: "正在與現用版本比較……",
    stop: "取消",
    unreadable: "我讀不了這個檔案。讀取程式說（英文）：",
    refused: (refusal, article) => {
      switch (refusal.kind) {
        case "no-such-article":
          return `沒有（或不再有）可以替換的文章 \`${article}\`。`;
        case "taken":
          return `\`${article}\` 是所有伺服器共用的文章，不能替換。請另取一個 id。`;
        case "same-text":
          return `\`${article}\` 現在就是這份文字：不會有任何變化。`;
        case "too-many-articles":
          return `本伺服器已有 ${refusal.most} 篇自己的文章，達到上限。請先移除一篇。`;
        case "too-many-drafts":
          return `已有 ${refusal.most} 份草稿等待發布，達到上限。請先發布或取消一些。`;
        case "too-many-bytes":
          return `本伺服器的檔案共 ${megabytes(refusal.kept)}，上限為 ${megabytes(refusal.most)}，放不下了。請先移除一篇文章。`;
      }
    },
    badId: "id 需要有字母或數字，例如 `house-rules`。",
  },
  draft: {
    ready: "可以發布",
    replaces: "可以替換",
    facts: (sections, sentences, leftOut) =>
      [`${sections} 節`, `${sentences} 句`, ...(leftOut > 0 ? [`略去 ${leftOut} 行`] : [])].join(" · "),
    languages: { zh: "中文", en: "英文" },
    begins: "開頭",
    headings: "章節",
    questions: "可以這樣問",
    fewSentences: (count) => `只有 ${count} 句：檔案讀得對嗎？`,
    sameText: (articles) => `同樣的文字已經有了：${articles.join(" · ")}。`,
    replacesByName: (id) => `\`${id}\` 已經存在：發布會替換它。要兩篇都保留，請另取一個 id。`,
    waits: "發布之前不會用它回答任何人。草稿保留一天。",
    publish: "發布",
    drop: "取消",
    publishing: (id) => `正在發布 \`${id}\` ……`,
    published: (title, id) => `✔ **${title}** 已發布為 \`${id}\`，現在起用它回答問題。`,
    replaced: (title, id) => `✔ \`${id}\` 已替換為 **${title}**，現在起用它回答問題；以前的回答仍保留所引用的版本。`,
    dropped: "已取消，沒有發布任何內容。",
    refused: (refusal) => {
      switch (refusal.kind) {
        case "unknown":
          return "這份草稿已經不在了：它已發布或已取消。";
        case "expired":
          return "這份草稿已等待超過一天。請重新新增檔案。";
        case "taken":
          return `期間已發布了另一篇 \`${refusal.article}\`。請重新新增以替換它，或另取一個 id。`;
        case "gone":
          return `期間文章 \`${refusal.article}\` 已被移除，沒有可以替換的。請重新新增檔案。`;
        case "changed":
          return `這份草稿顯示之後，\`${refusal.article}\` 又有變更，它要取代的已不是當時那一版。請重新新增檔案，看看現在會有什麼變更。`;
        case "too-many-articles":
          return `本伺服器已有 ${refusal.most} 篇自己的文章，達到上限。請先移除一篇。`;
      }
    },
  },
  changes: {
    same: "與現用版本沒有任何一句不同。",
    counts: ({ altered, added, removed, moved, same }) =>
      `句子：**${altered}** 更改 · **${added}** 新增 · **${removed}** 刪去 · **${moved}** 移動 · ${same} 不變`,
    altered: "更改",
    added: "新增",
    removed: "刪去",
    moved: "移動",
    sectionsAdded: (headings) => `新增的節：${headings.join(" · ")}`,
    sectionsRemoved: (headings) => `刪去的節：${headings.join(" · ")}`,
    taughtLost: (questions, count) => `${count} 個已選定出處的問題將不再適用：${listed(questions, count)}`,
    taughtFound: (count) => `${count} 個已選定出處的問題將重新適用。`,
    words: (lines, count) => `伺服器用詞中有 ${count} 行將不再指向任何原文：${listed(lines, count)}`,
    whole: "全部變更見檔案。",
  },
  show: {
    inUse: "現用",
    version: (sections, sentences) => `${sections} 節 · ${sentences} 句`,
    source: "來源",
    formerIds: (ids) => `以前的 id：${ids.join(" · ")}`,
    taught: (count, lost) => `已選定出處的問題：${count}${lost > 0 ? `，其中 ${lost} 個不再適用` : ""}`,
    scopes: (channels, isDefault) => `指定用於：${[...(isDefault ? ["整個伺服器"] : []), ...channels].join(" · ")}`,
    more: (count) => `另有 ${count} 個更早的版本`,
    weighs: (own, of) => `本伺服器的全部檔案：${own}，上限 ${of}`,
  },
  rollback: {
    done: (id, version) => `✔ \`${id}\` 已回到 ${version} 的版本。`,
    refused: {
      "no-such-article": "本伺服器沒有（或不再有）這篇文章。",
      "no-such-version": "沒有保留這個版本。`/文庫 檢視` 會列出保留的版本。",
      "no-earlier-version": "沒有更早的版本。要換到較新的版本，請寫明是哪個。",
      "in-use": "這個版本正在使用。",
    },
  },
  remove: {
    confirm: (title, id, versions) =>
      `移除 **${title}** \`${id}\` 及其${versions === 1 ? "唯一的版本" : `全部 ${versions} 個版本`}？此後不再用它回答，以前回答的按鈕會說明它已不在。可以復原。`,
    button: "移除",
    keep: "保留",
    kept: "沒有任何變更。",
    done: (id) => `✔ 已移除 \`${id}\`。`,
  },
  rename: {
    done: (id, title) => `✔ 現在叫 **${title}** \`${id}\`。`,
    refused: {
      "no-such-article": "本伺服器沒有（或不再有）這篇文章。",
      taken: "另一篇文章已用這個 id。",
      "nothing-to-change": "請給出新的 id、新的標題，或兩者。",
    },
  },
  export: {
    fetching: "正在尋找檔案……",
    done: (name) => `${name}，與當初新增時一樣：`,
    all: "本伺服器的全部內容，不含任何人的名字。機器人的管理員可以重新匯入：`npm run library -- import`。",
    lost: "這個檔案已不再保留。",
    tooLarge: (weight) => `共 ${weight}，超過 Discord 的上限。機器人的管理員可以匯出它。`,
  },
  verify: {
    stood: ({ title, date, hash }) => `📜 它逐字見於 **${title}** ${date} 的舊版本（${hash}）。`,
    present: "現在的版本寫的是：",
  },
};

function listed(some: readonly string[], count: number): string {
  return [...some, ...(count > some.length ? [`另有 ${count - some.length} 個`] : [])].join(" · ");
}
