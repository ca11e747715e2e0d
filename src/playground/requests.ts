import { z } from "zod";
import { locales } from "../render/locale.ts";

const snowflake = z.string().regex(/^\d{17,20}$/u, "expected an id of 17 to 20 digits");

/** What the page may send; see wire.ts. */
export const requests = {
  interaction: z.looseObject({
    type: z.literal([2, 3, 4, 5], "expected 2, 3, 4 or 5"),
    channel_id: snowflake,
    data: z.looseObject({ type: z.number().optional(), name: z.string().optional() }),
    message: z.looseObject({ id: z.string() }).optional(),
  }),
  said: z
    .strictObject({
      channel: snowflake,
      content: z
        .string()
        .refine((text) => text.isWellFormed(), "expected whole characters")
        .refine((text) => Array.from(text).length <= 2000, "expected at most 2000 characters"),
      replyTo: snowflake.optional(),
      attachments: z.array(snowflake).max(10, "expected at most ten files").optional(),
    })
    .refine(({ content, attachments = [] }) => content.trim() !== "" || attachments.length > 0, {
      message: "expected some text",
      path: ["content"],
    }),
  locale: z.strictObject({ locale: z.enum(locales) }),
  examples: z.strictObject({ locale: z.enum(locales), article: z.string().optional() }),
  closed: z.strictObject({ id: z.string() }),
  reopened: z.strictObject({}),
  inUse: z.strictObject({ ids: z.array(z.string()).min(1, "expected at least one article").max(1000) }),
};

/** Says in one line what is wrong with a request. */
export function explainIssues({ issues }: z.ZodError): string {
  const lines = issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`));
  return `The playground could not read this: ${lines.slice(0, 3).join("; ")}.`;
}
