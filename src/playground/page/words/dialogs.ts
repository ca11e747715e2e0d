import type { Locale } from "../../../render/locale.ts";
import type { ExchangeKind } from "../dialogs/exchanges.ts";

/** The form, the inspector and the help for the keyboard. */
export interface DialogWords {
  readonly cancel: string;
  readonly submit: string;
  readonly copy: string;
  readonly copied: string;
  readonly inspector: InspectorWords;
  readonly keyboard: { readonly title: string; readonly groups: readonly KeyGroup[] };
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

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
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
    keyboard: {
      title: "Keyboard",
      groups: [
        {
          title: "Everywhere",
          keys: [
            ["Tab", "next control; Shift+Tab: the one before"],
            ["Enter", "use the control; Space does the same for buttons"],
            ["Alt+↑ / Alt+↓", "channel above or below"],
            ["?", "this help"],
            ["{", "requests and responses"],
            ["Esc", "close what is open"],
          ],
        },
        {
          title: "Message box",
          keys: [
            ["/", "choose a command"],
            ["↑ / ↓", "move through suggestions; in an empty box: what was sent before"],
            ["Tab, Enter", "take the suggestion"],
            ["Enter", "send; Shift+Enter: new line"],
            ["Backspace", "from an empty option back to the one before"],
            ["Esc", "close the suggestions, or stop replying"],
          ],
        },
        {
          title: "Messages",
          keys: [["Shift+F10", "menu of the message"]],
        },
        {
          title: "Source",
          keys: [
            ["↑ / ↓", "from sentence number to sentence number"],
            ["Enter", "take the sentence: check, ask, cite"],
            ["← / →", "on the edge: wider or narrower"],
            ["Home / End", "on the edge: narrowest or widest"],
          ],
        },
      ],
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
    keyboard: {
      title: "键盘操作",
      groups: [
        {
          title: "任何地方",
          keys: [
            ["Tab", "下一个控件；Shift+Tab 回到上一个"],
            ["Enter", "使用控件；按钮也可用空格键"],
            ["Alt+↑ / Alt+↓", "上一个或下一个频道"],
            ["?", "打开本说明"],
            ["{", "查看请求与响应"],
            ["Esc", "关闭打开的内容"],
          ],
        },
        {
          title: "输入框",
          keys: [
            ["/", "选择命令"],
            ["↑ / ↓", "在建议中移动；输入框为空时，找回发送过的内容"],
            ["Tab, Enter", "采用建议"],
            ["Enter", "发送；Shift+Enter 换行"],
            ["Backspace", "从空选项退回上一个"],
            ["Esc", "关闭建议，或取消回复"],
          ],
        },
        {
          title: "消息",
          keys: [["Shift+F10", "打开消息菜单"]],
        },
        {
          title: "原文",
          keys: [
            ["↑ / ↓", "在句子编号之间移动"],
            ["Enter", "选取句子：核对、提问、引用"],
            ["← / →", "在边线上：加宽或收窄"],
            ["Home / End", "在边线上：最窄或最宽"],
          ],
        },
      ],
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
    keyboard: {
      title: "鍵盤操作",
      groups: [
        {
          title: "任何地方",
          keys: [
            ["Tab", "下一個控制項；Shift+Tab 回到上一個"],
            ["Enter", "使用控制項；按鈕也可用空白鍵"],
            ["Alt+↑ / Alt+↓", "上一個或下一個頻道"],
            ["?", "開啟本說明"],
            ["{", "查看請求與回應"],
            ["Esc", "關閉開啟的內容"],
          ],
        },
        {
          title: "輸入框",
          keys: [
            ["/", "選擇指令"],
            ["↑ / ↓", "在建議中移動；輸入框為空時，找回送出過的內容"],
            ["Tab, Enter", "採用建議"],
            ["Enter", "送出；Shift+Enter 換行"],
            ["Backspace", "從空選項退回上一個"],
            ["Esc", "關閉建議，或取消回覆"],
          ],
        },
        {
          title: "訊息",
          keys: [["Shift+F10", "開啟訊息選單"]],
        },
        {
          title: "原文",
          keys: [
            ["↑ / ↓", "在句子編號之間移動"],
            ["Enter", "選取句子：核對、提問、引用"],
            ["← / →", "在邊線上：加寬或收窄"],
            ["Home / End", "在邊線上：最窄或最寬"],
          ],
        },
      ],
    },
  },
};
