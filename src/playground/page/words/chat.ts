import type { Locale } from "../../../render/locale.ts";

/** What there is to put the bot to the test with. */
interface Trials {
  readonly asks: boolean;
  readonly checks: boolean;
}

export interface ChatWords {
  readonly messages: (channel: string) => string;
  readonly topic: {
    readonly text: string;
    readonly thread: (parent: string) => string;
    readonly direct: string;
    readonly gaps: string;
  };
  readonly welcome: {
    readonly text: (channel: string) => string;
    readonly thread: (name: string) => string;
    readonly direct: (bot: string) => string;
    readonly gaps: (channel: string) => string;
  };
  readonly whatToDo: {
    readonly text: string;
    readonly thread: string;
    readonly direct: string;
    readonly gaps: (button: string) => string;
  };
  /** Above the suggested questions. */
  readonly tryThis: string;
  /** Above what the bot does not answer, and with it a quote that is not quite right. */
  readonly trials: (shown: Trials) => string;
  /** Suggested in a thread. */
  readonly askOn: readonly string[];
  readonly newMessages: string;
  /** Shows more of a long chat. */
  readonly earlier: (hidden: number) => string;
  readonly waiting: (bot: string) => string;
  readonly toParent: string;

  readonly edited: string;
  readonly used: (
    who: string,
    command: string,
  ) => { readonly before: string; readonly command: string; readonly after: string };
  readonly repliesTo: (who: string) => string;
  readonly onlyYou: string;
  readonly dismiss: string;
  readonly reactions: string;
  readonly thread: (replies: number) => string;
  readonly openThread: (name: string) => string;
  readonly message: (who: string, time: string) => string;
  readonly today: (time: string) => string;
  readonly spoiler: string;
  readonly download: string;
  readonly goTo: (reference: string) => string;
  readonly unknownUser: string;
  readonly unknownChannel: string;

  readonly reply: string;
  readonly more: string;
  readonly json: string;
  readonly actions: string;
  readonly apps: string;
  readonly copyText: string;
  readonly cannotCopy: string;
  readonly choose: string;
}

