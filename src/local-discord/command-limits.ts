import { z } from "zod";
import { areUnique, characters, readable } from "./limit-schemas.ts";

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u, "is no command name")
  .refine((name) => name === name.toLowerCase(), "is not lower case");
const description = characters(1, 100);
const localeCodes =
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  );

const named = {
  name: commandName,
  description,
  name_localizations: z.partialRecord(z.enum(localeCodes), commandName).nullish(),
  description_localizations: z.partialRecord(z.enum(localeCodes), description).nullish(),
};
/** Discord's numbers of the kinds of options, and of those that take choices or are completed while somebody types. */
const [subcommandType, groupType, channelType] = [1, 2, 7];
const valueTypes = [3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const typedTypes: readonly number[] = [3, 4, 10];

const option = z
  .looseObject({
    ...named,
    type: z.literal(valueTypes),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z
      .array(
        z.looseObject({
          name: characters(1, 100),
          name_localizations: z.partialRecord(z.enum(localeCodes), characters(1, 100)).nullish(),
          value: z.union([characters(1, 100), z.number()]),
        }),
      )
      .max(25)
      .refine((all) => areUnique(all.map(({ name }) => name)), "repeats a choice's name")
      .optional(),
    channel_types: z.array(z.literal([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16])).optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
    options: z.never().optional(),
  })
  .refine((one) => typedTypes.includes(one.type) || !(one.choices || one.autocomplete), "cannot be chosen")
  .refine(({ choices, autocomplete }) => !(autocomplete && choices?.length), "has choices and is completed")
  .refine(({ type, channel_types: kinds }) => type === channelType || kinds === undefined, "is no channel");
const values = z
  .array(option)
  .max(25)
  .refine((all) => areUnique(all.map(({ name }) => name)), "repeats an option's name")
  .refine(requiredComeFirst, "has a required option behind an optional one");
const subcommand = z.looseObject({ ...named, type: z.literal(subcommandType), options: values.optional() });
const group = z.looseObject({ ...named, type: z.literal(groupType), options: below(subcommand).optional() });
const permissions = z
  .string()
  .regex(/^\d{1,20}$/u, "are no permission bits")
  .nullish();
const command = z
  .discriminatedUnion("type", [
    z.looseObject({
      ...named,
      type: z.literal(1),
      options: eitherOf(values, below(z.discriminatedUnion("type", [subcommand, group]))).optional(),
      default_member_permissions: permissions,
    }),
    z.looseObject({
      type: z.literal([2, 3]),
      name: readable(1, 32),
      name_localizations: z.partialRecord(z.enum(localeCodes), readable(1, 32)).nullish(),
      default_member_permissions: permissions,
    }),
  ])
  .refine((body) => countCommandText(body) <= 8000, "holds more than 8,000 characters");
/** What is registered at once. */
export const commandList = z
  .array(command)
  .refine((all) => all.filter(({ type }) => type === 1).length <= 100, "has more than 100 chat commands")
  .refine((all) => all.filter(({ type }) => type === 3).length <= 15, "has more than 15 message commands")
  .refine((all) => areUnique(all.map(({ type, name }) => `${type} ${name}`)), "repeats a command's name");

/** Options are values, or subcommands; what is wrong is told of what they are. */
function eitherOf(plain: z.ZodType, inner: z.ZodType) {
  return z.array(z.looseObject({ type: z.int() })).superRefine((all, context) => {
    const schema = all.some(({ type }) => type <= groupType) ? inner : plain;
    for (const { message, path } of schema.safeParse(all).error?.issues ?? [])
      context.addIssue({ code: "custom", message, path: [...path] });
  });
}

/** Subcommands, with or without groups, stand alone in what holds them. */
function below<Inner extends z.ZodType<{ readonly name: string }>>(inner: Inner) {
  return z
    .array(inner)
    .min(1)
    .max(25)
    .refine((all) => areUnique(all.map(({ name }) => name)), "repeats a subcommand's name");
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
