import type { LibraryPhrases } from "./library-phrases.ts";

export const simplifiedChineseLibraryPhrases: LibraryPhrases = {
  nothingKept: "这里无法保存任何内容：此功能只在服务器内可用，并且需要运行者配置存储。",
  undo: "撤销",
  none: "本服务器还没有自己的文章。用 `/library add` 添加一篇。",
  listed: (count) => `本服务器自己的文章（${count} 篇）：`,
};
