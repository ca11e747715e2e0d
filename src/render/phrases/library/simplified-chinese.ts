import { megabytes } from "../../megabytes.ts";
import type { LibraryPhrases } from "./library-phrases.ts";

export const simplifiedChineseLibraryPhrases: LibraryPhrases = {
  nothingKept: "这里无法保存任何内容：此功能只在服务器内可用，并且需要机器人的管理员配置存储。",
  noFiles: "这里无法读取文件，原因请询问机器人的管理员。",
  notYours: "只有添加者本人或服务器管理员可以这样做。",
  noSuchArticle: (ids) =>
    ids.length === 0
      ? "本服务器还没有自己的文章。用 `/文库 添加` 添加一篇。"
      : `本服务器没有这篇文章。现有：${ids.join(" · ")}`,
  undo: "撤销",
  undone: (subject) => `↩ 已撤销：${subject}`,
  notAsked: (id) => `现在不再用 **${id}** 回答。`,
  askedAgain: (id) => `现在又用 **${id}** 回答。`,
  inUseNow: (id, version) => `**${id}** 现在用的是 ${version} 的版本。`,
  undoRefused: {
    unknown: "已无法撤销：它已经撤销过，或者时间太久了。",
    "changed-since": "无法直接撤销：它改动的内容后来又改过了。",
  },
  list: {
    none: "本服务器还没有自己的文章。用 `/文库 添加` 添加一篇。",
    listed: (count) => `本服务器自己的文章（${count} 篇）：`,
    line: (versions, sentences) => `${sentences} 句 · ${versions} 个版本`,
    drafts: (count) => `${count} 份草稿等待发布。`,
    unreadable: (names) => `⚠ 已损坏或丢失，不再用于回答：${names}。请重新提交文件，或请运行本机器人的人恢复备份。`,
  },
  bring: {
    noAttachment: "这条消息没有文件。请附上文档本身：PDF、Word、EPUB、HTML、Markdown、纯文本……",
    choose: "选哪个文件？",
    chooseAgain: "我已经不记得这些文件了，请重新从消息菜单选择。",
    fetching: (name) => `正在获取 ${name} ……`,
    reading: (name, share) => (share === undefined ? `正在读取 ${name} ……` : `正在读取 ${name} …… ${share} %`),
    comparing: "正在与现用版本比较……",
    stop: "取消",
    unreadable: "我读不了这个文件。读取程序说（英文）：",
    refused: (refusal, article) => {
      switch (refusal.kind) {
        case "no-such-article":
          return `没有（或不再有）可以替换的文章 \`${article}\`。`;
        case "taken":
          return `\`${article}\` 是所有服务器共用的文章，不能替换。请另取一个 id。`;
        case "same-text":
          return `\`${article}\` 现在就是这份文字：不会有任何变化。`;
        case "too-many-articles":
          return `本服务器已有 ${refusal.most} 篇自己的文章，达到上限。请先移除一篇。`;
        case "too-many-drafts":
          return `已有 ${refusal.most} 份草稿等待发布，达到上限。请先发布或取消一些。`;
        case "too-many-bytes":
          return `本服务器的文件共 ${megabytes(refusal.kept)}，上限为 ${megabytes(refusal.most)}，放不下了。请先移除一篇文章。`;
      }
    },
    badId: "id 需要有字母或数字，例如 `house-rules`。",
  },
  draft: {
    ready: "可以发布",
    replaces: "可以替换",
    facts: (sections, sentences, leftOut) =>
      [`${sections} 节`, `${sentences} 句`, ...(leftOut > 0 ? [`略去 ${leftOut} 行`] : [])].join(" · "),
    languages: { zh: "中文", en: "英文" },
    begins: "开头",
    headings: "章节",
    questions: "可以这样问",
    fewSentences: (count) => `只有 ${count} 句：文件读得对吗？`,
    sameText: (articles) => `同样的文字已经有了：${articles.join(" · ")}。`,
    replacesByName: (id) => `\`${id}\` 已经存在：发布会替换它。要两篇都保留，请另取一个 id。`,
    waits: "发布之前不会用它回答任何人。草稿保留一天。",
    publish: "发布",
    drop: "取消",
    publishing: (id) => `正在发布 \`${id}\` ……`,
    published: (title, id) => `✔ **${title}** 已发布为 \`${id}\`，现在起用它回答问题。`,
    replaced: (title, id) => `✔ \`${id}\` 已替换为 **${title}**，现在起用它回答问题；以前的回答仍保留所引用的版本。`,
    dropped: "已取消，没有发布任何内容。",
    refused: (refusal) => {
      switch (refusal.kind) {
        case "unknown":
          return "这份草稿已经不在了：它已发布或已取消。";
        case "expired":
          return "这份草稿已等待超过一天。请重新添加文件。";
        case "taken":
          return `期间已发布了另一篇 \`${refusal.article}\`。请重新添加以替换它，或另取一个 id。`;
        case "gone":
          return `期间文章 \`${refusal.article}\` 已被移除，没有可以替换的。请重新添加文件。`;
        case "changed":
          return `这份草稿显示之后，\`${refusal.article}\` 又有改动，它要替换的已不是当时那一版。请重新添加文件，看看现在会有什么改动。`;
        case "too-many-articles":
          return `本服务器已有 ${refusal.most} 篇自己的文章，达到上限。请先移除一篇。`;
      }
    },
  },
  changes: {
    same: "与现用版本没有任何一句不同。",
    counts: ({ altered, added, removed, moved, same }) =>
      `句子：**${altered}** 改动 · **${added}** 新增 · **${removed}** 删去 · **${moved}** 移动 · ${same} 不变`,
    altered: "改动",
    added: "新增",
    removed: "删去",
    moved: "移动",
    sectionsAdded: (headings) => `新增的节：${headings.join(" · ")}`,
    sectionsRemoved: (headings) => `删去的节：${headings.join(" · ")}`,
    taughtLost: (questions, count) => `${count} 个已选定出处的问题将不再适用：${listed(questions, count)}`,
    taughtFound: (count) => `${count} 个已选定出处的问题将重新适用。`,
    words: (lines, count) => `服务器用词中有 ${count} 行将不再指向任何原文：${listed(lines, count)}`,
    whole: "全部改动见文件。",
  },
  show: {
    inUse: "现用",
    version: (sections, sentences) => `${sections} 节 · ${sentences} 句`,
    source: "来源",
    formerIds: (ids) => `以前的 id：${ids.join(" · ")}`,
    taught: (count, lost) => `已选定出处的问题：${count}${lost > 0 ? `，其中 ${lost} 个不再适用` : ""}`,
    scopes: (channels, isDefault) => `指定用于：${[...(isDefault ? ["整个服务器"] : []), ...channels].join(" · ")}`,
    more: (count) => `另有 ${count} 个更早的版本`,
    weighs: (own, of) => `本服务器的全部文件：${own}，上限 ${of}`,
  },
  rollback: {
    done: (id, version) => `✔ \`${id}\` 已回到 ${version} 的版本。`,
    refused: {
      "no-such-article": "本服务器没有（或不再有）这篇文章。",
      "no-such-version": "没有保留这个版本。`/文库 查看` 会列出保留的版本。",
      "no-earlier-version": "没有更早的版本。要换到较新的版本，请写明是哪个。",
      "in-use": "这个版本正在使用。",
    },
  },
  remove: {
    confirm: (title, id, versions) =>
      `移除 **${title}** \`${id}\` 及其${versions === 1 ? "唯一的版本" : `全部 ${versions} 个版本`}？此后不再用它回答，以前回答的按钮会说明它已不在。可以撤销。`,
    button: "移除",
    keep: "保留",
    kept: "没有任何改动。",
    done: (id) => `✔ 已移除 \`${id}\`。`,
  },
  rename: {
    done: (id, title) => `✔ 现在叫 **${title}** \`${id}\`。`,
    refused: {
      "no-such-article": "本服务器没有（或不再有）这篇文章。",
      taken: "另一篇文章已用这个 id。",
      "nothing-to-change": "请给出新的 id、新的标题，或两者。",
    },
  },
  export: {
    fetching: "正在查找文件……",
    done: (name) => `${name}，与当初添加时一样：`,
    all: "本服务器的全部内容，不含任何人的名字。机器人的管理员可以重新导入：`npm run library -- import`。",
    lost: "这个文件已不再保留。",
    tooLarge: (weight) => `共 ${weight}，超过 Discord 的上限。机器人的管理员可以导出它。`,
  },
  verify: {
    stood: ({ title, date, hash }) => `📜 它逐字见于 **${title}** ${date} 的旧版本（${hash}）。`,
    present: "现在的版本写的是：",
  },
};

function listed(some: readonly string[], count: number): string {
  return [...some, ...(count > some.length ? [`另有 ${count - some.length} 个`] : [])].join(" · ");
}
