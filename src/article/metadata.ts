import { z } from "zod";

const lines = z.array(z.string().trim().min(1)).default([]);

/** The file `NAME.json` beside an article `NAME.txt` or `NAME.md`. Every field may be left out. */
export const metadataSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u, "expected 1–32 letters, digits, dots, dashes or underscores")
    .optional(),
  /** Only where the text does not give it. */
  title: z.string().trim().min(1).max(300).optional(),
  language: z.enum(["zh", "en"]).optional(),
  source: z
    .strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      address: z.url({ protocol: /^https?$/, error: "expected an http or https address" }).optional(),
    })
    .default({}),
  date: z
    .string()
    .regex(
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u,
      "expected a date such as 2026-11-03, 2026-11 or 2026",
    )
    .optional(),
  attribution: z.string().trim().min(1).max(500).optional(),
  /** Lines that are no content, exactly as they stand without white space around them. */
  leaveOut: lines,
  /** Lines that are content whatever the rules say. */
  keep: lines,
});

export type Metadata = z.infer<typeof metadataSchema>;