export const chatWords: Readonly<Record<Locale, ChatWords>> = {
  en: {
    messages: (channel) => `Messages in ${channel}`,
    topic: {
      text: "Everybody on the server reads along",
      thread: (parent) => `A thread in ${parent}`,
      direct: "Between you and the bot",
      gaps: "What readers found missing",
    },
    welcome: {
      text: (channel) => `Welcome to ${channel}`,
      thread: (name) => name,
      direct: (bot) => `Your messages with ${bot}`,
      gaps: (channel) => `Welcome to ${channel}`,
    },
    whatToDo: {
      text: "Ask with /ask, or mention the bot. Every answer is a quote, word for word; the article beside the chat shows where it stands.",
      thread: "Just ask on: every message here is a question, and follow-ups like “Why?” are understood.",
      direct: "Write anything: every message is a question about the article.",
      gaps: (button) =>
        `When the bot has no answer, readers can press “${button}” below it. Their question, their name and what they add are posted here, and kept in the list of /library gaps for the people who look after the articles. Nothing is sent unless somebody presses the button. On your server this channel is the one that /settings names; nothing leaves this page's machine.`,
    },
    tryThis: "Try one of these",
    trials: ({ asks, checks }) => {
      const what = [...(asks ? ["a question without an answer"] : []), ...(checks ? ["a quote with a mistake"] : [])];
      return `Or put it to the test: ${what.join(", and ")}`;
    },
    askOn: ["Why?", "How many?", "What came next?"],
    newMessages: "New messages",
    earlier: (hidden) => (hidden === 1 ? "Show one earlier message" : `Show earlier messages (${hidden})`),
    waiting: (bot) => `${bot} is thinking…`,
    toParent: "Back to the channel",
    edited: "(edited)",
    used: (who, command) => ({ before: `${who} used `, command, after: "" }),
    repliesTo: (who) => `Replies to ${who}`,
    onlyYou: "Only you can see this",
    dismiss: "Dismiss message",
    reactions: "Reactions",
    thread: (replies) => (replies === 1 ? "1 message" : `${replies} messages`),
    openThread: (name) => `Open the thread “${name}”`,
    message: (who, time) => `${who}, ${time}`,
    today: (time) => `Today at ${time}`,
    spoiler: "Show the spoiler",
    download: "Download",
    goTo: (reference) => `Show ${reference} in the article`,
    unknownUser: "@unknown user",
    unknownChannel: "#unknown",
    reply: "Reply",
    more: "More actions",
    json: "Look at JSON",
    actions: "Actions on this message",
    apps: "Apps",
    copyText: "Copy text",
    cannotCopy: "The browser did not let the page copy.",
    choose: "Choose",
  },
  "zh-CN": {
    messages: (channel) => `${channel} 里的消息`,
    topic: {
      text: "服务器里人人可见",
      thread: (parent) => `${parent} 里的子区`,
      direct: "只有你和机器人",
      gaps: "读者没有找到的内容",
    },
    welcome: {
      text: (channel) => `欢迎来到 ${channel}`,
      thread: (name) => name,
      direct: (bot) => `你和 ${bot} 的私信`,
      gaps: (channel) => `欢迎来到 ${channel}`,
    },
    whatToDo: {
      text: "输入 /提问，或者提及机器人。每个回答都逐字引用原文；聊天旁边的文章会标出它在哪里。",
      thread: "接着问就行：这里的每条消息都是提问，“为什么？”这样的追问也听得懂。",
      direct: "直接写：每条消息都是对文章的提问。",
      gaps: (button) =>
        `机器人答不上来时，读者可以按下面的“${button}”。提问、提问者的名字和补充说明会发到这里，也会留在 /library gaps 的列表里，供维护文章的人查看。没有人按按钮，就什么都不会发送。在你的服务器里，这就是 /settings 指定的频道；在这个页面上，任何内容都不会离开这台电脑。`,
    },
    tryThis: "试试这些",
    trials: ({ asks, checks }) => {
      const what = [...(asks ? ["文章里没有答案的提问"] : []), ...(checks ? ["一段有错的引文"] : [])];
      return `或者考考它：${what.join("，和")}`;
    },
    askOn: ["为什么？", "多少？", "后来呢？"],
    newMessages: "新消息",
    earlier: (hidden) => `显示更早的消息（${hidden}）`,
    waiting: (bot) => `${bot} 正在思考…`,
    toParent: "回到频道",
    edited: "(已编辑)",
    used: (who, command) => ({ before: `${who} 使用了 `, command, after: "" }),
    repliesTo: (who) => `回复 ${who}`,
    onlyYou: "只有你能看到这条消息",
    dismiss: "关闭这条消息",
    reactions: "表情回应",
    thread: (replies) => `${replies} 条消息`,
    openThread: (name) => `打开子区“${name}”`,
    message: (who, time) => `${who}，${time}`,
    today: (time) => `今天 ${time}`,
    spoiler: "显示剧透",
    download: "下载",
    goTo: (reference) => `在文章里查看 ${reference}`,
    unknownUser: "@未知用户",
    unknownChannel: "#未知频道",
    reply: "回复",
    more: "更多操作",
    json: "查看 JSON",
    actions: "对这条消息的操作",
    apps: "应用",
    copyText: "复制文字",
    cannotCopy: "浏览器不允许复制。",
    choose: "选择",
  },
  "zh-TW": {
    messages: (channel) => `${channel} 裡的訊息`,
    topic: {
      text: "伺服器裡人人可見",
      thread: (parent) => `${parent} 裡的討論串`,
      direct: "只有你和機器人",
      gaps: "讀者沒有找到的內容",
    },
    welcome: {
      text: (channel) => `歡迎來到 ${channel}`,
      thread: (name) => name,
      direct: (bot) => `你和 ${bot} 的私人訊息`,
      gaps: (channel) => `歡迎來到 ${channel}`,
    },
    whatToDo: {
      text: "輸入 /提問，或提及機器人。每個回答都逐字引用原文；聊天旁邊的文章會標出它在哪裡。",
      thread: "接著問就好：這裡的每則訊息都是提問，「為什麼？」這樣的追問也聽得懂。",
      direct: "直接寫：每則訊息都是對文章的提問。",
      gaps: (button) =>
        `機器人答不上來時，讀者可以按下方的「${button}」。提問、提問者的名字和補充說明會發到這裡，也會留在 /library gaps 的清單裡，供維護文章的人查看。沒有人按按鈕，就什麼都不會送出。在你的伺服器裡，這就是 /settings 指定的頻道；在這個頁面上，任何內容都不會離開這台電腦。`,
    },
    tryThis: "試試這些",
    trials: ({ asks, checks }) => {
      const what = [...(asks ? ["文章裡沒有答案的提問"] : []), ...(checks ? ["一段有錯的引文"] : [])];
      return `或者考考它：${what.join("，和")}`;
    },
    askOn: ["為什麼？", "多少？", "後來呢？"],
    newMessages: "新訊息",
    earlier: (hidden) => `顯示更早的訊息（${hidden}）`,
    waiting: (bot) => `${bot} 正在思考…`,
    toParent: "回到頻道",
    edited: "(已編輯)",
    used: (who, command) => ({ before: `${who} 使用了 `, command, after: "" }),
    repliesTo: (who) => `回覆 ${who}`,
    onlyYou: "只有你能看到這則訊息",
    dismiss: "關閉這則訊息",
    reactions: "表情回應",
    thread: (replies) => `${replies} 則訊息`,
    openThread: (name) => `開啟討論串「${name}」`,
    message: (who, time) => `${who}，${time}`,
    today: (time) => `今天 ${time}`,
    spoiler: "顯示劇透",
    download: "下載",
    goTo: (reference) => `在文章裡查看 ${reference}`,
    unknownUser: "@未知使用者",
    unknownChannel: "#未知頻道",
    reply: "回覆",
    more: "更多操作",
    json: "查看 JSON",
    actions: "對這則訊息的操作",
    apps: "應用程式",
    copyText: "複製文字",
    cannotCopy: "瀏覽器不允許複製。",
    choose: "選擇",
  },
};
