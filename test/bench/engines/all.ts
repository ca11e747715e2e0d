/** The engines' files, in the order of the table. Each is loaded in a process of its own. */
export const engineNames = [
  "yuanwen",
  "minisearch",
  "minisearch-words",
  "flexsearch",
  "orama",
  "lunr",
  "fuse",
  "fuse-words",
  "fts5-trigram",
  "fts5-unicode61",
] as const;

export type EngineName = (typeof engineNames)[number];
