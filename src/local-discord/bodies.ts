import { z } from "zod";

/** What the local Discord looks at in the bodies it gets, once they are within the limits; the rest is kept as it is. */

const flags = z.number().default(0);
const content = z.string().default("");
const components = z.array(z.looseObject({ type: z.number() })).default([]);

/** A message as a bot sends it. */
export const sentMessage = z.looseObject({
  content,
  flags,
  components,
  nonce: z.union([z.string(), z.number()]).optional(),
  enforce_nonce: z.boolean().optional(),
  /** Those that stay, and those that are uploaded along. */
  attachments: z.array(z.looseObject({ id: z.string() })).optional(),
  message_reference: z.looseObject({ message_id: z.string().optional() }).optional(),
});

export type SentMessage = z.infer<typeof sentMessage>;

/** A first response to an interaction. */
export const sentResponse = z.looseObject({ type: z.number(), data: z.unknown().optional() });

/** The flags of an answer that comes later. */
export const deferredData = z.looseObject({ flags }).default({ flags: 0 });

export const sentThread = z.looseObject({ name: z.string() });

/** An interaction as far as the local Discord looks into it. */
export const givenInteraction = z.looseObject({
  type: z.number(),
  channel_id: z.string().optional(),
  guild_id: z.string().optional(),
  member: z.looseObject({ user: z.looseObject({ id: z.string() }) }).optional(),
  data: z.looseObject({ type: z.number().optional(), name: z.string().optional() }).optional(),
  /** Whose component was used. */
  message: z.looseObject({ id: z.string() }).optional(),
});

export type GivenInteraction = z.infer<typeof givenInteraction>;
