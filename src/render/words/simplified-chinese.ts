import { isNumber, type Words } from "./words.ts";

export const simplifiedChinese: Words = {
  source: "原文",
  version: (hash) => `版本 ${hash}`,
  atLandmarks: (reference, landmarks) => `${reference}（${landmarks.join("，")}）`,
  landmarks: {
    page: (first, last) => `第 ${first === last ? first : `${first}–${last}`} 页`,
    chapter: chapterWords,
    time: (first) => first,
  },
  declined: {
    "no-words": "这个问题里没有可以查找的词语。请用几个词来提问。",
    "nothing-found": "文章里没有与这个问题相近的内容，因此没有可以引用的句子。",
    "not-covered": "文章没有回答这个问题，因此没有可以引用的句子。",
    "unknown-language": "目前只能读懂中文和英文的问题。",
  },
  next: "换个说法再问，或者用 `/搜索`、`/目录` 找找看。",
  missing: (words, more = 0) => `文章里没有找到的词：${listWords(words, more)}`,
  unsure: "文章不一定回答了这个问题。最接近的段落：",
  nearest: "最接近的段落如下，但它们**没有**回答这个问题：",
  side: (compared) => `关于${/^[a-z\d]/iu.test(compared) ? " " : ""}${compared}`,
  added: (words, more = 0) => `沿用之前的问题：${listWords(words, more)}`,
  chosen: (reference, question) =>
    question === undefined
      ? `${reference} 是本服务器的成员为这个问题选定的出处。`
      : `${reference} 是本服务器的成员选定的出处，对应的问题是：${question}`,
  leftOut: (count) => `有 ${count} 段引文太长，这条消息放不下，已整段省略：`,
  fault: (id) => `程序出错了。如果再次发生，请把这个编号告诉管理员：${id}`,
  unknownCommand: "没有这个命令，或者它已被移除。请过几分钟再试。",
  oldControl: "这个按钮来自另一个版本，已经不能用了。请重新提问。",
  cannotWrite: (channelId) => `我想在 <#${channelId}> 回答你，但没有在那里发言的权限。请联系服务器管理员。`,
  busy: "现在提问的人太多，来不及回答。请稍后再试。",
  wait: (seconds) => `提问太快啦，请等 ${seconds} 秒再试。`,
  store: {
    unavailable: "现在读不到本服务器保存的内容，因此没有做任何更改。请过几分钟再试。",
    "read-only": "现在无法保存，因此没有做任何更改。请让机器人的管理员把存储改为可写。",
    full: "存储空间已满，无法保存，因此没有做任何更改。请让机器人的管理员腾出空间。",
    busy: "同时有别人在更改，因此没有做任何更改。请稍后再试。",
    opening: "本服务器的文章还在打开，请过几秒再问。",
  },
  mayNotAsk: "在这里只有特定身份组的成员可以向我提问。可以请服务器管理员告诉你在哪里提问。",
  attachment: {
    foreign: "只能读取在 Discord 里上传的附件。请直接上传文件。",
    "too-large": "这个文件太大了。请上传小一点的文件，或只上传其中一部分。",
    gone: "Discord 上已经没有这个文件了。请重新上传。",
    unreachable: "没能及时从 Discord 取到文件。请稍后再试。",
  },
  work: {
    full: "同时处理的任务已达上限。请过一分钟再试。",
    calledOff: {
      asker: "已取消，没有做任何更改。",
      restart: "机器人正在重启，没能完成。请过一分钟重新操作。",
      time: "超过了 Discord 允许的时间，已停止。请再试一次；如果有文件，请换小一点的。",
    },
    unseen: "机器人重启了，没能显示结果。操作已经完成，可以在 `/设置 历史` 里查看。",
    over: "已经没有可以取消的任务：它已完成，或者机器人中途重启了。如果没有看到结果，请重新操作。",
    forbidden: "只有发起的人或服务器管理员可以取消。",
  },
};

function listWords(words: readonly string[], more: number): string {
  return `${words.map((word) => `“${word}”`).join("、")}${more > 0 ? `，另有 ${more} 个` : ""}`;
}

/** A chapter without a number goes by its heading. */
function chapterWords(first: string, last: string): string {
  if (!isNumber(first) || !isNumber(last)) return first === last ? first : `${first} – ${last}`;
  return `第 ${first === last ? first : `${first}–${last}`} 章`;
}
