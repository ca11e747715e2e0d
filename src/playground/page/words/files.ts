import { commonEndings } from "../../../article/formats/endings.ts";
import type { Locale } from "../../../render/locale.ts";

/** Words for opening articles and for what was found in them. */
export interface FilesWords {
  readonly open: string;
  readonly dropHere: string;
  readonly dropHint: string;
  readonly opening: (name: string) => string;
  readonly openingOf: (name: string, place: number, count: number) => string;
  /** Gives up the file that is being read. */
  readonly cancel: string;
  readonly refused: (count: number) => string;
  readonly notText: string;
  readonly folder: string;
  readonly close: string;

  readonly opened: string;
  readonly openedAll: (count: number) => string;
  readonly language: string;
  readonly sections: string;
  readonly paragraphs: string;
  readonly sentences: string;
  readonly headings: string;
  readonly firstSentence: string;
  readonly leftOut: (count: number) => string;
  readonly nothingLeftOut: string;
  readonly more: (count: number) => string;
  /** What kind of file the text was read out of. */
  readonly readOut: (format: string) => string;
  readonly inMemory: string;
  readonly suggestions: string;
  readonly start: string;
}

export const filesWords: Readonly<Record<Locale, FilesWords>> = {
  en: {
    open: "Open an article…",
    dropHere: "Drop an article here",
    dropHint: `A text, web page, document, book or mail (${commonEndings}). It stays in memory on this machine.`,
    opening: (name) => `Reading ${name} …`,
    openingOf: (name, place, count) => `Reading ${name} (${place} of ${count}) …`,
    cancel: "Cancel",
    refused: (count) => (count === 1 ? "One file could not be opened" : `${count} files could not be opened`),
    notText: `This is not an article that can be read: its name has to end in ${commonEndings} or the like.`,
    folder: "This is a folder. Drop the files in it one by one or together.",
    close: "Close",
    opened: "The article is open",
    openedAll: (count) => `${count} articles are open, and the bot answers from all of them. This is the last of them:`,
    language: "Language",
    sections: "Sections",
    paragraphs: "Paragraphs",
    sentences: "Sentences",
    headings: "Its first headings",
    firstSentence: "Its first sentence",
    leftOut: (count) =>
      count === 1
        ? "One passage is no content and is never quoted"
        : `${count} passages are no content and are never quoted`,
    nothingLeftOut: "Everything in it can be quoted.",
    more: (count) => `and ${count} more`,
    readOut: (format) => `The text was read out of the file (${format}).`,
    inMemory: "In memory only: gone when the playground ends.",
    suggestions: "It answers these, for example",
    start: "Start asking",
  },
  "zh-CN": {
    open: "打开文章…",
    dropHere: "把文章拖放到这里",
    dropHint: `文本、网页、文档、电子书或邮件（${commonEndings}），只留在本机内存里。`,
    opening: (name) => `正在读取 ${name} …`,
    openingOf: (name, place, count) => `正在读取 ${name}（第 ${place} 个，共 ${count} 个）…`,
    cancel: "取消",
    refused: (count) => `有 ${count} 个文件打不开`,
    notText: `这不是可以读取的文章：文件名要以 ${commonEndings} 等结尾。`,
    folder: "这是文件夹。请拖放里面的文件，一个或几个都行。",
    close: "关闭",
    opened: "文章已打开",
    openedAll: (count) => `已打开 ${count} 篇文章，机器人依据全部文章回答。最后一篇是：`,
    language: "语言",
    sections: "节",
    paragraphs: "段",
    sentences: "句",
    headings: "开头的标题",
    firstSentence: "第一句",
    leftOut: (count) => `有 ${count} 处不是正文，不会引用`,
    nothingLeftOut: "全文都可以引用。",
    more: (count) => `还有 ${count} 处`,
    readOut: (format) => `正文是从文件里读出来的（${format}）。`,
    inMemory: "只在内存里：试用结束就没有了。",
    suggestions: "比如可以这样问",
    start: "开始提问",
  },
  "zh-TW": {
    open: "開啟文章…",
    dropHere: "把文章拖放到這裡",
    dropHint: `文字、網頁、文件、電子書或郵件（${commonEndings}），只留在本機記憶體裡。`,
    opening: (name) => `正在讀取 ${name} …`,
    openingOf: (name, place, count) => `正在讀取 ${name}（第 ${place} 個，共 ${count} 個）…`,
    cancel: "取消",
    refused: (count) => `有 ${count} 個檔案打不開`,
    notText: `這不是可以讀取的文章：檔名要以 ${commonEndings} 等結尾。`,
    folder: "這是資料夾。請拖放裡面的檔案，一個或幾個都行。",
    close: "關閉",
    opened: "文章已開啟",
    openedAll: (count) => `已開啟 ${count} 篇文章，機器人依據全部文章回答。最後一篇是：`,
    language: "語言",
    sections: "節",
    paragraphs: "段",
    sentences: "句",
    headings: "開頭的標題",
    firstSentence: "第一句",
    leftOut: (count) => `有 ${count} 處不是正文，不會引用`,
    nothingLeftOut: "全文都可以引用。",
    more: (count) => `還有 ${count} 處`,
    readOut: (format) => `內文是從檔案裡讀出來的（${format}）。`,
    inMemory: "只在記憶體裡：試用結束就沒有了。",
    suggestions: "比如可以這樣問",
    start: "開始提問",
  },
};
