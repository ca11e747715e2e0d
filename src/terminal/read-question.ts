import { isUtf8 } from "node:buffer";
import { z } from "zod";

const questionSchema = z.object({
  id: z.union([z.string(), z.number()], "expected text or a number"),
  /** `null` asks about all articles. */
  article: z.string("expected an article's id or null").nullable(),
  question: z.string("expected text"),
  context: z.array(z.string("expected text"), "expected a list of earlier questions").optional(),
});

export type BatchQuestion = z.infer<typeof questionSchema>;

export type QuestionLine =
  | { readonly kind: "question"; readonly question: BatchQuestion }
  | { readonly kind: "blank" }
  | { readonly kind: "bad"; readonly problem: string };

/** Reads one line of a file of questions, or says what is wrong with it. */
export function readQuestion(bytes: Uint8Array, hasArticle: (id: string) => boolean): QuestionLine {
  if (!isUtf8(bytes)) return { kind: "bad", problem: "is not UTF-8" };
  const line = new TextDecoder("utf-8").decode(bytes);
  if (line.trim() === "") return { kind: "blank" };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: "bad", problem: "is not valid JSON" };
  }
  const result = questionSchema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`);
    return { kind: "bad", problem: problems.join("; ") };
  }
  const { article } = result.data;
  if (article !== null && !hasArticle(article)) return { kind: "bad", problem: `there is no article "${article}"` };
  return { kind: "question", question: result.data };
}
