import type { Locale } from "../../../render/locale.ts";
import type { ExchangeKind } from "../dialogs/exchanges.ts";

/** The form and the inspector. */
export interface DialogWords {
  readonly cancel: string;
  readonly submit: string;
  readonly copy: string;
  readonly copied: string;
  readonly inspector: InspectorWords;
}

export interface InspectorWords {
  readonly title: string;
  readonly none: string;
  readonly list: string;
  readonly kinds: Readonly<Record<ExchangeKind, string>>;
  readonly request: string;
  readonly response: (status: number) => string;
  readonly unreachable: string;
  readonly noResponse: string;
  /** What the signature covers. */
  readonly signature: string;
  readonly refused: string;
  /** Of Discord's response types. */
  readonly responseTypes: Readonly<Record<string, string>>;
}

export const dialogWords: Readonly<Record<Locale, DialogWords>> = {
  en: {
    cancel: "Cancel",
    submit: "Submit",
    copy: "Copy",
    copied: "Copied",
    inspector: {
      title: "Requests and responses",
      none: "Nothing was sent yet. Ask the bot something, then look here.",
      list: "Interactions, newest first",
      kinds: {
        command: "command",
        menu: "message menu",
        autocomplete: "suggestions",
        button: "button",
        select: "select menu",
        form: "form",
        other: "interaction",
      },
      request: "Request, as it was signed",
      response: (status) => `Response, status ${status}`,
      unreachable: "The bot's endpoint could not be reached.",
      noResponse: "The response has no body.",
      signature:
        "X-Signature-Ed25519 signs X-Signature-Timestamp and the body, byte for byte. The bot refuses what was changed.",
      refused: "Discord would refuse this:",
      responseTypes: {
        "4": "a message",
        "5": "a message that comes later",
        "6": "nothing changes yet",
        "7": "the message changes",
        "8": "suggestions",
        "9": "a form",
      },
    },
  },
  "zh-CN": {
    cancel: "取消",
    submit: "提交",
    copy: "复制",
    copied: "已复制",
    inspector: {
      title: "请求与响应",
      none: "还没有发送任何内容。先向机器人提问，再来这里查看。",
      list: "交互记录，最新的在前",
      kinds: {
        command: "命令",
        menu: "消息菜单",
        autocomplete: "输入建议",
        button: "按钮",
        select: "选择菜单",
        form: "表单",
        other: "交互",
      },
      request: "请求（签名时的内容）",
      response: (status) => `响应，状态码 ${status}`,
      unreachable: "无法连接机器人的端点。",
      noResponse: "响应没有正文。",
      signature: "X-Signature-Ed25519 对 X-Signature-Timestamp 和正文逐字节签名；内容被改动过，机器人就会拒收。",
      refused: "Discord 会拒绝这个响应：",
      responseTypes: {
        "4": "一条消息",
        "5": "稍后给出的消息",
        "6": "暂不改动",
        "7": "更新消息",
        "8": "输入建议",
        "9": "一张表单",
      },
    },
  },
  "zh-TW": {
    cancel: "取消",
    submit: "送出",
    copy: "複製",
    copied: "已複製",
    inspector: {
      title: "請求與回應",
      none: "還沒有送出任何內容。先向機器人提問，再來這裡查看。",
      list: "互動紀錄，最新的在前",
      kinds: {
        command: "指令",
        menu: "訊息選單",
        autocomplete: "輸入建議",
        button: "按鈕",
        select: "選擇選單",
        form: "表單",
        other: "互動",
      },
      request: "請求（簽章時的內容）",
      response: (status) => `回應，狀態碼 ${status}`,
      unreachable: "無法連線到機器人的端點。",
      noResponse: "回應沒有內文。",
      signature: "X-Signature-Ed25519 對 X-Signature-Timestamp 和內文逐位元組簽章；內容被更動過，機器人就會拒收。",
      refused: "Discord 會拒絕這個回應：",
      responseTypes: {
        "4": "一則訊息",
        "5": "稍後給出的訊息",
        "6": "暫不更動",
        "7": "更新訊息",
        "8": "輸入建議",
        "9": "一張表單",
      },
    },
  },
};
