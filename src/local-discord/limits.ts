import { z } from "zod";
import { commandList } from "./command-limits.ts";
import { areUnique, characters, readable } from "./limit-schemas.ts";
import type { UploadedFile } from "./routes.ts";

/** Checks a body against Discord's limits; gives one line a violation. */
export type CheckBody = (body: unknown) => readonly string[];

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
    attachments: z
      .array(z.looseObject({ id: z.string(), filename: characters(1, 1024).optional() }))
      .max(10)
      .optional(),
    allowed_mentions: allowedMentions,
  })
  .refine(
    ({ content, embeds, attachments }) =>
      Boolean(content?.trim()) || Boolean(embeds?.length) || Boolean(attachments?.length),
    "is an empty message",
  )
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

export const checkMessage = checkWith(message);
export const checkInteractionResponse = checkWith(interactionResponse);
export const checkThread = checkWith(thread);
export const checkCommandList = checkWith(commandList);

/** Checks what is uploaded along with a body, which must name each file. */
export function checkFiles(files: readonly UploadedFile[], body: unknown): readonly string[] {
  const sizes = files.map(({ bytes }) => bytes.length);
  const named: unknown = Object(body).attachments ?? Object(Object(body).data).attachments;
  const names = new Set(Array.isArray(named) ? named.map(({ id }: { id: unknown }) => String(id)) : []);
  return [
    ...(files.length > 10 ? ["files: are more than 10"] : []),
    ...(sizes.some((size) => size > 10 * mebibyte) ? ["files: one is larger than 10 MiB"] : []),
    ...(sizes.reduce((sum, size) => sum + size, 0) > 25 * mebibyte ? ["files: are larger than 25 MiB"] : []),
    ...files.flatMap(({ id, name }) => (names.has(id) ? [] : [`files: ${name} is not among the attachments`])),
  ];
}

const mebibyte = 1024 * 1024;

function checkWith(schema: z.ZodType): CheckBody {
  return (body) => {
    const result = schema.safeParse(body);
    if (result.success) return [];
    return result.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  };
}

function customIds(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(customIds);
  if (typeof body !== "object" || body === null) return [];
  const own = "custom_id" in body && typeof body.custom_id === "string" ? [body.custom_id] : [];
  return [...own, ...Object.values(body).flatMap(customIds)];
}
