import { z } from "zod";

/**
 * What is kept about a server, as it stands in the store: records of a kind, each under a key. Rows come from outside, from
 * an older program or an import, so that each is parsed when it is read.
 */

/** A SHA-256 in hexadecimal. */
const hash = z.string().regex(/^[\da-f]{64}$/u);
/** Milliseconds since 1970, as far as there are dates. */
const time = z.int().nonnegative().max(8.64e15);
/** Discord's id of whoever did it; empty where they had it forgotten, or at the terminal. */
const person = z.string().max(20);
const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** One text that an article had, and the contents that it is kept as. */
export const versionRecord = z.object({
  /** SHA-256 of the text: the version that answers name. */
  version: hash,
  /** The content that holds the article as it was read, packed. */
  packed: hash,
  /** The content that is the file itself. */
  original: hash,
  /** The file's name and size in bytes. */
  file: z.string().min(1).max(255),
  bytes: z.int().nonnegative(),
  /** As it was read out of the file. */
  title: z.string(),
  language: z.string(),
  sections: z.int().nonnegative(),
  sentences: z.int().nonnegative(),
  at: time,
  by: person,
});
export type VersionRecord = z.infer<typeof versionRecord>;

/** An article of the server's own; its key is its id. */
export const articleRecord = z.object({
  /** What stands in place of the title that was read. */
  title: z.string().min(1).max(200).optional(),
  /** `zh` or `en`, in place of what was read. */
  language: z.enum(["zh", "en"]).optional(),
  /** Where it comes from: an address, or a name. */
  source: z.string().min(1).max(300).optional(),
  /** Oldest first; one text stands here once. */
  versions: z.array(versionRecord).min(1),
  /** The version in use. */
  active: hash,
  /** Ids that it had before. */
  formerIds: z.array(z.string()).default([]),
});
export type ArticleRecord = z.infer<typeof articleRecord>;

/** What was read and waits to be published; its key is the interaction that brought it. */
export const draftRecord = z.object({
  /** Under which id it will stand, and whether an article stands there that it replaces. */
  article: z.string().min(1).max(60),
  replaces: z.boolean(),
  /** The version in use that it was compared with, where it replaces one. */
  base: hash.optional(),
  title: articleRecord.shape.title,
  language: articleRecord.shape.language,
  source: articleRecord.shape.source,
  version: versionRecord,
  at: time,
  by: person,
});
export type DraftRecord = z.infer<typeof draftRecord>;

/** A question whose place people of the server chose; its key is chosen at random. */
export const taughtRecord = z.object({
  question: z.string().min(1).max(500),
  /** The article's id, the version that the place was chosen in, and the place: whole sentences. */
  article: z.string().min(1).max(60),
  version: hash,
  span,
  /** The text of the span, by which it is found again in another version. */
  text: z.string().min(1),
  /** The heading that it stands under, which tells equal sentences apart. */
  heading: z.string().max(300).default(""),
  /** Set where the article has changed and the sentence does not stand any more: it is to be looked at, and answers nothing. */
  lost: z.boolean().default(false),
  at: time,
  by: person,
});
export type TaughtRecord = z.infer<typeof taughtRecord>;

/** A line of the server's own synonyms, in the format of synonym tables: `a, b` or `a => b`. */
export const wordsRecord = z.object({ line: z.string().min(1).max(300), at: time, by: person });
export type WordsRecord = z.infer<typeof wordsRecord>;

/** What is asked in a channel or in all channels of a category; its key is the channel's id, or `server` for the default. */
export const scopeRecord = z.object({
  /** Ids; `any` is all that the server has, those of everybody included. */
  articles: z.union([z.literal("any"), z.array(z.string().min(1)).min(1).max(50)]),
  /** Roles of which one is needed to ask; none means that everybody may. */
  roles: z.array(z.string()).max(25).default([]),
});
export type ScopeRecord = z.infer<typeof scopeRecord>;

/** What is set for the server; its key is `server`. What is absent is as the environment says. */
export const settingsRecord = z.object({
  quotesPerAnswer: z.int().min(1).max(10).optional(),
  cooldownSeconds: z.int().min(0).max(3600).optional(),
  /** Answers to commands that do not say are seen by the asker alone. */
  private: z.boolean().optional(),
  /** In which language everybody is spoken to; absent means each in their own. */
  locale: z.enum(["en", "zh-CN", "zh-TW"]).optional(),
  forumChannels: z.array(z.string()).max(50).optional(),
  /** Where reports of gaps and their summary go. */
  gapChannel: z.string().optional(),
  weeklySummary: z.boolean().optional(),
  /** Whether threads may be opened on answers. */
  threads: z.boolean().optional(),
  /** Roles that may teach, beside those who run the server. */
  teachers: z.array(z.string()).max(25).optional(),
});
export type SettingsRecord = z.infer<typeof settingsRecord>;

/** A question that people sent as one that the articles lack; its key is made of its words, so that equal ones are one. */
export const gapRecord = z.object({
  question: z.string().min(1).max(500),
  /** Oldest first. */
  comments: z.array(z.object({ by: person, text: z.string().min(1).max(300) })).max(20),
  /** Who sent it, each once; of very many not all. */
  askers: z.array(person).max(1000),
  /** How many people sent it. */
  count: z.int().positive(),
  state: z.enum(["open", "answered", "outside", "dismissed"]),
  first: time,
  last: time,
  /** When somebody gave it a state last. */
  settled: time.optional(),
  /** What was asked when it was sent last: ids of articles with the beginnings of their versions. */
  versions: z.array(z.string().max(80)).max(5).default([]),
});
export type GapRecord = z.infer<typeof gapRecord>;

/** What is done once in a while; its key names it. */
export const routineRecord = z.object({ last: time });
export type RoutineRecord = z.infer<typeof routineRecord>;

/** Every kind of record there is. */
export const recordSchemas = {
  article: articleRecord,
  draft: draftRecord,
  taught: taughtRecord,
  words: wordsRecord,
  scope: scopeRecord,
  settings: settingsRecord,
  gap: gapRecord,
  routine: routineRecord,
};
export type RecordKind = keyof typeof recordSchemas;
