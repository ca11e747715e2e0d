import type { LeftOutReason } from "../../../article/article.ts";
import type { Locale } from "../../../render/locale.ts";

export interface SourceWords {
  readonly text: string;
  readonly highlighted: (reference: string) => string;
  readonly closed: (reference: string, version: string) => string;
  readonly nowhere: (reference: string, title: string) => string;
  readonly noArticle: string;

  readonly answersFrom: string;
  /** Below what the bot answers from. */
  readonly ownToo: (count: number) => string;
  readonly all: (count: number) => string;
  readonly some: (count: number, all: number) => string;
  readonly shown: string;
  readonly notInUse: string;
  readonly use: string;
  readonly contents: string;
  readonly quoted: (count: number) => string;
  readonly nothingQuoted: string;
  /** What is quoted as an answer, and what only came near a question; in the list and beside their marks. */
  readonly answers: string;
  readonly nearest: string;
  readonly nearestSentence: (reference: string) => string;
  /** Where the newest answer stands, to be pressed. */
  readonly newestAnswer: (reference: string) => string;
  readonly map: string;
  readonly published: (date: string) => string;
  readonly version: (hash: string) => string;
  readonly readOutOf: (format: string) => string;
  readonly original: (hash: string) => string;
  readonly counts: (sections: number, paragraphs: number, sentences: number) => string;

  readonly neverQuoted: string;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;

  /** Of the number of a sentence that the bot has quoted. */
  readonly quotedSentence: (reference: string) => string;

  readonly taken: string;
  readonly check: string;
  readonly ask: string;
  readonly cite: string;
  readonly copy: string;
  readonly copied: (reference: string) => string;
  readonly notCopied: string;
  readonly close: string;
  readonly closeArticle: (title: string) => string;
  readonly isClosed: (title: string) => string;
  readonly reopen: string;
  readonly shortened: (limit: number) => string;
}

