import { z } from "zod";

/** Checks a body against Discord's limits; gives one line a violation. */
export type CheckBody = (body: unknown) => readonly string[];

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u, "is no command name")
  .refine((name) => name === name.toLowerCase(), "is not lower case");
const description = characters(1, 100);
const localeCodes =
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  );

/** Nobody may be pinged: the house's own rule beside Discord's. */
const allowedMentions = z.looseObject({ parse: z.array(z.string()).length(0, "pings") });

const linkStyle = 5;

const select = z.looseObject({
  type: z.literal([3, 5, 6, 7, 8]),
  custom_id: characters(1, 100),
  placeholder: characters(0, 150).optional(),
  options: z
    .array(
      z.looseObject({
        label: readable(1, 100),
        value: characters(1, 100),
        description: characters(0, 100).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25)
    .refine((all) => areUnique(all.map(({ value }) => value)), "repeats an option's value")
    .refine((all) => all.filter((one) => one.default).length <= 1, "has more than one default")
    .optional(),
});
const button = z
  .looseObject({
    type: z.literal(2),
    style: z.number().int().min(1).max(6),
    custom_id: characters(1, 100).optional(),
    url: characters(1, 512).optional(),
    label: readable(1, 80).optional(),
    emoji: z.looseObject({}).optional(),
  })
  .refine(({ style, url }) => (style === linkStyle) === (url !== undefined), "is a link without address, or has one")
  .refine(({ url, custom_id: id }) => (url === undefined) !== (id === undefined), "has not just one of url, custom_id")
  .refine(({ label, emoji }) => label !== undefined || emoji !== undefined, "shows neither words nor a picture");
const row = z.looseObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});

const embed = z.looseObject({
  title: characters(0, 256).optional(),
  description: characters(0, 4096).optional(),
  footer: z.looseObject({ text: characters(0, 2048) }).optional(),
  author: z.looseObject({ name: characters(0, 256) }).optional(),
  fields: z
    .array(z.looseObject({ name: characters(1, 256), value: characters(1, 1024) }))
    .max(25)
    .optional(),
});

const message = z
  .looseObject({
    content: characters(0, 2000).optional(),
    embeds: z.array(embed).max(10).optional(),
    components: z.array(row).max(5).optional(),
    allowed_mentions: allowedMentions,
  })
  .refine((body) => Boolean(body.content?.trim()) || Boolean(body.embeds?.length), "is an empty message")
  .refine((body) => areUnique(customIds(body)), "repeats a custom_id");

const choices = z.looseObject({
  choices: z.array(z.looseObject({ name: readable(1, 100), value: z.union([characters(1, 100), z.number()]) })).max(25),
});

const textInput = z.looseObject({
  type: z.literal(4),
  custom_id: characters(1, 100),
  placeholder: characters(0, 100).optional(),
  value: characters(0, 4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
});
const modal = z
  .looseObject({
    custom_id: characters(1, 100),
    title: readable(1, 45),
    components: z
      .array(z.looseObject({ type: z.literal(18), label: readable(1, 45), component: textInput }))
      .min(1)
      .max(5),
  })
  .refine((body) => areUnique(customIds(body)), "repeats a custom_id");

const thread = z.looseObject({
  name: readable(1, 100),
  auto_archive_duration: z.literal([60, 1440, 4320, 10_080]).optional(),
});

const interactionResponse = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal(1) }),
  z.looseObject({ type: z.literal(4), data: message }),
  z.looseObject({ type: z.literal(5), data: z.looseObject({ flags: z.literal([0, 64]).optional() }).optional() }),
  z.looseObject({ type: z.literal(6) }),
  z.looseObject({ type: z.literal(7), data: message }),
  z.looseObject({ type: z.literal(8), data: choices }),
  z.looseObject({ type: z.literal(9), data: modal }),
]);

const named = {
  name: commandName,
  description,
  name_localizations: z.partialRecord(z.enum(localeCodes), commandName).nullish(),
  description_localizations: z.partialRecord(z.enum(localeCodes), description).nullish(),
};
const option = z.looseObject({
  ...named,
  required: z.boolean().optional(),
  choices: z
    .array(z.looseObject({ name: characters(1, 100) }))
    .max(25)
    .optional(),
});
const options = z
  .array(option)
  .max(25)
  .refine((all) => areUnique(all.map(({ name }) => name)), "repeats an option's name")
  .refine(requiredComeFirst, "has a required option behind an optional one");
const command = z
  .discriminatedUnion("type", [
    z.looseObject({ ...named, type: z.literal(1), options: options.optional() }),
    z.looseObject({ type: z.literal([2, 3]), name: characters(1, 32) }),
  ])
  .refine((body) => countCommandText(body) <= 8000, "holds more than 8,000 characters");
const commandList = z
  .array(command)
  .refine((all) => all.filter(({ type }) => type === 1).length <= 100, "has more than 100 chat commands")
  .refine((all) => areUnique(all.map(({ type, name }) => `${type} ${name}`)), "repeats a command's name");

export const checkMessage = checkWith(message);
export const checkInteractionResponse = checkWith(interactionResponse);
export const checkThread = checkWith(thread);
export const checkCommandList = checkWith(commandList);

function checkWith(schema: z.ZodType): CheckBody {
  return (body) => {
    const result = schema.safeParse(body);
    if (result.success) return [];
    return result.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  };
}

/** Discord counts characters, not UTF-16 units, and takes no broken ones. */
function characters(least: number, most: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed(), "holds a lone surrogate")
    .refine((text) => {
      const count = Array.from(text).length;
      return count >= least && count <= most;
    }, `is not ${least} to ${most} characters long`);
}

/** White space around is taken off before it is counted. */
function readable(least: number, most: number) {
  return characters(least, most).refine((text) => text.trim().length >= least, "is blank");
}

function customIds(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(customIds);
  if (typeof body !== "object" || body === null) return [];
  const own = "custom_id" in body && typeof body.custom_id === "string" ? [body.custom_id] : [];
  return [...own, ...Object.values(body).flatMap(customIds)];
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function requiredComeFirst(all: readonly { readonly required?: boolean | undefined }[]): boolean {
  const firstOptional = all.findIndex(({ required }) => !required);
  return firstOptional === -1 || all.slice(firstOptional).every(({ required }) => !required);
}

/** Names, descriptions and values of a command and all in it, the longest localization of each counted. */
function countCommandText(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, each) => sum + countCommandText(each), 0);
  if (typeof part !== "object" || part === null) return 0;
  const of = Object.fromEntries(Object.entries(part));
  const texts = [
    longest(of["name"], of["name_localizations"]),
    longest(of["description"], of["description_localizations"]),
    longest(of["value"], undefined),
  ];
  return (
    texts.reduce((sum, length) => sum + length, 0) + countCommandText(of["options"]) + countCommandText(of["choices"])
  );
}

function longest(text: unknown, localizations: unknown): number {
  const others = typeof localizations === "object" && localizations !== null ? Object.values(localizations) : [];
  return Math.max(0, ...[text, ...others].map((one) => (typeof one === "string" ? one.length : 0)));
}
