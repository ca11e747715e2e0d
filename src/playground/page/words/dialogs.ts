import type { Locale } from "../../../render/locale.ts";
import type { ExchangeKind, ExchangeOutcome } from "../dialogs/exchanges.ts";

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
  /** What the reader did, in words, with the name of the command or the control; that may be empty. */
  readonly did: Readonly<Record<ExchangeKind, (name: string) => string>>;
  /** What came of it. */
  readonly outcomes: Readonly<Record<ExchangeOutcome, string>>;
  readonly request: string;
  readonly response: (status: number) => string;
  /** In place of the response's title and body, where it came too late. */
  readonly late: string;
  readonly tooLate: string;
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
      did: {
        command: (name) => name,
        menu: (name) => `“${name}” on a message`,
        autocomplete: (name) => `${name}, while typing`,
        button: (name) => `Button “${name}”`,
        select: (name) => `Chosen: “${name}”`,
        form: (name) => `Form “${name}”`,
        other: () => "Something else",
      },
      outcomes: {
        answer: "an answer",
        "private-answer": "an answer that only you see",
        later: "an answer that comes later",
        unchanged: "nothing changed yet",
        change: "the message changed",
        suggestions: "suggestions",
        form: "a form opened",
        refused: "Discord would refuse it",
        "too-late": "no answer within three seconds",
        nothing: "no answer",
      },
      request: "Request, as it was signed",
      response: (status) => `Response, status ${status}`,
      late: "No response in time",
      tooLate:
        "Discord waits three seconds for the first response. Whatever comes later is refused: Unknown interaction.",
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
      did: {
        command: (name) => name,
        menu: (name) => `消息菜单“${name}”`,
        autocomplete: (name) => `输入 ${name} 时`,
        button: (name) => `按钮“${name}”`,
        select: (name) => `选择“${name}”`,
        form: (name) => `表单“${name}”`,
        other: () => "其他操作",
      },
      outcomes: {
        answer: "回答",
        "private-answer": "只有你能看到的回答",
        later: "稍后给出回答",
        unchanged: "暂不改动",
        change: "消息已更新",
        suggestions: "输入建议",
        form: "打开表单",
        refused: "Discord 会拒绝",
        "too-late": "三秒内没有回答",
        nothing: "没有回答",
      },
      request: "请求（签名时的内容）",
      response: (status) => `响应，状态码 ${status}`,
      late: "没有及时响应",
      tooLate: "Discord 只等三秒。之后才到的响应会被拒绝（Unknown interaction）。",
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
      did: {
        command: (name) => name,
        menu: (name) => `訊息選單「${name}」`,
        autocomplete: (name) => `輸入 ${name} 時`,
        button: (name) => `按鈕「${name}」`,
        select: (name) => `選擇「${name}」`,
        form: (name) => `表單「${name}」`,
        other: () => "其他操作",
      },
      outcomes: {
        answer: "回答",
        "private-answer": "只有你能看到的回答",
        later: "稍後給出回答",
        unchanged: "暫不更動",
        change: "訊息已更新",
        suggestions: "輸入建議",
        form: "開啟表單",
        refused: "Discord 會拒絕",
        "too-late": "三秒內沒有回答",
        nothing: "沒有回答",
      },
      request: "請求（簽章時的內容）",
      response: (status) => `回應，狀態碼 ${status}`,
      late: "沒有及時回應",
      tooLate: "Discord 只等三秒。之後才到的回應會被拒絕（Unknown interaction）。",
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
