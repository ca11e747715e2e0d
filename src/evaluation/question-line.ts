import { z } from "zod";

/** One line of a file of our own questions; `data/questions/README.md` tells what the fields mean. */
export const questionLineSchema = z.strictObject({
  id: z.string().min(1),
  question: z.string(),
  expected: z.array(z.string().min(1)),
  language: z.enum(["zh-Hans", "zh-Hant", "en", "mixed"]),
  kind: z.enum([
    "what",
    "who",
    "when",
    "where",
    "why",
    "how",
    "how-many",
    "yes-no",
    "opinion",
    "comparison",
    "definition",
    "keywords",
    "follow-up",
    "unanswerable-absent",
    "unanswerable-gibberish",
    "unanswerable-instruction",
    "unanswerable-near-miss",
    "unanswerable-off-topic",
  ]),
  split: z.enum(["tune", "report"]),
  context: z.array(z.string()).optional(),
});

export type QuestionLine = z.infer<typeof questionLineSchema>;
