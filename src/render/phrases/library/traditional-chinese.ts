import type { LibraryPhrases } from "./library-phrases.ts";

export const traditionalChineseLibraryPhrases: LibraryPhrases = {
  nothingKept: "這裡無法保存任何內容：此功能只在伺服器內可用，並且需要執行者設定儲存。",
  undo: "復原",
  none: "本伺服器還沒有自己的文章。用 `/library add` 新增一篇。",
  listed: (count) => `本伺服器自己的文章（${count} 篇）：`,
};
