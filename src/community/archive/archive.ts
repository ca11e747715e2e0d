import { z } from "zod";
import { articleRecord, gapRecord, scopeRecord, settingsRecord, taughtRecord, wordsRecord } from "../records.ts";

/** The form of an archive; another one gets another number. */
export const ARCHIVE_FORMAT = 1;

/** The file of an archive that tells what the others are. */
export const MANIFEST = "yuanwen.json";

const records = <Value extends z.ZodType>(value: Value) => z.record(z.string().min(1).max(200), value).default({});

/** As ids are made of files' names. */
const articleId = z.string().regex(/^[\p{L}\p{N}._-]{1,60}$/u);

/** All that an archive says about a server, under the names that its records have in the store. */
export const manifestSchema = z.object({
  format: z.literal("yuanwen"),
  version: z.literal(ARCHIVE_FORMAT),
  /** When it was written: ISO 8601. */
  written: z.iso.datetime(),
  /** Discord's id of the server. */
  guild: z.string().min(1).max(20),
  /** Where the files of articles and what was read out of them stand in the archive, by their SHA-256. */
  files: z.record(z.string().regex(/^[\da-f]{64}$/u), z.string().min(1)),
  article: z.record(articleId, articleRecord).default({}),
  taught: records(taughtRecord),
  words: records(wordsRecord),
  scope: records(scopeRecord),
  settings: records(settingsRecord),
  gap: records(gapRecord),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The kinds of records that go into an archive, in their order there. */
export const archivedKinds = ["article", "taught", "words", "scope", "settings", "gap"] as const;

/** What a server has, to be kept as a file and to be brought into another server. */
export interface Archive {
  readonly manifest: Manifest;
  /** By their SHA-256. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Something is no archive, or not a whole one; the message says what is wrong, in one line. */
export class ArchiveError extends Error {}
