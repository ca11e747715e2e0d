import type { Locale } from "../../../render/locale.ts";

export interface SourceWords {
  readonly highlighted: (reference: string) => string;
  readonly closed: (reference: string, version: string) => string;
  readonly nowhere: (reference: string, title: string) => string;
  readonly noArticle: string;
}

export const sourceWords: Readonly<Record<Locale, SourceWords>> = {
  en: {
    highlighted: (reference) => `${reference}, highlighted`,
    closed: (reference, version) => `${reference} is from version ${version} of an article that is not open here.`,
    nowhere: (reference, title) => `There is no ${reference} in “${title}”.`,
    noArticle: "No article is open.",
  },
  "zh-CN": {
    highlighted: (reference) => `已高亮 ${reference}`,
    closed: (reference, version) => `${reference} 出自文章的版本 ${version}，这里没有打开。`,
    nowhere: (reference, title) => `《${title}》里没有 ${reference}。`,
    noArticle: "没有打开文章。",
  },
  "zh-TW": {
    highlighted: (reference) => `已標示 ${reference}`,
    closed: (reference, version) => `${reference} 出自文章的版本 ${version}，這裡沒有開啟。`,
    nowhere: (reference, title) => `《${title}》裡沒有 ${reference}。`,
    noArticle: "沒有開啟文章。",
  },
};
