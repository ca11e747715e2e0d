import type { Locale } from "../../../render/locale.ts";

/** The help for the keyboard. */
export interface KeyboardWords {
  readonly title: string;
  readonly groups: readonly KeyGroup[];
}

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

export const keyboardWords: Readonly<Record<Locale, KeyboardWords>> = {
  en: {
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
  "zh-CN": {
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
  "zh-TW": {
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
};
