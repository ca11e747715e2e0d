import type { APIInteraction } from "discord.js";
import { ApplicationCommandType, ComponentType, InteractionType } from "discord.js";
import { z } from "zod";

const snowflake = z.string().regex(/^\d{1,20}$/u);
/** Permissions, a whole number as text. */
const bits = z.string().regex(/^\d{1,40}$/u);
const user = z.object({ id: snowflake });
const ownMessage = z.object({ id: snowflake, content: z.string(), flags: z.int().optional() });
const attachment = z.object({
  id: snowflake,
  filename: z.string(),
  title: z.string().nullish(),
  size: z.int().nonnegative(),
  url: z.string(),
});

/** What is read of every interaction but a ping. */
const asked = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  member: z.object({ user, permissions: bits, roles: z.array(snowflake).optional() }).optional(),
  user: user.optional(),
  locale: z.string().optional(),
  channel: z.object({ id: snowflake, type: z.int(), parent_id: snowflake.nullish() }).optional(),
  channel_id: snowflake.optional(),
  guild_id: snowflake.optional(),
  app_permissions: bits.optional(),
  context: z.int().nullish(),
  authorizing_integration_owners: z.record(z.string(), z.unknown()).nullish(),
};

const option = {
  type: z.int(),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
};
/** Subcommands hold options, and groups hold subcommands. */
const options = z.array(
  z.object({
    ...option,
    options: z.array(z.object({ ...option, options: z.array(z.object(option)).optional() })).optional(),
  }),
);

const slashCommand = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: options.optional(),
  resolved: z.object({ attachments: z.record(z.string(), attachment).optional() }).optional(),
});
/** Components hold others, which are looked through whatever they are. */
const targetMessage = z.object({
  content: z.string().optional(),
  author: user.optional(),
  application_id: snowflake.nullish(),
  components: z.array(z.unknown()).optional(),
  attachments: z.array(attachment).optional(),
});
const messageMenu = z.object({
  type: z.literal(ApplicationCommandType.Message),
  name: z.string(),
  target_id: snowflake,
  resolved: z.object({ messages: z.record(z.string(), targetMessage) }),
});
/** Kinds of commands that the bot has none of, and that nothing is read of. */
const otherCommand = z.object({ type: except([ApplicationCommandType.ChatInput, ApplicationCommandType.Message]) });

const textInput = z.object({ type: z.literal(ComponentType.TextInput), custom_id: z.string(), value: z.string() });
const otherInput = z.object({ type: except([ComponentType.TextInput]) });
const input = z.union([textInput, otherInput]);
const fields = z.array(
  z.discriminatedUnion("type", [
    z.object({ type: z.literal(ComponentType.ActionRow), components: z.array(input) }),
    z.object({ type: z.literal(ComponentType.Label), component: input }),
    z.object({ type: z.literal(ComponentType.TextDisplay) }),
  ]),
);

const interaction = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal(InteractionType.Ping) }),
    z.object({
      ...asked,
      type: z.literal(InteractionType.ApplicationCommand),
      data: z.union([slashCommand, messageMenu, otherCommand]),
    }),
    z.object({
      ...asked,
      type: z.literal(InteractionType.ApplicationCommandAutocomplete),
      data: z.object({ name: z.string(), options }),
    }),
    z.object({
      ...asked,
      type: z.literal(InteractionType.MessageComponent),
      data: z.object({ custom_id: z.string(), values: z.array(z.string()).optional() }),
      message: ownMessage,
    }),
    z.object({
      ...asked,
      type: z.literal(InteractionType.ModalSubmit),
      data: z.object({ custom_id: z.string(), components: fields }),
      message: ownMessage.optional(),
    }),
  ])
  // In servers Discord tells of a member, elsewhere of a user.
  .refine((value) => value.type === InteractionType.Ping || (value.member ?? value.user) !== undefined);

/**
 * Tells whether a value is an interaction, as far as one is read: every field that is looked at, of its type, and
 * nothing else, so that what Discord adds does no harm.
 */
export function isInteraction(value: unknown): value is APIInteraction {
  return interaction.safeParse(value).success;
}

function except(types: readonly number[]) {
  return z.int().refine((type) => !types.includes(type));
}
