import { locales, type Locale } from "../../../render/locale.ts";
import type { Standing, ThemeChoice } from "../frame/preferences.ts";

export interface SidebarWords {
  /** Of the landmark. */
  readonly channels: string;
  readonly textChannels: string;
  readonly threadsOf: (channel: string) => string;
  readonly directMessages: string;
  readonly unread: string;
  readonly settings: string;
  /** Whose place the reader takes. */
  readonly standing: string;
  readonly standings: Readonly<Record<Standing, (roles: string) => string>>;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<ThemeChoice, string>>;
  readonly keyboard: string;
  readonly about: { readonly title: string; readonly lines: readonly string[] };
}

const localeNames: Readonly<Record<Locale, string>> = { en: "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" };

/** Languages by their own names, so that everybody finds theirs. */
export const localesByName = locales.map((locale) => ({ locale, name: localeNames[locale] }));

export const sidebarWords: Readonly<Record<Locale, SidebarWords>> = {
  en: {
    channels: "Channels",
    textChannels: "Text channels",
    threadsOf: (channel) => `Threads in ${channel}`,
    directMessages: "Direct messages",
    unread: "unread",
    settings: "Settings",
    standing: "You are",
    standings: {
      manager: () => "A manager of the server",
      helper: (roles) => `A member with the role ${roles}`,
      member: () => "A member",
    },
    language: "Language",
    theme: "Theme",
    themes: { dark: "Dark", light: "Light", system: "System" },
    keyboard: "Keyboard",
    about: {
      title: "How this works",
      lines: [
        "This page is not Discord, but the bot is the real one.",
        "What you do becomes an interaction in Discord's form. It is signed with a key made at the start and posted to the bot's own endpoint; messages reach the bot over its gateway.",
        "Nothing leaves this machine, and nothing is kept after the end, unless YUANWEN_DATA or DATABASE_URL names where.",
      ],
    },
  },
  "zh-CN": {
    channels: "频道",
    textChannels: "文字频道",
    threadsOf: (channel) => `${channel} 的子区`,
    directMessages: "私信",
    unread: "未读",
    settings: "设置",
    standing: "身份",
    standings: {
      manager: () => "有“管理服务器”权限的人",
      helper: (roles) => `有 ${roles} 身份组的成员`,
      member: () => "普通成员",
    },
    language: "语言",
    theme: "外观",
    themes: { dark: "深色", light: "浅色", system: "跟随系统" },
    keyboard: "键盘操作",
    about: {
      title: "工作原理",
      lines: [
        "这个页面不是 Discord，但机器人是真的。",
        "你的每个操作都会写成 Discord 格式的交互，用启动时生成的密钥签名，再发到机器人自己的端点；消息则经网关送达。",
        "任何内容都不会离开这台电脑；除非用 YUANWEN_DATA 或 DATABASE_URL 指定存放处，结束后也不会保留。",
      ],
    },
  },
  "zh-TW": {
    channels: "頻道",
    textChannels: "文字頻道",
    threadsOf: (channel) => `${channel} 的討論串`,
    directMessages: "私人訊息",
    unread: "未讀",
    settings: "設定",
    standing: "身分",
    standings: {
      manager: () => "有「管理伺服器」權限的人",
      helper: (roles) => `有 ${roles} 身分組的成員`,
      member: () => "一般成員",
    },
    language: "語言",
    theme: "外觀",
    themes: { dark: "深色", light: "淺色", system: "跟隨系統" },
    keyboard: "鍵盤操作",
    about: {
      title: "運作方式",
      lines: [
        "這個頁面不是 Discord，但機器人是真的。",
        "你的每個操作都會寫成 Discord 格式的互動，用啟動時產生的金鑰簽章，再送到機器人自己的端點；訊息則經由閘道送達。",
        "任何內容都不會離開這台電腦；除非用 YUANWEN_DATA 或 DATABASE_URL 指定存放處，結束後也不會保留。",
      ],
    },
  },
};
