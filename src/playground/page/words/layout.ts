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
  /** Of the playground's server. */
  readonly unreachable: string;
  readonly botUnreachable: string;
  /** Discord's own words, and why it says them. */
  readonly tooLate: (bot: string) => string;
  readonly botRefused: (status: number) => string;
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
    botUnreachable: "The bot's endpoint could not be reached.",
    tooLate: (bot) =>
      `The application did not respond. Discord waits three seconds for an answer; ${bot} took longer. Try it again.`,
    botRefused: (status) => `The bot's endpoint answered with ${status}. “JSON” above shows what was sent.`,
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
    botUnreachable: "无法连接机器人的端点。",
    tooLate: (bot) => `该应用未响应。Discord 只等三秒，${bot} 没来得及回答。请再试一次。`,
    botRefused: (status) => `机器人的端点返回了 ${status}。点上方的“JSON”可以查看发送的内容。`,
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
    botUnreachable: "無法連線到機器人的端點。",
    tooLate: (bot) => `此應用程式未回應。Discord 只等三秒，${bot} 來不及回答。請再試一次。`,
    botRefused: (status) => `機器人的端點傳回了 ${status}。按上方的「JSON」可以查看送出的內容。`,
    close: "關閉",
  },
};
