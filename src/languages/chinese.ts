import type { Language } from "./language.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Chinese in either script; all words here are Simplified because terms are folded before they are compared. */
export const chinese: Language = {
  code: "zh",
  script: "Han",
  abbreviations: new Set(),
  numberAbbreviations: new Set(),
  finalAbbreviations: new Set(),
  stopWords: words(`
    的 了 在 是 和 与 或 及 而 但 也 都 就 又 还 则 于 以 被 把 对 从 向 到 由 为 给 让 使 将 其 之 者 所 着 过 地 得
    这 那 此 该 本 每 各 某 个 些 这个 那个 这些 那些 一个 一种 有 没有 不 没 很 更 最 太 吗 呢 吧 啊 呀 嘛 么
    我 你 他 她 它 我们 你们 他们 她们 它们 自己 什么 怎么 怎样 如何 为什么 为何 哪 哪个 哪些 哪里 哪儿 谁 几 多少
    多 吗 是否 是不是 有没有 能不能 可以 能 会 要 请问 请 告诉 知道 一下 因为 所以 如果 虽然 并 且 并且
  `),
};
