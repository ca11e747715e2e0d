import type { Locale } from "../../../render/locale.ts";
import type { Pane } from "../state.ts";

/** What frames the page: its bar, its panes and what went wrong. */
export interface LayoutWords {
  readonly skip: string;
  readonly playground: string;
  /** The group of buttons that choose a pane on narrow screens. */
  readonly panes: string;
  readonly pane: Readonly<Record<Pane, string>>;
  readonly hideSource: string;
  readonly showSource: string;
  readonly sourceWidth: string;
  /** What the JSON button opens. */
  readonly inspect: string;
  readonly unreachable: string;
  readonly close: string;
}

export const layoutWords: Readonly<Record<Locale, LayoutWords>> = {
  en: {
    skip: "Skip to the chat",
    playground: "Playground",
    panes: "Panes",
    pane: { channels: "Channels", chat: "Chat", source: "Source" },
    hideSource: "Hide the source",
    showSource: "Show the source",
    sourceWidth: "Width of the source",
    inspect: "Requests and responses",
    unreachable:
      "The playground's server does not answer. Is it still running? The page connects again as soon as it is back.",
    close: "Close",
  },
  "zh-CN": {
    skip: "跳到聊天",
    playground: "本地试用",
    panes: "栏目",
    pane: { channels: "频道", chat: "聊天", source: "原文" },
    hideSource: "收起原文",
    showSource: "展开原文",
    sourceWidth: "原文的宽度",
    inspect: "请求与响应",
    unreachable: "试用服务器没有回应，它还在运行吗？等它恢复，页面会自动重新连接。",
    close: "关闭",
  },
  "zh-TW": {
    skip: "跳到聊天",
    playground: "本機試用",
    panes: "欄位",
    pane: { channels: "頻道", chat: "聊天", source: "原文" },
    hideSource: "收合原文",
    showSource: "展開原文",
    sourceWidth: "原文的寬度",
    inspect: "請求與回應",
    unreachable: "試用伺服器沒有回應，它還在執行嗎？等它恢復，頁面會自動重新連線。",
    close: "關閉",
  },
};