export const sourceWords: Readonly<Record<Locale, SourceWords>> = {
  en: {
    text: "Text of the article",
    highlighted: (reference) => `${reference}, highlighted`,
    closed: (reference, version) => `${reference} is from version ${version} of an article that is not open here.`,
    nowhere: (reference, title) => `There is no ${reference} in “${title}”.`,
    noArticle: "No article is open.",
    answersFrom: "Answers come from",
    ownToo: (count) => (count === 1 ? "and the server's own article" : `and the server's own ${count} articles`),
    all: (count) => `All ${count} articles`,
    some: (count, all) => `${count} of ${all} articles`,
    shown: "Shown here",
    notInUse: "The bot does not answer from this article now.",
    use: "Answer from it",
    contents: "Contents",
    quoted: (count) => `Quoted (${count})`,
    nothingQuoted: "Nothing has been quoted from here yet. What the bot quotes is marked in the text.",
    answers: "Quoted as an answer",
    nearest: "Only near a question, no answer",
    nearestSentence: (reference) => `${reference}, only near a question`,
    newestAnswer: (reference) => `Go to the newest answer: ${reference}`,
    map: "Where the quotes stand in the article",
    published: (date) => `as of ${date}`,
    version: (hash) => `version ${hash}`,
    readOutOf: (format) => `Read out of: ${format}`,
    original: (hash) => `original file ${hash}`,
    counts: (sections, paragraphs, sentences) =>
      `${several(sections, "section")} · ${several(paragraphs, "paragraph")} · ${several(sentences, "sentence")}`,
    neverQuoted: "Never quoted",
    reasons: {
      breadcrumb: "path through the site",
      "repeated-caption": "repeated caption",
      footer: "footer",
      "source-address": "address of the source",
      "front-matter": "front matter",
      markup: "markup",
      metadata: "metadata",
      "page-furniture": "page header or footer",
      contents: "table of contents",
      "mail-header": "mail header",
      signature: "signature",
      cue: "subtitle number and time",
      advertisement: "advertisement",
    },
    quotedSentence: (reference) => `${reference}, quoted`,
    taken: "Marked text",
    check: "Check this quote",
    ask: "Ask about this",
    cite: "Cite",
    copy: "Copy reference",
    copied: (reference) => `Copied: ${reference}`,
    notCopied: "The browser does not let the page copy.",
    close: "Close",
    closeArticle: (title) => `Close “${title}”`,
    isClosed: (title) => `“${title}” is closed.`,
    reopen: "Undo",
    shortened: (limit) => `Only the first ${limit} characters are sent.`,
  },
  "zh-CN": {
    text: "文章原文",
    highlighted: (reference) => `已标出 ${reference}`,
    closed: (reference, version) => `${reference} 出自文章的版本 ${version}，这里没有打开。`,
    nowhere: (reference, title) => `《${title}》里没有 ${reference}。`,
    noArticle: "没有打开文章。",
    answersFrom: "回答依据",
    ownToo: (count) => `以及本服务器自己的 ${count} 篇文章`,
    all: (count) => `全部 ${count} 篇文章`,
    some: (count, all) => `${all} 篇中的 ${count} 篇`,
    shown: "当前显示",
    notInUse: "机器人目前不依据这篇文章回答。",
    use: "改用这篇",
    contents: "目录",
    quoted: (count) => `已引用（${count}）`,
    nothingQuoted: "这里还没有被引用过。机器人引用的句子会在原文里标出来。",
    answers: "作为回答引用",
    nearest: "只是相近，不是回答",
    nearestSentence: (reference) => `${reference}，只是相近`,
    newestAnswer: (reference) => `去看最新的回答：${reference}`,
    map: "引文在文章中的位置",
    published: (date) => `日期 ${date}`,
    version: (hash) => `版本 ${hash}`,
    readOutOf: (format) => `读自：${format}`,
    original: (hash) => `原文件 ${hash}`,
    counts: (sections, paragraphs, sentences) => `${sections} 节 · ${paragraphs} 段 · ${sentences} 句`,
    neverQuoted: "不会引用",
    reasons: {
      breadcrumb: "网站路径",
      "repeated-caption": "重复的图注",
      footer: "页脚",
      "source-address": "原文地址",
      "front-matter": "文件头信息",
      markup: "标记",
      metadata: "元数据",
      "page-furniture": "页眉页脚",
      contents: "目录",
      "mail-header": "邮件头",
      signature: "落款",
      cue: "字幕编号与时间",
      advertisement: "广告",
    },
    quotedSentence: (reference) => `${reference}，已引用`,
    taken: "选中的文字",
    check: "核对这段引文",
    ask: "就此提问",
    cite: "引用",
    copy: "复制出处",
    copied: (reference) => `已复制：${reference}`,
    notCopied: "浏览器不允许页面复制。",
    close: "关闭",
    closeArticle: (title) => `关闭《${title}》`,
    isClosed: (title) => `《${title}》已关闭。`,
    reopen: "撤销",
    shortened: (limit) => `只发送前 ${limit} 个字符。`,
  },
  "zh-TW": {
    text: "文章原文",
    highlighted: (reference) => `已標出 ${reference}`,
    closed: (reference, version) => `${reference} 出自文章的版本 ${version}，這裡沒有開啟。`,
    nowhere: (reference, title) => `《${title}》裡沒有 ${reference}。`,
    noArticle: "沒有開啟文章。",
    answersFrom: "回答依據",
    ownToo: (count) => `以及本伺服器自己的 ${count} 篇文章`,
    all: (count) => `全部 ${count} 篇文章`,
    some: (count, all) => `${all} 篇中的 ${count} 篇`,
    shown: "目前顯示",
    notInUse: "機器人目前不依據這篇文章回答。",
    use: "改用這篇",
    contents: "目錄",
    quoted: (count) => `已引用（${count}）`,
    nothingQuoted: "這裡還沒有被引用過。機器人引用的句子會在原文裡標出來。",
    answers: "作為回答引用",
    nearest: "只是相近，不是回答",
    nearestSentence: (reference) => `${reference}，只是相近`,
    newestAnswer: (reference) => `前往最新的回答：${reference}`,
    map: "引文在文章中的位置",
    published: (date) => `日期 ${date}`,
    version: (hash) => `版本 ${hash}`,
    readOutOf: (format) => `讀自：${format}`,
    original: (hash) => `原檔案 ${hash}`,
    counts: (sections, paragraphs, sentences) => `${sections} 節 · ${paragraphs} 段 · ${sentences} 句`,
    neverQuoted: "不會引用",
    reasons: {
      breadcrumb: "網站路徑",
      "repeated-caption": "重複的圖說",
      footer: "頁尾",
      "source-address": "原文網址",
      "front-matter": "檔頭資訊",
      markup: "標記",
      metadata: "中繼資料",
      "page-furniture": "頁首頁尾",
      contents: "目錄",
      "mail-header": "郵件標頭",
      signature: "署名",
      cue: "字幕編號與時間",
      advertisement: "廣告",
    },
    quotedSentence: (reference) => `${reference}，已引用`,
    taken: "選取的文字",
    check: "核對這段引文",
    ask: "就此提問",
    cite: "引用",
    copy: "複製出處",
    copied: (reference) => `已複製：${reference}`,
    notCopied: "瀏覽器不允許頁面複製。",
    close: "關閉",
    closeArticle: (title) => `關閉《${title}》`,
    isClosed: (title) => `《${title}》已關閉。`,
    reopen: "復原",
    shortened: (limit) => `只送出前 ${limit} 個字元。`,
  },
};

function several(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}
