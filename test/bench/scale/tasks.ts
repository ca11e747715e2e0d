import { z } from "zod";

/** What a process is asked to measure. */
export const ownTaskSchema = z.object({
  /** Where candidates are looked for. */
  kind: z.enum(["memory", "file", "database"]),
  /** The folder of articles. */
  articles: z.string(),
  /** The folder of indexes. */
  indexes: z.string(),
  /** Of a PostgreSQL server. */
  url: z.string().optional(),
  /** What may be kept of what can be had again. */
  megabytes: z.number(),
  questions: z.array(z.string()).readonly(),
  /** Of asking, at most. */
  seconds: z.number(),
  /** A file of `askedSchema`, which is written if it is not there, and otherwise searched with before anything is asked. */
  terms: z.string(),
});
export type OwnTask = z.infer<typeof ownTaskSchema>;

/** Of each question the terms that are looked for with their weights. */
export const askedSchema = z.array(z.array(z.object({ text: z.string(), weight: z.number() })));
export type AskedTerms = z.infer<typeof askedSchema>;

const times = z.object({ p50: z.number(), p99: z.number() });

export const ownFiguresSchema = z.object({
  /** From empty hands, or from what was made before, to a library. */
  openSeconds: z.number(),
  /** From the start of the process to its first answer. */
  readySeconds: z.number(),
  questions: z.number(),
  /** Milliseconds of a whole answer, loading included. */
  answer: times,
  /** Of finding candidates alone; absent where terms were not known yet. */
  search: times.optional(),
  /** Megabytes above the bot with its example article, when it is opened and when all was asked. */
  opened: z.number(),
  memory: z.number(),
  /** Of the process. */
  peakMemory: z.number(),
});
export type OwnFigures = z.infer<typeof ownFiguresSchema>;

export const bareTaskSchema = z.object({
  kind: z.enum(["FTS5", "GIN", "RUM"]),
  /** A file with a passage's terms in each line, as JSON. */
  passages: z.string(),
  /** The same of one more article. */
  another: z.string(),
  /** A file of `askedSchema`. */
  terms: z.string(),
  /** Where FTS5 makes its file. */
  folder: z.string(),
  url: z.string().optional(),
  seconds: z.number(),
});
export type BareTask = z.infer<typeof bareTaskSchema>;

export const bareFiguresSchema = z.object({
  indexSeconds: z.number(),
  addSeconds: z.number(),
  search: times,
  megabytes: z.number(),
});
export type BareFigures = z.infer<typeof bareFiguresSchema>;
