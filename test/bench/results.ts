import { z } from "zod";

/** What a measuring process is asked to do. */
export const taskSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quality"), set: z.string(), sample: z.number() }),
  z.object({ kind: z.literal("speed"), corpus: z.string(), seconds: z.number() }),
]);
export type Task = z.infer<typeof taskSchema>;

/** The file that such a corpus stands in. */
export const corpusSchema = z.object({ passages: z.array(z.string()), questions: z.array(z.string()) });

export const qualitySchema = z.object({
  where: z.enum(["article", "library"]),
  questions: z.number(),
  /** Per cent. */
  hit1: z.number(),
  hit3: z.number(),
});
export type Quality = z.infer<typeof qualitySchema>;

export const speedSchema = z.object({
  indexSeconds: z.number(),
  /** So many were asked within the time limit. */
  questions: z.number(),
  /** Milliseconds. */
  p50: z.number(),
  p99: z.number(),
  /** Megabytes that the process holds at the end, and at its highest. */
  memory: z.number(),
  peakMemory: z.number(),
});
export type Speed = z.infer<typeof speedSchema>;

/** A process that took too long or failed has no figures but its reason. */
export type Measured<T> = T | { readonly failed: string };

export interface EngineResult {
  readonly name: string;
  readonly version: string;
  readonly settings: string;
  readonly quality: readonly { readonly set: string; readonly figures: Measured<readonly Quality[]> }[];
  readonly speed: readonly { readonly passages: number; readonly figures: Measured<Speed> }[];
}

export interface BenchResult {
  readonly machine: string;
  readonly engines: readonly EngineResult[];
}
