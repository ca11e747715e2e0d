import type { LibraryPhrases } from "./library-phrases.ts";

export const englishLibraryPhrases: LibraryPhrases = {
  nothingKept: "Nothing can be kept here: this works in servers alone, and where whoever runs me has set up a store.",
  undo: "Undo",
  none: "This server has no articles of its own yet. Bring one with `/library add`.",
  listed: (count) => (count === 1 ? "This server's own article:" : `This server's own ${count} articles:`),
};
