import type { Locale } from "../../../render/locale.ts";

/** The message box and its list of completions. */
export interface BoxWords {
  readonly box: string;
  readonly message: (place: string) => string;
  readonly send: string;
  readonly commands: string;
  readonly people: string;
  readonly options: string;
  readonly theBot: string;
  readonly yes: string;
  readonly no: string;
  readonly moreOptions: (count: number) => string;
  readonly ready: string;
  readonly pressEnter: string;
  readonly remove: (option: string) => string;
  readonly replyingTo: (name: string) => string;
  readonly stopReplying: string;
  readonly charactersLeft: (count: number) => string;
  readonly tooLong: (most: number, length: number) => string;
  readonly tooShort: (least: number) => string;
  readonly missing: (option: string) => string;
  readonly noChoice: (option: string) => string;
  readonly noFile: (option: string) => string;
  /** Of text behind a command that takes none. */
  readonly noPlace: (text: string, command: string) => string;
  readonly noNumber: (option: string) => string;
  readonly noWholeNumber: (option: string) => string;
  readonly atLeast: (option: string, least: number) => string;
  readonly atMost: (option: string, most: number) => string;
  readonly attach: string;
  readonly attached: string;
  /** On the button of an option that is a file. */
  readonly chooseFile: string;
  readonly chosenFile: (name: string) => string;
  readonly noSuchCommand: (name: string) => string;
  /** Why the bot will stay silent; behind it stands a button. */
  readonly notMeant: (mention: string) => string;
  readonly askInstead: string;
  readonly found: (count: number) => string;
}

export const boxWords: Readonly<Record<Locale, BoxWords>> = {
  en: {
    box: "Message box",
    message: (place) => `Message ${place}`,
    send: "Send",
    commands: "Commands",
    people: "People",
    options: "More options",
    theBot: "the bot",
    yes: "True",
    no: "False",
    moreOptions: (count) => `+${count} more`,
    ready: "Nothing more to fill in",
    pressEnter: "Press Enter to send.",
    remove: (option) => `Remove ${option}`,
    replyingTo: (name) => `Replying to ${name}`,
    stopReplying: "Stop replying",
    charactersLeft: (count) => `${count} characters left`,
    tooLong: (most, length) => `At most ${most} characters; these are ${length}.`,
    tooShort: (least) => `At least ${least} characters.`,
    missing: (option) => `Please fill in “${option}”.`,
    noChoice: (option) => `Please choose one of the list for “${option}”.`,
    noFile: (option) => `Please choose a file for “${option}”.`,
    noPlace: (text, command) => `${command} has no place for “${text}”. Take it away to send the rest.`,
    noNumber: (option) => `“${option}” takes a number.`,
    noWholeNumber: (option) => `“${option}” takes a whole number.`,
    atLeast: (option, least) => `“${option}” is ${least} at least.`,
    atMost: (option, most) => `“${option}” is ${most} at most.`,
    attach: "Attach a file",
    attached: "Attached files",
    chooseFile: "Choose or drop a file",
    chosenFile: (name) => `${name}, choose another`,
    noSuchCommand: (name) => `There is no command ${name}.`,
    notMeant: (mention) => `Without ${mention} the bot stays silent.`,
    askInstead: "Use /ask",
    found: (count) => (count === 1 ? "1 suggestion" : `${count} suggestions`),
  },
  "zh-CN": {
    box: "输入框",
    message: (place) => `发消息到 ${place}`,
    send: "发送",
    commands: "命令",
    people: "成员",
    options: "更多选项",
    theBot: "机器人",
    yes: "是",
    no: "否",
    moreOptions: (count) => `还有 ${count} 个选项`,
    ready: "没有更多选项",
    pressEnter: "按 Enter 发送。",
    remove: (option) => `移除“${option}”`,
    replyingTo: (name) => `正在回复 ${name}`,
    stopReplying: "取消回复",
    charactersLeft: (count) => `还可输入 ${count} 个字符`,
    tooLong: (most, length) => `最多 ${most} 个字符，现有 ${length} 个。`,
    tooShort: (least) => `至少 ${least} 个字符。`,
    missing: (option) => `请填写“${option}”。`,
    noChoice: (option) => `请从列表中选择“${option}”。`,
    noFile: (option) => `请为“${option}”选择一个文件。`,
    noPlace: (text, command) => `${command} 没有地方放“${text}”。去掉它就可以发送。`,
    noNumber: (option) => `“${option}”要填数字。`,
    noWholeNumber: (option) => `“${option}”要填整数。`,
    atLeast: (option, least) => `“${option}”不能小于 ${least}。`,
    atMost: (option, most) => `“${option}”不能大于 ${most}。`,
    attach: "附加文件",
    attached: "已附加的文件",
    chooseFile: "选择或拖入文件",
    chosenFile: (name) => `${name}，重新选择`,
    noSuchCommand: (name) => `没有 ${name} 这个命令。`,
    notMeant: (mention) => `没有提到 ${mention}，机器人不会回答。`,
    askInstead: "改用 /提问",
    found: (count) => `${count} 条建议`,
  },
  "zh-TW": {
    box: "輸入框",
    message: (place) => `傳訊息到 ${place}`,
    send: "傳送",
    commands: "指令",
    people: "成員",
    options: "更多選項",
    theBot: "機器人",
    yes: "是",
    no: "否",
    moreOptions: (count) => `還有 ${count} 個選項`,
    ready: "沒有更多選項",
    pressEnter: "按 Enter 傳送。",
    remove: (option) => `移除「${option}」`,
    replyingTo: (name) => `正在回覆 ${name}`,
    stopReplying: "取消回覆",
    charactersLeft: (count) => `還可輸入 ${count} 個字元`,
    tooLong: (most, length) => `最多 ${most} 個字元，目前有 ${length} 個。`,
    tooShort: (least) => `至少 ${least} 個字元。`,
    missing: (option) => `請填寫「${option}」。`,
    noChoice: (option) => `請從清單中選擇「${option}」。`,
    noFile: (option) => `請為「${option}」選擇一個檔案。`,
    noPlace: (text, command) => `${command} 沒有地方放「${text}」。去掉它就可以送出。`,
    noNumber: (option) => `「${option}」要填數字。`,
    noWholeNumber: (option) => `「${option}」要填整數。`,
    atLeast: (option, least) => `「${option}」不能小於 ${least}。`,
    atMost: (option, most) => `「${option}」不能大於 ${most}。`,
    attach: "附加檔案",
    attached: "已附加的檔案",
    chooseFile: "選擇或拖入檔案",
    chosenFile: (name) => `${name}，重新選擇`,
    noSuchCommand: (name) => `沒有 ${name} 這個指令。`,
    notMeant: (mention) => `沒有提到 ${mention}，機器人不會回答。`,
    askInstead: "改用 /提問",
    found: (count) => `${count} 條建議`,
  },
};
